using System.Collections.Immutable;
using Markdig.Syntax;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

internal sealed class UnknownCallout : Rule
{
    public override string Name => "unknown-callout";

    public override Severity Severity => Severity.Information;

    public override string Summary => "a callout that GitHub does not know, or one with a title";

    public override string Why =>
        """
            GitHub has five callouts: `TIP`, `NOTE`, `WARNING`, `CAUTION` and `IMPORTANT`, each alone on its line. It shows any
            other, and one with text after the bracket, as a plain quote. Here such a quote is part of the answer, but for the
            names `hint`, `explanation` and `concepts`, which are read as TIP, NOTE and IMPORTANT.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### Which port does HTTP use by default?

                > [!hint]
                  ^^^^^^^
                > It is a round number.

                Port 80.
                """,
            """
                ### Which port does HTTP use by default?

                Port 80.

                > [!NOT]
                  ^^^^^^
                > Reserved since 1990.

                > [!NOTE] History
                  ^^^^^^^
                > Before that, ports were chosen freely.
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### Which port does HTTP use by default?

                > [!TIP]
                > It is a round number.

                Port 80.

                > A quotation.
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        foreach (var block in section.Blocks)
        {
            if (block.Syntax is QuoteBlock && Callout.MarkOf(section.Source, block) is { } mark)
            {
                Check(section.Source, mark, report);
            }
        }
    }

    private void Check(SectionSource source, CalloutMark mark, Report report)
    {
        var proper = Callout.NameOf(mark.Name);
        if (proper is null)
        {
            var near = NearestWord.Find(mark.Name, Callout.Names.Concat(Callout.Aliases));
            report.Add(
                this,
                mark.Span,
                $"There is no callout '{mark.Name}', and GitHub shows a plain quote. Known: {string.Join(", ", Callout.Names)}.",
                near is null
                    ? []
                    :
                    [
                        new Fix(
                            $"Write [!{Callout.NameOf(near)}]",
                            [Rename(mark, Callout.NameOf(near)!)],
                            IsPreferred: true
                        ),
                    ]
            );
        }
        else if (mark.HasTitle)
        {
            var quote = TextSpan.FromBounds(source.LineStart(source.LineAt(mark.Span.Start)), mark.Span.Start);
            var rest = mark.Span.End;
            while (source.Text[rest] is ' ' or '\t')
            {
                rest++;
            }

            var broken = string.Concat(LineEnd.Of(source.Text), source.Text.AsSpan(quote.Start, quote.Length));
            report.Add(
                this,
                mark.Span,
                $"With text after it, GitHub does not take [!{mark.Name}] for a callout. Let the text begin on the next line.",
                new Fix(
                    "Break the line here",
                    [new TextEdit(TextSpan.FromBounds(mark.Span.Start, rest), $"[!{proper}]{broken}")],
                    IsPreferred: true
                )
            );
        }
        else if (!mark.Name.Equals(proper, StringComparison.OrdinalIgnoreCase))
        {
            report.Add(
                this,
                mark.Span,
                $"GitHub shows this as a plain quote: its name for it is [!{proper}].",
                new Fix($"Write [!{proper}]", [Rename(mark, proper)], IsPreferred: true, IsSafe: true)
            );
        }
    }

    private static TextEdit Rename(CalloutMark mark, string name) => new(mark.Span, $"[!{name}]");
}
