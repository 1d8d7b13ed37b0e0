using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

internal sealed class HeadingAttributesRule : Rule
{
    public override string Name => "heading-attributes";

    public override Severity Severity => Severity.Information;

    public override string Summary => "attributes in braces at the end of a heading";

    public override string Why =>
        """
            GitHub and most previews show `{#id .level}` as it stands, as part of the question. A comment below the heading says
            the same and is invisible everywhere.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### What is a worker? {#worker .beginner}
                                      ^^^^^^^^^^^^^^^^^^^
                A process.
                """,
            """
                ### What is a worker? {.process kind=recall}
                                      ^^^^^^^^^^^^^^^^^^^^^^
                <!-- card: id=worker tags=server -->

                A process.
                """,
            """
                ## Servers {.advanced}
                           ^^^^^^^^^^^
                ### What is a worker?

                A process.
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### What is a worker?
                <!-- card: id=worker level=beginner -->

                A process.
                """,
            """
                ### How many elements has the set {x=1, y=2}

                Two.
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        if (section.Attributes is not { } attributes)
        {
            return;
        }

        report.Add(
            this,
            attributes.Span,
            "GitHub shows this as part of the heading. A comment below the heading says the same and is not shown.",
            Fixes(section, attributes)
        );
    }

    private static Fix[] Fixes(ParsedSection section, HeadingAttributes attributes)
    {
        // A comment that means nothing here must be put right first, and a contradiction be settled.
        var comment = section.OwnComment;
        if (section.Comment != comment || ConflictingMetadata.Find(section).Any())
        {
            return [];
        }

        if (Merge(section.Source.Text, comment, attributes) is not { } entries)
        {
            return [];
        }

        var word = section.Context.Role == SectionRole.Card ? "card" : "cards";
        var written = $"<!-- {word}: {entries} -->";
        var added = comment is null
            ? new TextEdit(new TextSpan(section.Heading.End, 0), LineEnd.Of(section.Source.Text) + written)
            : new TextEdit(comment.Span, written);
        return
        [
            new Fix(
                "Write a comment instead",
                [MetadataFix.Remove(section.Source.Text, attributes), added],
                IsPreferred: true,
                IsSafe: true
            ),
        ];
    }

    /// <summary>What comment and attributes say, with the keys in the formatter's order; null where a comment cannot say it.</summary>
    private static string? Merge(string text, MetadataComment? comment, HeadingAttributes attributes)
    {
        var entries = new List<(string Key, string Written)>();
        var own = comment?.Entries ?? [];
        foreach (var entry in own)
        {
            var span = MetadataFix.SpanOf(entry);
            var more = Added(entry, own, attributes);
            var written = more.IsEmpty
                ? text.Substring(span.Start, span.Length)
                : MetadataFix.Written(entry.Key, string.Join(',', MetadataKeys.List(entry.Value!).Concat(more)));
            if (written is null)
            {
                return null;
            }

            entries.Add((entry.Key, written));
        }

        foreach (var entry in attributes.Entries)
        {
            if (own.Any(e => e.Key == entry.Key))
            {
                continue;
            }

            if (MetadataFix.Written(entry.Key, entry.Value!) is not { } written)
            {
                return null;
            }

            entries.Add((entry.Key, written));
        }

        return string.Join(' ', entries.OrderBy(e => Rank(e.Key)).Select(e => e.Written));
    }

    /// <summary>What attributes add to a list of the comment.</summary>
    private static ImmutableArray<string> Added(
        MetadataEntry entry,
        ImmutableArray<MetadataEntry> own,
        HeadingAttributes attributes
    )
    {
        if (entry.Value is null || !MetadataKeys.IsList(entry.Key) || own.First(e => e.Key == entry.Key) != entry)
        {
            return [];
        }

        var all = attributes
            .Entries.Where(e => e.Key == entry.Key)
            .Take(1)
            .SelectMany(e => MetadataKeys.List(e.Value!));
        return [.. all.Except(MetadataKeys.List(entry.Value), StringComparer.Ordinal)];
    }

    private static int Rank(string key) =>
        MetadataKeys.All.IndexOf(key) is >= 0 and var rank ? rank : MetadataKeys.All.Length;
}
