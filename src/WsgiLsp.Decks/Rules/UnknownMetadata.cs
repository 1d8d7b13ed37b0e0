using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

internal sealed class UnknownMetadata : Rule
{
    public override string Name => "unknown-metadata";

    public override Severity Severity => Severity.Warning;

    public override string Summary => "a key or value that means nothing, or a comment where it has no effect";

    public override string Why =>
        """
            A misspelt key or value is ignored, and the card silently keeps its default. Comments count only as the first thing
            under a heading: `card:` under a card's, `cards:` under a group's. In the front matter unknown keys are left to
            other tools, but one that looks like a slip is pointed out.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### What is a worker?
                <!-- card: lvel=beginner kind=recal -->
                           ^^^^
                                              ^^^^^
                A process.
                """,
            """
                ## Servers
                <!-- card: level=advanced -->
                     ^^^^
                ### What is a worker?

                A process.
                """,
            """
                ### What is a worker?

                A process.

                <!-- card: id=worker -->
                ^^^^^^^^^^^^^^^^^^^^^^^^
                """,
            """
                ---
                level: expert
                       ^^^^^^
                tgas: [python]
                ^^^^
                ---
                ### What is a worker?

                A process.
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ---
                level: advanced
                publisher: ours
                ---
                ## Servers
                <!-- cards: tags=wsgi -->

                ### What is a worker?
                <!-- card: id=worker level=beginner -->

                A process.
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        foreach (var block in section.Blocks)
        {
            if (
                block.Syntax is Markdig.Syntax.HtmlBlock
                && MetadataComment.Read(section.Source.Text, section.Source.Span(block.Lines).Start) is { } stray
            )
            {
                report.Add(
                    this,
                    stray.Span,
                    "This comment has no effect here: it must be the first thing under a heading."
                );
            }
        }

        if (section.Comment is not { } comment)
        {
            return;
        }

        var isCard = section.Context.Role == SectionRole.Card;
        if (comment.IsForGroup == isCard)
        {
            var (word, right) = isCard ? ("cards", "card") : ("card", "cards");
            report.Add(
                this,
                comment.WordSpan,
                isCard
                    ? "This heading is a card, and 'cards:' speaks of the cards below a group. Write 'card:'."
                    : "This heading has cards below it, and 'card:' speaks of one card. Write 'cards:' for all of them.",
                new Fix(
                    $"Write '{right}:' for '{word}:'",
                    [new TextEdit(comment.WordSpan, right)],
                    IsPreferred: true,
                    IsSafe: true
                )
            );
            return;
        }

        foreach (var entry in comment.Entries)
        {
            Check(entry, report);
        }
    }

    public override void Check(FrontMatterSource frontMatter, Report report)
    {
        foreach (var problem in frontMatter.Problems)
        {
            if (!problem.IsBroken)
            {
                report.Add(
                    this,
                    problem.IsGuess ? Severity.Hint : Severity,
                    problem.Span,
                    problem.Message,
                    [.. problem.Fixes]
                );
            }
        }
    }

    private void Check(MetadataEntry entry, Report report)
    {
        if (!MetadataKeys.All.Contains(entry.Key, StringComparer.Ordinal))
        {
            report.Add(
                this,
                entry.KeySpan,
                $"'{entry.Key}' is no key of a card comment{NearestWord.Suggestion(entry.Key, MetadataKeys.All)}. "
                    + $"Known: {string.Join(", ", MetadataKeys.All)}.",
                [.. Nearest(entry.Key, MetadataKeys.All, entry.KeySpan)]
            );
        }
        else if (entry.Value is null)
        {
            report.Add(
                this,
                entry.KeySpan,
                $"'{entry.Key}' has no value: write {entry.Key}=…, without spaces around '='."
            );
        }
        else if (MetadataKeys.Problem(entry.Key, entry.Value) is { } problem)
        {
            report.Add(
                this,
                entry.ValueSpan.Length > 0 ? entry.ValueSpan : entry.KeySpan,
                $"{entry.Key}={entry.Value}: {problem}.",
                [.. Nearest(entry.Value, MetadataKeys.Values(entry.Key), entry.ValueSpan)]
            );
        }
    }

    /// <summary>The fix that writes the nearest known word, where one is near.</summary>
    internal static ImmutableArray<Fix> Nearest(string word, IEnumerable<string> known, TextSpan span) =>
        NearestWord.Find(word, known) is { } near
            ? [new Fix($"Write '{near}'", [new TextEdit(span, near)], IsPreferred: true)]
            : [];
}
