using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules.English;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Rules;

internal sealed class YesNoPrompt : Rule
{
    // The question asks for more than yes or no, or says between what to choose.
    private static readonly string[] More =
    [
        "or",
        "why",
        "how",
        "what",
        "which",
        "who",
        "explain",
        "describe",
        "elaborate",
        "justify",
        "difference",
        "differences",
        "differentiate",
        "compare",
        "example",
        "examples",
        "reason",
        "reasons",
    ];

    // "Can you name …" asks politely for the names.
    private static readonly string[] Requests =
    [
        "define",
        "discuss",
        "draw",
        "give",
        "guess",
        "list",
        "mention",
        "name",
        "outline",
        "provide",
        "recall",
        "say",
        "share",
        "show",
        "sketch",
        "state",
        "summarise",
        "summarize",
        "talk",
        "tell",
        "think",
        "walk",
        "write",
    ];

    // "Have you used …", "Do you know …" ask about the reader.
    private static readonly string[] Abilities = ["can", "could", "should", "must", "may", "can't", "can’t"];

    // In German "Was …" asks for a thing. A deck whose language nobody wrote down may be German, and only these are in none.
    private static readonly string[] English =
    [
        "the",
        "there",
        "this",
        "that",
        "these",
        "those",
        "it",
        "its",
        "he",
        "his",
        "she",
        "her",
        "they",
        "their",
        "any",
        "ever",
        "of",
        "to",
        "by",
        "for",
        "from",
        "with",
        "before",
        "after",
        "used",
    ];

    public override string Name => "yes-no-prompt";

    public override Severity Severity => Severity.Information;

    public override bool IsEnglish => true;

    public override string Summary => "a recall prompt that asks for yes or no";

    public override string Why =>
        """
            A coin is right half of the time, and the reader who guessed well believes that they knew. Ask for the reason or the
            fact instead ("Why …?", "What happens when …?"), or turn the prompt into a statement that is true or false.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### Does UDP retransmit lost datagrams?
                    ^^^^
                No, the application has to.
                """,
            """
                ### 7. Can a Python tuple hold a list?
                       ^^^
                Yes: only the tuple itself cannot change.
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### What does UDP do about lost datagrams?

                Nothing: the application has to send them again.
                """,
            """
                ### Is UDP connection-oriented or connectionless?

                Connectionless.
                """,
            """
                ### Can a Python tuple hold a list, and why?

                Yes. The tuple only holds a reference, and that does not change.
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        if (section.Content is not RecallContent)
        {
            return;
        }

        var heading = Question.Heading(section);
        var first = Question.FirstWord(heading, Question.Start(heading));
        var verb = heading.Slice(first.Start, first.Length);
        var end = heading.IndexOf('?');
        if (
            !QuestionWords.IsVerb(verb)
            || end < first.End
            || (verb.Equals("was", StringComparison.OrdinalIgnoreCase) && !IsInEnglish(heading[first.End..end]))
            || AsksForMore(verb, heading[first.End..end], heading[end..])
        )
        {
            return;
        }

        report.Add(
            this,
            section.Prompt.Span(first.Start, first.Length),
            "This asks for yes or no, which a guess gets right half of the time. "
                + "Ask for the reason or the fact, or make it a statement that is true or false."
        );
    }

    private static bool AsksForMore(ReadOnlySpan<char> verb, ReadOnlySpan<char> question, ReadOnlySpan<char> after)
    {
        var index = 0;
        var isToYou = false;
        foreach (var place in Words.PartsIn(question))
        {
            var word = question.Slice(place.Start, place.Length);
            isToYou |= index == 0 && word.Equals("you", StringComparison.OrdinalIgnoreCase);
            if (IsOneOf(More, word) || (isToYou && (index == 0 ? !IsOneOf(Abilities, verb) : IsRequest(index, word))))
            {
                return true;
            }

            index++;
        }

        return index < 2 || Words.AnyIn(after);
    }

    private static bool IsInEnglish(ReadOnlySpan<char> question)
    {
        foreach (var place in Words.PartsIn(question))
        {
            // "IT" is a word in other languages, too.
            if (English.Contains(question.Slice(place.Start, place.Length).ToString(), StringComparer.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRequest(int index, ReadOnlySpan<char> word) => index <= 2 && IsOneOf(Requests, word);

    private static bool IsOneOf(string[] words, ReadOnlySpan<char> word)
    {
        foreach (var one in words)
        {
            if (word.Equals(one, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
