using System.Buffers;
using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules.English;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

internal sealed class AnswerInPrompt : Rule
{
    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"“”„«»‘");

    // Between alternatives, of which the answer is one by right.
    private static readonly string[] Alternatives = [" or ", " vs ", " vs. ", " versus ", "between ", " than ", "/ "];

    // Then the prompt shows what a program is given, and the answer is what comes out.
    private static readonly string[] Outputs =
    [
        "output",
        "print",
        "return",
        "result",
        "evaluate",
        "display",
        "stand for",
        "stands for",
        "short for",
        "abbreviat",
        "spell",
        "example of",
    ];

    public override string Name => "answer-in-prompt";

    public override Severity Severity => Severity.Warning;

    public override bool IsEnglish => true;

    public override string Summary => "a short answer that stands in its own prompt";

    public override string Why =>
        """
            Whoever can read can answer: the card comes back again and again, always right, and nothing is learned. Write the
            prompt without the word, or ask for something else. Questions that offer the alternatives themselves ("X or Y?"),
            code, quoted words and numbers are left alone.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### Which structure does the call stack use to keep its frames?
                                                  ^^^^^
                A stack.
                """,
            """
                ### Which Git command makes a commit?
                                              ^^^^^^
                <!-- card: kind=typed -->

                `commit`
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### Which structure keeps the frames of function calls?

                A stack.
                """,
            """
                ### Which of the two retransmits lost segments, TCP or UDP?

                TCP.
                """,
            """
                ### What does `print("done")` show?

                done
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        if (section.Content is TypedContent typed)
        {
            Check(section, typed.Accepted, report);
        }
        else if (section.Content is RecallContent { Body.Length: > 1 and < 200 })
        {
            Check(section, [section.ShownAnswer.Text], report);
        }
    }

    private void Check(ParsedSection section, ImmutableArray<string> answers, Report report)
    {
        string? prompt = null;
        foreach (var text in answers)
        {
            if (ShortAnswer.Of(text) is not { } answer)
            {
                continue;
            }

            prompt ??= Seen(section);
            if (answer.In(prompt) is { } place && !IsAsked(prompt, place))
            {
                report.Add(
                    this,
                    section.Prompt.Span(place.Start, place.Length),
                    $"The prompt gives its answer away: '{answer.Text}' stands in it. Ask without that word."
                );
                return;
            }
        }
    }

    /// <summary>The heading without code and quoted words; empty where the answer stands in it by right.</summary>
    private static string Seen(ParsedSection section)
    {
        var heading = section.Prompt.Without(ProseStyle.Code | ProseStyle.Emphasis)[..Question.Heading(section).Length];
        return
            heading.AsSpan().ContainsAny(Quotes) || AnyCase.Has(heading, Alternatives) || AnyCase.Has(heading, Outputs)
            ? ""
            : heading;
    }

    /// <summary>Whether the word is one of a list, or what the question is about.</summary>
    private static bool IsAsked(string prompt, TextSpan place)
    {
        var before = prompt.AsSpan(0, place.Start).TrimEnd();
        var after = prompt.AsSpan(place.End).TrimStart();
        return before is [.., ',' or '&' or ':']
            || after is [',' or '&' or '(' or '/', ..]
            || before.EndsWith(" and", StringComparison.OrdinalIgnoreCase)
            || after.StartsWith("and ", StringComparison.OrdinalIgnoreCase);
    }
}
