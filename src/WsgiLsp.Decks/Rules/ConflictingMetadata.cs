using System.Collections.Immutable;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

internal sealed class ConflictingMetadata : Rule
{
    public override string Name => "conflicting-metadata";

    public override Severity Severity => Severity.Warning;

    public override string Summary => "a comment and heading attributes that disagree";

    public override string Why =>
        """
            A card may say its id or level in the comment below the heading or in attributes at the heading's end. Where both say
            it and differ, the comment counts. Keep one of them.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### What is a worker? {#process .beginner}
                                       ^^^^^^^^
                                                ^^^^^^^^^
                <!-- card: id=worker level=advanced -->

                A process.
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### What is a worker?
                <!-- card: id=worker level=advanced -->

                A process.
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        foreach (var (own, other) in Find(section))
        {
            var text = section.Source.Text;
            var fixes = new List<Fix>
            {
                new(
                    $"Keep the comment's: {own.Key}={own.Value}",
                    [MetadataFix.Remove(text, comment: null, section.Attributes, other)],
                    IsPreferred: true
                ),
            };
            if (MetadataFix.Written(other.Key, other.Value!) is { } written)
            {
                fixes.Add(
                    new Fix(
                        $"Keep the heading's: {other.Key}={other.Value}",
                        [new TextEdit(MetadataFix.SpanOf(own), written)]
                    )
                );
            }

            report.Add(
                this,
                MetadataFix.SpanOf(other),
                $"The comment below says {own.Key}={own.Value}, and that counts. Keep one of the two.",
                [.. fixes]
            );
        }
    }

    /// <summary>Entries of the comment and the heading's attributes that name one key and differ.</summary>
    public static IEnumerable<(MetadataEntry Own, MetadataEntry Other)> Find(ParsedSection section)
    {
        if (section.Attributes is not { } attributes || section.OwnComment is not { } comment)
        {
            yield break;
        }

        foreach (var other in attributes.Entries)
        {
            var own = comment.Entries.FirstOrDefault(e => e.Key == other.Key);
            if (own is { Value: not null } && !MetadataKeys.IsList(own.Key) && own.Value != other.Value)
            {
                yield return (own, other);
            }
        }
    }
}
