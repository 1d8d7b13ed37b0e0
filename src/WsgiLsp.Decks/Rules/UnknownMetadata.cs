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
            under a heading: `card:` under a card's, `cards:` under a group's. One that is not closed hides the cards below it.
            A value has no spaces around it, or stands in quotes. Of a key that is there twice the first counts.
            `reverse` needs a recall card with a short answer, `match` and `tol` a card whose answer is typed. In the front
            matter unknown keys are left to other tools, but one that looks like a slip is pointed out.
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
                ## What is a worker
                <!-- card: id=worker -->
                     ^^^^
                A process.

                ### What is a master?

                The process that starts the workers.
                """,
            """
                ### What is a worker?

                A process.

                <!-- card: id=worker -->
                ^^^^^^^^^^^^^^^^^^^^^^^^
                """,
            """
                ### What is a worker?
                <!-- card: id=worker id=process match=ci ignore=empty-crd -->
                                     ^^
                                                ^^^^^
                                                                ^^^^^^^^^
                TODO
                """,
            """
                ### Put the way of a commit in order
                <!-- card: kind=order
                ^^^^^^^^^^^^^^^^^^^^^

                1. Edit the file
                2. Add it
                3. Commit it
                """,
            """
                ### What is HEAD?
                <!-- card: tags=internals, objects level = advanced id:head -->
                                           ^^^^^^^
                                                   ^^^^^^^^^^^^^^^^
                                                                    ^^^^^^^
                A ref.
                """,
            """
                ### What is HEAD?
                <!-- crad: id=head -->
                     ^^^^
                A ref.
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
            """
                ---
                ignore: [empty-crd]
                         ^^^^^^^^^
                ---
                ### What is a worker?

                TODO
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

                ### What is a master?
                <!-- A remark about this card: see the one above. -->

                The process that starts the workers.
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

        foreach (var start in section.UnclosedComments)
        {
            var text = section.Source.Text;
            Add(UnclosedComment.Span(text, start), UnclosedComment.Message, UnclosedComment.Close(text, start), report);
        }

        if (AlmostMetadata.Find(section) is { } almost)
        {
            Add(almost.Span, almost.Message, almost.Fix, report);
        }

        if (section.Comment is { } comment)
        {
            CheckWord(section, comment, report);
        }

        Check(section, section.OwnComment?.Entries ?? [], report);
        Check(section, section.Attributes?.Entries ?? [], report);
    }

    public override void Check(FrontMatterSource frontMatter, Report report)
    {
        foreach (var problem in frontMatter.Problems)
        {
            if (!problem.IsBroken)
            {
                report.Add(this, problem.Span, problem.Message, [.. problem.Fixes]);
            }
        }

        foreach (var value in frontMatter.Values)
        {
            if (value.Key == "ignore" && !RuleCatalogue.Names.Contains(value.Text))
            {
                AddUnknownRule(value.Text, value.Place(frontMatter.Source.Text), report);
            }
        }
    }

    private void Add(TextSpan span, string message, Fix? fix, Report report) =>
        report.Add(this, span, message, fix is null ? [] : [fix]);

    private void CheckWord(ParsedSection section, MetadataComment comment, Report report)
    {
        var isCard = section.Context.Role == SectionRole.Card;
        if (comment.IsForGroup != isCard)
        {
            return;
        }

        // Other keys, once they count, may not fit what is below.
        var isHarmless = section.Attributes is null && comment.Entries.All(entry => entry.Key is "level" or "tags");
        var (word, right) = isCard ? ("cards", "card") : ("card", "cards");
        if (!isCard && comment.Entries.Any(entry => entry.Key == "id"))
        {
            // Nobody gives several cards one id: the heading is meant to be a card.
            report.Add(
                this,
                comment.WordSpan,
                "Deeper headings follow, so this is a group and no card, and is never asked. To make it a card, take a sign "
                    + $"from the headings below, or write 'card-level: {section.Level}' in the front matter."
            );
            return;
        }

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
                IsSafe: isHarmless
            )
        );
    }

    private void Check(ParsedSection section, ImmutableArray<MetadataEntry> entries, Report report)
    {
        for (var i = 0; i < entries.Length; i++)
        {
            var entry = entries[i];
            if (MetadataSlip.At(section.Source.Text, entries, i) is { } slip)
            {
                Add(slip.Span, slip.Message, slip.Fix, report);
                i = slip.End - 1;
            }
            else if (entries.Take(i).FirstOrDefault(e => e.Key == entry.Key && MetadataKeys.Counts(e)) is { } first)
            {
                AddRepeated(section, first, entry, report);
            }
            else if (!MetadataKeys.All.Contains(entry.Key))
            {
                AddUnknownKey(section, entries, entry, report);
            }
            else if (!Check(entry, report))
            {
                CheckUse(section, entry, report);
            }
        }
    }

    private void AddUnknownKey(
        ParsedSection section,
        ImmutableArray<MetadataEntry> entries,
        MetadataEntry entry,
        Report report
    )
    {
        var near = NearestWord.Find(entry.Key, MetadataKeys.All);
        report.Add(
            this,
            entry.KeySpan,
            $"'{entry.Key}' is no key of a card comment.{NearestWord.Question(near)} "
                + $"Known: {string.Join(", ", MetadataKeys.All)}.",
            near is not null && entries.All(other => other.Key != near) && IsFit(section, entry with { Key = near })
                ? [new Fix($"Write '{near}'", [new TextEdit(entry.KeySpan, near)], IsPreferred: true)]
                : []
        );
    }

    /// <summary>Whether nothing would be wrong with an entry.</summary>
    private static bool IsFit(ParsedSection section, MetadataEntry entry) =>
        MetadataKeys.Counts(entry)
        && (entry.Key != "ignore" || MetadataKeys.List(entry.Value!).All(name => RuleCatalogue.Names.Contains(name)))
        && (section.Content is not { } content || Misuse(section, entry, content) is null);

    private void AddRepeated(ParsedSection section, MetadataEntry first, MetadataEntry entry, Report report) =>
        report.Add(
            this,
            entry.KeySpan,
            $"'{entry.Key}' is here twice, and only the first one counts. Remove this one.",
            new Fix(
                $"Remove the second '{entry.Key}'",
                [MetadataFix.Remove(section.Source.Text, section.Comment, section.Attributes, entry)],
                IsPreferred: true,
                IsSafe: first.Value == entry.Value
            )
        );

    /// <summary>Finds values that mean something, but not here.</summary>
    private void CheckUse(ParsedSection section, MetadataEntry entry, Report report)
    {
        if (entry.Key == "ignore")
        {
            foreach (var (name, span) in MetadataKeys.Items(section.Source.Text, entry))
            {
                if (!RuleCatalogue.Names.Contains(name))
                {
                    AddUnknownRule(name, span, report);
                }
            }

            return;
        }

        if (section.Content is not { } content || Misuse(section, entry, content) is not { } misuse)
        {
            return;
        }

        report.Add(
            this,
            entry.KeySpan,
            misuse,
            new Fix(
                $"Remove '{entry.Key}'",
                [MetadataFix.Remove(section.Source.Text, section.Comment, section.Attributes, entry)],
                IsPreferred: true
            )
        );
    }

    private static string? Misuse(ParsedSection section, MetadataEntry entry, CardContent content) =>
        entry.Key switch
        {
            "reverse" when entry.Value == "true" && !DeckEntry.IsReversible(content) =>
                "Only a recall card whose answer is one short paragraph can be asked backwards.",
            // Of a card that names its kind in vain another rule speaks.
            "match"
            or "tol"
                when content is not (TypedContent or ClozeContent)
                    && section.Metadata.Kind is not (CardKind.Typed or CardKind.Cloze) =>
                $"'{entry.Key}' says how a typed answer is compared, and on this card nothing is typed.",
            _ => null,
        };

    private void AddUnknownRule(string name, TextSpan span, Report report) =>
        report.Add(
            this,
            span,
            $"No rule is called '{name}'.{NearestWord.Question(NearestWord.Find(name, RuleCatalogue.Names))}",
            [.. Nearest(name, RuleCatalogue.Names, span)]
        );

    /// <summary>Finds a value that means nothing at all; false where it means something.</summary>
    private bool Check(MetadataEntry entry, Report report)
    {
        if (entry.Value is null)
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
        else
        {
            return false;
        }

        return true;
    }

    /// <summary>The fix that writes the nearest known word, where one is near.</summary>
    internal static ImmutableArray<Fix> Nearest(string word, IEnumerable<string> known, TextSpan span) =>
        NearestWord.Find(word, known) is { } near
            ? [new Fix($"Write '{near}'", [new TextEdit(span, near)], IsPreferred: true)]
            : [];
}
