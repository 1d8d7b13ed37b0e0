using System.Collections.Immutable;
using System.Globalization;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

internal sealed class KindMismatch : Rule
{
    public override string Name => "kind-mismatch";

    public override Severity Severity => Severity.Error;

    public override string Summary => "a kind that the card's body cannot serve";

    public override string Why =>
        """
            `kind=…` names what a card asks for, and each kind needs its own shape: a choice needs options, a typed card its
            answers as code. Where the body lacks it, the card is read as if no kind were named, which is hardly what was meant.
            A kind may also come from the `cards:` comment of a group.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### Which port does HTTP use by default?
                <!-- card: kind=typed -->
                                ^^^^^
                Port 80.
                """,
            """
                ## Ports
                <!-- cards: kind=choice -->

                ### Which port does HTTP use by default?
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                Port 80.
                """,
            """
                ### Which port does HTTP use by default?
                <!-- card: kind=typed match=number -->
                                            ^^^^^^
                `eighty`
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### Which port does HTTP use by default?
                <!-- card: kind=typed match=number -->

                `80`
                """,
            """
                ### Put a request's way in order
                <!-- card: kind=order -->

                1. Client
                2. Proxy
                3. Server
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        if (
            section.Content is not { } content
            || (section.Metadata.Kind ?? section.Context.InheritedKind) is not { } kind
        )
        {
            return;
        }

        if (content is TypedContent typed)
        {
            CheckNumbers(section, typed, report);
        }

        // Of an empty card another rule speaks, and of text that is nested too deeply nothing is known.
        var isUnknown = section.Blocks.Count == 0 || section.Blocks.Any(block => block.Syntax is null);
        if (content.Kind == kind || (isUnknown && content is RecallContent))
        {
            return;
        }

        var own = section.EntryOf("kind");
        var read = content.Kind.Name();
        var fixes = new List<Fix>();
        if (section.Comment == section.OwnComment)
        {
            fixes.Add(new Fix($"Make it kind={read}", [MetadataFix.Set(section, "kind", read)], IsPreferred: true));
        }

        // Without it, another one may count.
        var entries = (section.OwnComment?.Entries ?? []).Concat(section.Attributes?.Entries ?? []);
        if (own is not null && section.Context.InheritedKind is null && entries.Count(e => e.Key == "kind") == 1)
        {
            fixes.Add(
                new Fix(
                    $"Remove kind={kind.Name()}",
                    [MetadataFix.Remove(section.Source.Text, section.Comment, section.Attributes, own)]
                )
            );
        }

        report.Add(
            this,
            own?.ValueSpan ?? section.Heading,
            own is null
                ? $"The group makes its cards {kind.Name()}, which wants {Needs(kind)}. This one is read as {read}."
                : $"{kind.Name()} wants {Needs(kind)}. Without, the card is read as {read}.",
            [.. fixes]
        );
    }

    private void CheckNumbers(ParsedSection section, TypedContent typed, Report report)
    {
        if (section.Metadata.Match != TypedMatch.Number || section.EntryOf("match") is not { } entry)
        {
            return;
        }

        foreach (var accepted in typed.Accepted)
        {
            if (!double.TryParse(accepted, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            {
                report.Add(
                    this,
                    entry.ValueSpan,
                    $"'{accepted}' is no number, so match=number compares it as text. Write a number, or leave match=number out.",
                    new Fix("Compare as text: match=ci", [new TextEdit(entry.ValueSpan, "ci")], IsPreferred: true)
                );
                return;
            }
        }
    }

    private static string Needs(CardKind kind) =>
        kind switch
        {
            CardKind.Choice or CardKind.Multi => "a list of options: `- [x] right`, `- [ ] wrong`",
            CardKind.TrueFalse => "a body that begins with the word True or False and a full stop",
            CardKind.Explain => "a rubric: a callout `> [!IMPORTANT]` with a list of concepts",
            CardKind.Cloze => "a blank: `{{answer}}`",
            CardKind.Typed => "its answers as code: `80`",
            CardKind.Order => "an ordered list: `1. first`",
            CardKind.Match => "a table of two columns with a row at least",
            _ => "an answer",
        };
}
