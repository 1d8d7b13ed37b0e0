using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

internal sealed class MalformedOption : Rule
{
    public override string Name => "malformed-option";

    public override Severity Severity => Severity.Warning;

    public override string Summary => "a box that Markdown does not take for one";

    public override string Why =>
        """
            GitHub and every other renderer want `- [ ] text` or `- [x] text`: one mark or one space between square brackets,
            then a space. Anything else is shown as plain text. In a list with proper boxes it still counts as an option here;
            a list of such boxes alone makes no question. Without the space after `-` the line is no list item at all, and
            `(x)` or another sign than `x` is no mark.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### Which port does HTTP use by default?

                - [] 22
                  ^^
                - [x] 80
                - [ ]443
                  ^^^
                """,
            """
                ### Which port does HTTP use by default?

                - [X) 80
                  ^^^
                - [ ] 443
                - [x] 8080
                """,
            """
                ### Which port does HTTP use by default?

                -[ ] 22
                ^^^^
                -[x] 80
                ^^^^
                """,
            """
                ### Which port does HTTP use by default?

                - [ ] 22
                - [✓] 80
                  ^^^
                - [ ] 443
                """,
            """
                ### Which port does HTTP use by default?

                - ( ) 22
                  ^^^
                - (x) 80
                  ^^^
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### Which port does HTTP use by default?

                - [ ] 22
                - [X] 80
                - [ ] 443
                """,
            """
                ### Where is the manual?

                - [x](https://example.org/manual)
                - []: nothing
                """,
            """
                ### How does a plus sign read in a pattern?

                - (x) is a group
                - `[*]` is a class of one sign
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        if (section.Content is NoteContent)
        {
            return;
        }

        CheckStrayBoxes(section, report);
        var boxes = section.Boxes;
        if (section.Options is null && !LooksLikeOptions(boxes))
        {
            return;
        }

        foreach (var box in boxes)
        {
            if (box.IsWellFormed)
            {
                continue;
            }

            var proper = box.IsTicked ? "[x]" : "[ ]";
            var text = section.Source.Text;
            var isAlone = box.TextStart >= text.Length || text[box.TextStart] is '\n' or '\r';
            report.Add(
                this,
                box.Span,
                $"This is not a box in Markdown: write `{proper}` and a space.",
                new Fix(
                    $"Write {proper}",
                    [new TextEdit(TextSpan.FromBounds(box.Span.Start, box.TextStart), isAlone ? proper : proper + " ")],
                    IsPreferred: true,
                    // Alone it would make a question of what is none yet.
                    IsSafe: section.Options is not null
                )
            );
        }
    }

    private void CheckStrayBoxes(ParsedSection section, Report report)
    {
        var stray = StrayBox.Find(section);
        foreach (var box in stray)
        {
            // Mended one by one, the first would make a question without the others.
            var edits = stray.Where(other => other.Form == box.Form).Select(other => other.Mend);
            var proper = box.IsTicked ? "[x]" : "[ ]";
            report.Add(
                this,
                box.Span,
                box.Form == StrayBoxForm.Glued
                    ? $"Without a space after the list marker this is no option: write `- {proper}`."
                    : $"This is not a box in Markdown, and so no option: write `{proper}`.",
                new Fix(
                    box.Form == StrayBoxForm.Glued
                        ? "Insert the space before each such box"
                        : "Write each such box in Markdown",
                    [.. edits.OrderBy(edit => edit.Span.Start)],
                    IsPreferred: true
                )
            );
        }
    }

    /// <summary>Without a proper box, <c>[]</c> may be code: an empty list, or a slice in Go.</summary>
    private static bool LooksLikeOptions(ImmutableArray<OptionBox> boxes) =>
        boxes.Any(box => box.IsTicked) && boxes.Any(box => !box.IsTicked);
}
