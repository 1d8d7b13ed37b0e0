using System.Collections.Immutable;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

internal sealed class UnclosedDetails : Rule
{
    public override string Name => "unclosed-details";

    public override Severity Severity => Severity.Warning;

    public override string Summary => "a `details` element that is not closed before the next card";

    public override string Why =>
        """
            A browser folds everything up to `</details>` away. Without it, all cards below vanish into the element on GitHub;
            here the element ends where the next card begins. Close it below its text. `<details/>` closes nothing.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### What is a worker?

                <details><summary>Answer</summary>
                ^^^^^^^^
                A process.

                ### What is a master?

                The process that starts the workers.
                """,
            """
                ### What is a worker?

                <details>
                ^^^^^^^^
                <summary>Answer</summary>

                A process.
                """,
            """
                ### What is a worker?

                <details><summary>Answer</summary>

                A process.

                <details/>
                ^^^^^^^^^^
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### What is a worker?

                <details><summary>Answer</summary>

                A process.

                </details>
                """,
            """
                ### Which tag folds text away?

                ```html
                <details>
                ```
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        var source = section.Source;
        var open = Details.Unclosed(source);
        if (open.Count == 0)
        {
            return;
        }

        if (open.Find(at => IsSelfClosing(source.Text, at)) is > 0 and var slip)
        {
            CheckSelfClosing(source, slip, report);
            return;
        }

        var end = source.Text.AsSpan().TrimEnd().Length;
        var newLine = LineEnd.Of(source.Text);
        var closing = string.Concat(Enumerable.Repeat($"{newLine}{newLine}</details>", open.Count));
        var tail = source.Text.AsSpan(end);
        if (!tail.IsEmpty && LineEnd.Next(tail, 0) == tail.Length)
        {
            // Right below the closing tag, the next heading would still be HTML.
            closing += newLine;
        }

        var mended = new SectionSource(source.Text.Insert(end, closing));
        var fixes = new List<Fix>();
        if (Details.Unclosed(mended).Count == 0)
        {
            // A heading in the element may be a card that the author did not mean to fold away; and where only a heading
            // ends it, what is folded stands below that.
            var line = source.LineAt(open[0]);
            var hasHeading = section.Blocks.Any(b => b.Syntax is Markdig.Syntax.HeadingBlock && b.Lines.First > line);
            fixes.Add(
                new Fix(
                    "Close it at the end of the card",
                    [new TextEdit(new TextSpan(end, 0), closing)],
                    IsPreferred: true,
                    IsSafe: !hasHeading && HasText(source.Text.AsSpan()[open[0]..])
                )
            );
        }

        report.Add(
            this,
            new TextSpan(open[0], Details.Opening.Length),
            "This element is not closed before the next card, so that a browser folds that away, too. "
                + "Write `</details>` below its text, or give headings in it more signs than the card's.",
            [.. fixes]
        );
    }

    /// <summary>Whether a tag is <c>&lt;details/&gt;</c>, which begins an element like any other.</summary>
    private static bool IsSelfClosing(string text, int at)
    {
        var tag = text.AsSpan(at + Details.Opening.Length).TrimStart(' ');
        return tag is ['/', '>', ..];
    }

    private void CheckSelfClosing(SectionSource source, int at, Report report)
    {
        var tag = TextSpan.FromBounds(at, source.Text.IndexOf('>', at) + 1);
        var edit = new TextEdit(tag, "</details>");
        var mended = new SectionSource(source.Text.Remove(tag.Start, tag.Length).Insert(tag.Start, edit.NewText));
        report.Add(
            this,
            tag,
            "This begins an element, as `<details>` does. Where it is meant to end one, write `</details>`.",
            Details.Unclosed(mended).Count == 0 ? [new Fix("Write </details>", [edit], IsPreferred: true)] : []
        );
    }

    /// <summary>Whether words follow an element's summary.</summary>
    private static bool HasText(ReadOnlySpan<char> element)
    {
        const string SummaryEnd = "</summary>";
        var summary = element.IndexOf(SummaryEnd, StringComparison.OrdinalIgnoreCase);
        var isTag = false;
        foreach (var c in summary < 0 ? element : element[(summary + SummaryEnd.Length)..])
        {
            if (!isTag && char.IsLetterOrDigit(c))
            {
                return true;
            }

            isTag = c == '<' || (isTag && c != '>');
        }

        return false;
    }
}
