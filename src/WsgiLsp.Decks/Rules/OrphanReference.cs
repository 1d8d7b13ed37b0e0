using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules.English;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

internal sealed partial class OrphanReference : Rule
{
    private const string Shown =
        @"code|code snippet|code block|snippet|program|script|listing|pseudocode|figure|diagram|flowchart|image|picture|photo|screenshot|exhibit|illustration|drawing|graph|chart|circuit";

    private static readonly string[] Choosing =
    [
        "all of ",
        "among ",
        "any of ",
        "each of ",
        "one of ",
        "two of ",
        "what of ",
        "which of ",
    ];

    // Quotes, and what code consists of where it is not marked as code.
    private static readonly SearchValues<char> CodeSigns = SearchValues.Create("\"“”={}[];<>|\\");

    public override string Name => "orphan-reference";

    public override Severity Severity => Severity.Warning;

    public override bool IsEnglish => true;

    public override string Summary => "a prompt that points at code or a picture which is not there";

    public override string Why =>
        """
            The reader sees the prompt and nothing else: not the card before, and not what stands in the answer. "The code
            above" must stand in the prompt itself. On a recall card a line with `---` parts what is shown with the question
            from the answer.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### What does the code above print?
                              ^^^^^^^^^^^^^^
                - [ ] Nothing
                - [x] The list in reverse order
                """,
            """
                ### What does the following program print?
                              ^^^^^^^^^^^^^^^^^^^^^
                ```python
                print(sum(range(4)))
                ```

                It prints 6.
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### What does the following program print?

                ```python
                print(sum(range(4)))
                ```

                ---

                It prints 6.
                """,
            """
                ### Which layer of the Internet model is above the transport layer?

                The application layer.
                """,
            """
                ### Which of the following programs comes with Git?

                - [x] `gitk`
                - [ ] `patch`
                - [ ] `make`
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        if (
            section.Content is not (RecallContent or ChoiceContent or TypedContent)
            || section.Zones.PromptEnd > 0
            || !MayPoint(Question.Heading(section))
            || ShowsSomething(section.HeadingBlock)
        )
        {
            return;
        }

        var heading = Question.Heading(section).ToString();
        var match = Reference().Match(heading);
        if (!match.Success || IsThere(section, heading, match))
        {
            return;
        }

        var place = section.Prompt.Span(match.Groups["what"].Index, match.Groups["what"].Length);
        if (EndOfShown(section) is { } end)
        {
            report.Add(
                this,
                place,
                "What this points at stands in the answer, so it is hidden when the question is asked. "
                    + "Part the two by a line with '---'.",
                new Fix("Show it with the question: insert '---' below it", [Separate(section, end)], IsPreferred: true)
            );
        }
        else
        {
            report.Add(
                this,
                place,
                "The prompt points at something that is not there. Put it below the heading, or ask without it."
            );
        }
    }

    private static bool MayPoint(ReadOnlySpan<char> heading) =>
        AnyCase.Has(heading, ["above", "below", "following", "this ", "exhibit", "shown in"]);

    /// <summary>Whether the heading itself holds code, a picture, a link, or HTML.</summary>
    private static bool ShowsSomething(HeadingBlock? heading)
    {
        for (var inline = heading?.Inline?.FirstChild; inline is not null; inline = inline.NextSibling)
        {
            if (inline is CodeInline or LinkInline or HtmlInline or AutolinkInline)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether what the prompt points at may be written in the heading, or in the options.</summary>
    private static bool IsThere(ParsedSection section, string heading, Match match)
    {
        var rest = heading.AsSpan();
        var number = Question.Start(rest);
        var isThis = match.Value.StartsWith("this", StringComparison.OrdinalIgnoreCase);
        return rest.ContainsAny(CodeSigns)
            || rest.Contains("()", StringComparison.Ordinal)
            || rest.Contains("->", StringComparison.Ordinal)
            || HasTextAfter(rest[(match.Index + match.Length)..])
            || (isThis && number < match.Index && IsNamedBefore(rest[number..match.Index]))
            || section.Options?.Options.Any(ShowsCode) == true
            || (section.Content is ChoiceContent && IsChoice(rest[..match.Index], match.ValueSpan));
    }

    /// <summary>"Which of the following programs …": the options themselves are meant.</summary>
    private static bool IsChoice(ReadOnlySpan<char> before, ReadOnlySpan<char> what)
    {
        foreach (var word in Choosing)
        {
            if (before.EndsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return what is [.., 's'] && what.Contains("following", StringComparison.OrdinalIgnoreCase);
    }

    // "the following code: x equals 5", or a sentence after the one that points.
    private static bool HasTextAfter(ReadOnlySpan<char> after)
    {
        var mark = after.IndexOfAny(':', '?', '.');
        return mark >= 0 && after[mark] != '?' && Words.AnyIn(after[mark..]) && !after[mark..].Contains('?');
    }

    // "A server answers 404. What does this code mean?"
    private static bool IsNamedBefore(ReadOnlySpan<char> before) =>
        before.ContainsAnyInRange('0', '9') || before.ContainsAny('.', ',', ':');

    private static bool ShowsCode(PlacedOption option) =>
        option.DetachedFence is not null
        || option.Option.Text.Contains('`', StringComparison.Ordinal)
        || option.Option.Text.Contains("![", StringComparison.Ordinal);

    /// <summary>Where a leading fence, picture or quote of the answer ends, if more of the answer follows.</summary>
    private static int? EndOfShown(ParsedSection section)
    {
        var blocks = section.Body.Flow;
        var shown = 0;
        while (shown < blocks.Count && IsShown(blocks[shown].Syntax))
        {
            shown++;
        }

        return shown > 0 && shown < blocks.Count && section.Content is RecallContent && !section.IsAnswerHidden
            ? section.Source.Span(blocks[shown - 1].Lines).End
            : null;
    }

    private static bool IsShown(Block? block) =>
        block is CodeBlock or QuoteBlock or ParagraphBlock { Inline.FirstChild: LinkInline { IsImage: true } };

    private static TextEdit Separate(ParsedSection section, int end)
    {
        var line = section.Source.Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        return new TextEdit(new TextSpan(end, 0), $"{line}{line}---");
    }

    [GeneratedRegex(
        @"\b(?<what>the (above|below|following|given|attached) (piece of |block of |lines of |sample |python |java |javascript |c |c\+\+ |sql )?("
            + Shown
            + @")s?\b|the ("
            + Shown
            + @") (shown |given |provided |displayed |snippet )?(above|below)\b(?! (a|an|another|it|the)\b)|(?<=\b(consider|given|do|does|did|is|in|of|from|to|will|would|run|see|on|with|using|at) )this (code|code snippet|code block|snippet|screenshot|exhibit|piece of code|block of code)\b|refer(ring)? to the ("
            + Shown
            + @")\b|shown in the (exhibit|figure|picture|image|screenshot|diagram)\b)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Reference();
}
