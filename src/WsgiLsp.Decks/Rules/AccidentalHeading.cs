using System.Collections.Immutable;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

internal sealed class AccidentalHeading : Rule
{
    /// <summary>More letters and signs than a title on one line has.</summary>
    private const int LongestTitle = 120;

    /// <summary>A title of no more words may end with a colon or an abbreviation.</summary>
    private const int ShortTitle = 5;

    /// <summary>The line across the page, as most people write it.</summary>
    private const string ShortUnderline = "---";

    private static readonly string[] AnswerWords = ["Answer", "Answers", "Ans", "Explanation", "Solution", "Rationale"];

    public override string Name => "accidental-heading";

    public override Severity Severity => Severity.Warning;

    public override string Summary => "text that became a heading by accident, or a heading that stayed text";

    public override string Why =>
        """
            Dashes right below a line of text do not part it from what follows: Markdown makes the text a heading, and so a card.
            With a blank line between them the dashes are a line across the page. The other way round, `###Question` is plain
            text: without a space after the signs it joins the card above, with all that stands below it. So does a heading
            that is indented by four spaces or a tab, which is code.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### Which port does HTTP use by default?

                Port 80 has been reserved for it since 1990.
                ---
                ^^^
                ### Which port does HTTPS use by default?

                Port 443.
                """,
            """
                ### Which port does HTTP use by default?

                Port 80.

                ###Which port does HTTPS use by default?
                ^^^

                Port 443.
                """,
            """
                ## What is a tag?

                A name for a commit.

                It can be annotated
                ---
                ^^^
                A lightweight tag is only a ref.
                """,
            """
                ### Which port does HTTP use by default?

                Port 80.

                    ### Which port does HTTPS use by default?
                    ^^^

                Port 443.
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                Which port does HTTP use by default?
                ------------------------------------

                Port 80.
                """,
            """
                ### Which port does HTTP use by default?

                Port 80 has been reserved for it since 1990.

                ---

                ### How does a C file name a header?

                ```c
                #include <stdio.h>
                ```
                """,
            """
                ### How does this script begin?

                    ## Settings of the server
                    port=80
                """,
            """
                # Ports

                Of web servers
                ---

                What listens where.

                ### Which port does HTTP use by default?

                Port 80.
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        if (section.HeadingBlock is { IsSetext: true, Level: 2 } heading && IsAccident(section, heading))
        {
            var source = section.Source;
            var last = source.LineAt(section.Heading.End - 1);
            report.Add(
                this,
                source.Span(new LineRange(last, last + 1)),
                "These dashes make the text above them a heading, and so a card. Put a blank line between them.",
                InsertBlankLine(source.Text, source.LineStart(last))
            );
        }

        if (section.Source.Text.IndexOf("##", section.Heading.End, StringComparison.Ordinal) >= 0)
        {
            CheckText(section, report);
            CheckCode(section, report);
        }
    }

    public override void Check(Deck deck, DeckReport report)
    {
        var facts = deck.Rows.Facts;
        var (signs, dashes) = (0, 0);
        foreach (var fact in facts)
        {
            signs += fact.Style == HeadingStyle.Signs ? 1 : 0;
            dashes += fact.Style == HeadingStyle.ShortUnderline ? 1 : 0;
        }

        // Who writes headings with dashes does so throughout; the first one may be the deck's title.
        for (var i = 2; dashes > 0 && dashes <= signs && i < facts.Length; i++)
        {
            if (facts[i].Style == HeadingStyle.ShortUnderline)
            {
                var section = deck.Entries[i].Section;
                var dash = TextSpan.FromBounds(section.Heading.End - ShortUnderline.Length, section.Heading.End);
                var line = section.Text.AsSpan(0, dash.Start).LastIndexOfAny('\r', '\n') + 1;
                report.Add(
                    this,
                    i,
                    dash,
                    "These dashes make the text above them a heading, and so a card. The deck's other headings have signs: "
                        + "if this is none, put a blank line between them.",
                    [InsertBlankLine(section.Text, line)]
                );
            }
        }
    }

    /// <summary>How a section's heading is written, as far as accidents are concerned.</summary>
    public static HeadingStyle StyleOf(ParsedSection section) =>
        section.HeadingBlock switch
        {
            { IsSetext: false, Level: 2 } => HeadingStyle.Signs,
            { IsSetext: true, Level: 2 } heading
                when section.Options is null
                    && !IsAccident(section, heading)
                    && !IsMeant(section)
                    && section.Source.Text.AsSpan(0, section.Heading.End).EndsWith("\n" + ShortUnderline) =>
                HeadingStyle.ShortUnderline,
            _ => HeadingStyle.Other,
        };

    private static Fix InsertBlankLine(string text, int at) =>
        new("Insert a blank line", [new TextEdit(new TextSpan(at, 0), LineEnd.Of(text))], IsPreferred: true);

    // A heading that has metadata or options of its own is meant to be one, and so is a question.
    private static bool IsMeant(ParsedSection section) =>
        section.Comment is not null || section.Attributes is not null || section.Title.AsSpan().Trim() is [.., '?'];

    private static bool IsAccident(ParsedSection section, HeadingBlock heading)
    {
        var title = section.Title.AsSpan().Trim();
        if (IsMeant(section))
        {
            return false;
        }

        var first = section.Source.LineAt(section.Heading.Start);
        var last = section.Source.LineAt(section.Heading.End - 1);
        if (last - first > 1 || IsPicture(heading))
        {
            return true;
        }

        return section.Options is null
            && (title.Length > LongestTitle || EndsSentence(title) || title is ['|', ..] || BeginsAnswer(title));
    }

    private static bool EndsSentence(ReadOnlySpan<char> title)
    {
        var isShort = Words(title) <= ShortTitle;
        return title switch
        {
            [.., ',' or ';'] => true,
            [.., ':'] => !isShort,
            // "Acme Inc." is a title, and so is "To be continued..."
            [.., '.', '.'] => false,
            [.., '.'] => !isShort || title.Length - title.LastIndexOf(' ') > ShortTitle + 1 && title.Contains(' '),
            _ => false,
        };
    }

    private static int Words(ReadOnlySpan<char> text) => text.Count(' ') + 1;

    private static bool BeginsAnswer(ReadOnlySpan<char> title)
    {
        var word = title[..Math.Max(title.IndexOf(':'), 0)].Trim();
        foreach (var known in AnswerWords)
        {
            if (word.Equals(known, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return word.Equals("Correct answer", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsPicture(HeadingBlock heading) =>
        heading.Inline is { FirstChild: not null } inline && inline.All(child => child is LinkInline { IsImage: true });

    private void CheckText(ParsedSection section, Report report)
    {
        foreach (var block in section.Blocks)
        {
            // Code of an option stands further right than the margin.
            var mostSpace = block.Syntax switch
            {
                ParagraphBlock => 3,
                ListBlock => 0,
                _ => -1,
            };
            for (var i = block.Lines.First; mostSpace >= 0 && i < block.Lines.End; i++)
            {
                var line = section.Source.Line(i);
                var text = line.TrimStart(' ');
                if (line.Length - text.Length <= mostSpace && SignsOf(text) is > 0 and var signs)
                {
                    var span = new TextSpan(section.Source.LineStart(i) + line.Length - text.Length, signs);
                    report.Add(
                        this,
                        span,
                        "This is no heading without a space after it, and what follows belongs to the card above.",
                        new Fix("Insert a space", [new TextEdit(new TextSpan(span.End, 0), " ")], IsPreferred: true)
                    );
                }
            }
        }
    }

    /// <summary>Finds indented code that begins with what looks like a card's heading and nothing else.</summary>
    private void CheckCode(ParsedSection section, Report report)
    {
        foreach (var block in section.Blocks)
        {
            if (block.Syntax is not CodeBlock || block.Syntax is FencedCodeBlock)
            {
                continue;
            }

            var (first, end) = block.Lines;
            var line = section.Source.Line(first);
            var text = line.Trim(" \t");
            var signs = text.IndexOfAnyExcept('#');
            if (
                signs is < 2 or > 6
                || text[signs] != ' '
                || (end > first + 1 && !section.Source.Line(first + 1).IsWhiteSpace())
                || (text[^1] != '?' && (end > first + 1 || signs != section.Level))
            )
            {
                continue;
            }

            var start = section.Source.LineStart(first);
            var indent = line.IndexOf('#');
            report.Add(
                this,
                new TextSpan(start + indent, signs),
                "Indented like this it is code and no heading, and what follows belongs to the card above.",
                new Fix("Remove the indentation", [new TextEdit(new TextSpan(start, indent), "")], IsPreferred: true)
            );
        }
    }

    /// <summary>How many signs stand at the start of a line that looks like a heading without its space; else 0.</summary>
    private static int SignsOf(ReadOnlySpan<char> line)
    {
        var signs = line.IndexOfAnyExcept('#');
        return signs is >= 2 and <= 6 && (char.IsLetterOrDigit(line[signs]) || line[signs] is '*' or '`') ? signs : 0;
    }
}
