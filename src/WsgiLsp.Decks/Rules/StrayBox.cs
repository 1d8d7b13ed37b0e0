using System.Buffers;
using Markdig.Syntax;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

/// <summary>How what was meant as a box went wrong.</summary>
internal enum StrayBoxForm
{
    /// <summary><c>-[x]</c>: no space, so that the line is no list item.</summary>
    Glued,

    /// <summary><c>(x)</c></summary>
    Round,

    /// <summary><c>[✓]</c>: another sign than <c>x</c>.</summary>
    Sign,
}

/// <summary>What was meant as an option's box but is none, so that its line is no option.</summary>
/// <param name="Span">The box, with the list marker where it is glued to it.</param>
/// <param name="Mend">The edit that makes it a box.</param>
/// <param name="IsTicked">Whether it marks a key.</param>
/// <param name="Form">What is wrong with it.</param>
internal readonly record struct StrayBox(TextSpan Span, TextEdit Mend, bool IsTicked, StrayBoxForm Form)
{
    private static readonly SearchValues<char> Ticks = SearchValues.Create("*✓✔☑✅√");
    private static readonly SearchValues<char> Crosses = SearchValues.Create("✗✘✖❌☐");

    /// <summary>
    /// The stray boxes of a section. Beside proper options each counts; without any, a form is meant only where it is
    /// both ticked and not.
    /// </summary>
    public static List<StrayBox> Find(ParsedSection section)
    {
        var found = new List<StrayBox>();
        if (section.Source.Text.AsSpan(section.Heading.End).IndexOfAny('[', '(') < 0)
        {
            return found;
        }

        foreach (var block in section.Blocks)
        {
            if (
                block.Syntax is ParagraphBlock
                || (block.Syntax is ListBlock list && !list.Descendants<CodeBlock>().Any())
            )
            {
                AddGlued(section.Source, block.Lines, found);
            }

            foreach (var item in (block.Syntax as ListBlock)?.OfType<ListItemBlock>() ?? [])
            {
                if (item.FirstOrDefault() is ParagraphBlock paragraph && Read(section, paragraph.Span.Start) is { } box)
                {
                    found.Add(box);
                }
            }
        }

        return section.Options is not null
            ? found
            : [.. found.GroupBy(box => box.Form).Where(IsMeant).SelectMany(boxes => boxes)];
    }

    private static bool IsMeant(IEnumerable<StrayBox> boxes) => boxes.DistinctBy(box => box.IsTicked).Count() > 1;

    private static void AddGlued(SectionSource source, LineRange lines, List<StrayBox> found)
    {
        for (var i = lines.First; i < lines.End; i++)
        {
            var line = source.Line(i);
            var text = line.TrimStart(' ');
            var indent = line.Length - text.Length;
            var marker = source.LineStart(i) + indent;

            // "*[x]*" is emphasis.
            if (
                indent <= 3
                && text is ['-' or '+' or '*', '[', ..]
                && OptionBox.Read(source.Text, marker + 1) is { } box
                && (text[0] != '*' || box.IsWellFormed)
            )
            {
                found.Add(
                    new StrayBox(
                        TextSpan.FromBounds(marker, box.Span.End),
                        new TextEdit(new TextSpan(marker + 1, 0), " "),
                        box.IsTicked,
                        StrayBoxForm.Glued
                    )
                );
            }
        }
    }

    private static StrayBox? Read(ParsedSection section, int start)
    {
        const int Length = 3;
        var text = section.Source.Text.AsSpan(start);
        if (text.Length <= Length || text[Length] is not (' ' or '\t'))
        {
            return null;
        }

        var mark = text[1];
        (StrayBoxForm Form, bool IsTicked)? read = (text[0], text[2]) switch
        {
            ('(', ')') when mark is ' ' or 'x' or 'X' => (StrayBoxForm.Round, mark != ' '),
            ('[', ']') when Ticks.Contains(mark) => (StrayBoxForm.Sign, true),
            ('[', ']') when Crosses.Contains(mark) => (StrayBoxForm.Sign, false),
            _ => null,
        };
        if (read is not var (form, isTicked))
        {
            return null;
        }

        var span = new TextSpan(start, Length);
        return new StrayBox(span, new TextEdit(span, isTicked ? "[x]" : "[ ]"), isTicked, form);
    }
}
