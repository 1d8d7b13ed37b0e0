using System.Collections.Immutable;
using Markdig.Syntax;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Rules;

internal sealed class LongAnswer : Rule
{
    private const int Most = 120;

    public override string Name => "long-answer";

    public override Severity Severity => Severity.Information;

    public override bool IsEnglish => true;

    public override string Summary => "a recall answer of more than 120 words";

    public override string Why =>
        """
            What is learned together is graded together: of a long answer one part is known, another is not, and no grade is
            right. Keep to one idea a card. Split the card, move what is not asked for into a `> [!NOTE]`, or let a rubric grade
            the parts. Code and tables do not count.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### What happens when a browser opens a page?
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                First the browser looks the host name up. The **resolver** of the operating system asks a name server, unless the
                answer is still in a cache, and gets one or more addresses back. Then the browser connects to one of them: with TCP
                that takes a **handshake** of three segments, and for an encrypted page another exchange follows, in which the two
                sides agree on keys and the server proves who it is. Now the browser sends the **request**, with the path, the host
                and what it accepts. The server answers with a status, some headers and the text of the page. While that text
                arrives, the browser reads it from the top, builds the **document tree** and asks for the style sheets, scripts and
                pictures that it names. At last it works out where each box goes, and **paints** them.
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### What does a browser need before it can connect to a host?

                The host's **address**, which a name server tells.
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        if (
            section.Content is not RecallContent { Body: var body }
            || body.Length <= 2 * Most
            || CountSpaced(body) <= Most
            || Count(section) is var words && words <= Most
        )
        {
            return;
        }

        var message =
            $"The answer has {words} words, too many for one grade ({Most} at most). Split the card, or give it a rubric.";
        if (RubricDraft.Insert(section) is { } edit)
        {
            report.Add(this, section.Heading, message, new Fix("Insert a rubric from the bold terms", [edit]));
        }
        else
        {
            report.Add(this, section.Heading, message);
        }
    }

    /// <summary>Words of Markdown as white space parts them: no fewer than the reader sees.</summary>
    private static int CountSpaced(ReadOnlySpan<char> text)
    {
        var count = 0;
        var isInside = false;
        foreach (var letter in text)
        {
            var isSpace = char.IsWhiteSpace(letter);
            count += !isSpace && !isInside ? 1 : 0;
            isInside = !isSpace;
        }

        return count;
    }

    private static int Count(ParsedSection section)
    {
        var (source, blocks) = section.IsAnswerHidden
            ? Hidden(section.Content!.Answer)
            : (section.Source, section.AnswerBlocks);
        return blocks
            .Where(block => block.Syntax is not CodeBlock && PipeTable.Read(source, block) is null)
            .Sum(block => CountSpaced(Prose.Of(block.Syntax).Without(ProseStyle.Code, ' ')));
    }

    private static (SectionSource Source, IEnumerable<BodyBlock> Blocks) Hidden(string answer)
    {
        var source = new SectionSource(answer);
        var document = MarkdownReader.Read(answer);
        return (source, document is null ? [] : BodyBlock.List(source, document, source.LineCount));
    }
}
