using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules.English;

/// <summary>Finds the word that turns a question into its opposite.</summary>
internal static class Negation
{
    private static readonly string[] Cues = ["not", "n't", "cannot", "except", "least", "false", "incorrect", "untrue"];

    private static readonly string[] Questions = ["which", "what", "who"];

    private static readonly string[] Copulas = ["is", "are", "was", "were"];

    // Verbs that change places with the subject: "What does a proxy not do?"
    private static readonly string[] Auxiliaries =
    [
        "do",
        "does",
        "did",
        "can",
        "could",
        "may",
        "might",
        "must",
        "shall",
        "should",
        "will",
        "would",
        "has",
        "have",
        "had",
    ];

    // They report what is said behind them: "Which principle says users should not …?"
    private static readonly string[] Reports =
    [
        "assumes",
        "describes",
        "dictates",
        "ensures",
        "guarantees",
        "implies",
        "indicates",
        "means",
        "requires",
        "says",
        "shows",
        "specifies",
        "states",
        "suggests",
        "tells",
    ];

    // "In which case …?" asks when.
    private static readonly string[] Cases =
    [
        "case",
        "cases",
        "circumstance",
        "circumstances",
        "condition",
        "conditions",
        "scenario",
        "scenarios",
        "situation",
        "situations",
    ];

    // What they begin has its own verb, whose negation is not the question's.
    private static readonly string[] ClauseWords =
    [
        "although",
        "as",
        "because",
        "but",
        "how",
        "if",
        "once",
        "since",
        "so",
        "that",
        "though",
        "unless",
        "until",
        "what",
        "when",
        "where",
        "whether",
        "which",
        "while",
        "who",
        "whose",
        "why",
    ];

    private static readonly string[] Prepositions =
    [
        "about",
        "at",
        "by",
        "during",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "regarding",
        "than",
        "through",
        "to",
        "under",
        "using",
        "via",
        "with",
        "within",
        "without",
    ];

    private static readonly string[] Determiners = ["a", "an", "the", "your", "its", "their", "any", "each", "every"];

    private static readonly string[] Pronouns =
    [
        "he",
        "it",
        "one",
        "she",
        "these",
        "they",
        "this",
        "those",
        "we",
        "you",
    ];

    private static readonly string[] Fillers =
    [
        "actually",
        "also",
        "always",
        "by",
        "currently",
        "definitely",
        "generally",
        "normally",
        "probably",
        "typically",
        "usually",
    ];

    // "At least" is a number and "least privilege" a term; these ask for what fits worst.
    private static readonly string[] Leasts =
    [
        "accurate",
        "appropriate",
        "beneficial",
        "correct",
        "desirable",
        "effective",
        "helpful",
        "important",
        "likely",
        "probable",
        "recommended",
        "relevant",
        "suitable",
        "suited",
        "true",
        "useful",
    ];

    // "What is false?" judges statements; "Which value is false?" asks for a value.
    private static readonly string[] Statements =
    [
        "assertion",
        "assertions",
        "claim",
        "claims",
        "following",
        "option",
        "options",
        "sentence",
        "sentences",
        "statement",
        "statements",
    ];

    // Of these, false is one of two values.
    private static readonly string[] Values =
    [
        "comparison",
        "comparisons",
        "condition",
        "conditions",
        "expression",
        "expressions",
        "value",
        "values",
    ];

    /// <summary>Where the negative word of a prompt stands in it, emphasised or not; null where it asks straight on.</summary>
    public static TextSpan? Find(Prose prompt)
    {
        if (!MayHave(prompt.Text))
        {
            return null;
        }

        var text = prompt.Without(ProseStyle.Code);
        var start = Question.Start(text);
        while (start < text.Length)
        {
            var end = SentenceEnd(text, start);
            if (Find(text, start, end) is { } found)
            {
                return found;
            }

            start = end;
        }

        return null;
    }

    /// <summary>The negative word of an option, such as "not" or "never"; null where it says what is.</summary>
    public static TextSpan? FindIn(Prose option)
    {
        var text = option.Without(ProseStyle.Code);
        if (Words.Count(text) < 2)
        {
            // "None" may be a value.
            return null;
        }

        var last = default(TextSpan);
        foreach (var word in Words.In(text))
        {
            if (IsNegative(text, word) && !Is(text, last, "if", "or", "whether") && !IsInName(text, word))
            {
                return word;
            }

            last = word;
        }

        return null;
    }

    private static bool IsNegative(string text, TextSpan word) =>
        Is(text, word, "not", "never", "cannot", "neither", "none") || IsContraction(text, word);

    /// <summary>"Not Found", "NOT NULL", "not only": a name, or no negation at all.</summary>
    private static bool IsInName(string text, TextSpan word)
    {
        var next = Next(text, word.End);
        return Is(text, next, "only", "found", "null", "necessarily", "just")
            || IsQuoted(text, word)
            || (next.Length > 0 && char.IsUpper(text[word.Start]) && char.IsUpper(text[next.Start]));
    }

    private static bool MayHave(string text) =>
        AnyCase.Has(text, Cues) || text.Contains("n’t", StringComparison.OrdinalIgnoreCase);

    private static int SentenceEnd(string text, int start)
    {
        for (var i = start; i < text.Length; i++)
        {
            var isEnd = text[i] is '?' or '!' || (text[i] == '.' && !IsAbbreviation(text, i));
            if (text[i] == '\n' || (isEnd && (i + 1 == text.Length || char.IsWhiteSpace(text[i + 1]))))
            {
                return i + 1;
            }
        }

        return text.Length;
    }

    /// <summary>"e.g." or a number such as "12." ends no sentence.</summary>
    private static bool IsAbbreviation(string text, int point) =>
        point == 0 || char.IsDigit(text[point - 1]) || (point > 1 && text[point - 2] is '.' or '(' or ' ');

    private static TextSpan? Find(string text, int start, int end)
    {
        var words = new List<TextSpan>();
        var depth = 0;
        var at = start;
        foreach (var inner in Words.In(text.AsSpan(start, end - start)))
        {
            var word = inner.Shift(start);
            for (; at < word.Start; at++)
            {
                depth +=
                    text[at] == '(' ? 1
                    : text[at] == ')' && depth > 0 ? -1
                    : 0;
            }

            if (depth == 0)
            {
                words.Add(word);
            }
        }

        return Except(text, words, end) ?? InQuestion(text, words, end);
    }

    /// <summary>"All of these are servers except": the last word, or "except" in a sentence about all.</summary>
    private static TextSpan? Except(string text, List<TextSpan> words, int end)
    {
        for (var i = words.Count - 1; i > 0; i--)
        {
            if (!Is(text, words[i], "except") || IsQuoted(text, words[i]))
            {
                continue;
            }

            var isLast = i == words.Count - 1 || (i == words.Count - 2 && Is(text, words[^1], "for", "one"));
            var isEnd = isLast && !text.AsSpan(words[i].End, end - words[i].End).Contains('\uFFFC');
            return isEnd && Is(text, words[0], "all", "each", "every", "any", "which", "what", "the", "in", "with")
                ? words[i]
                : null;
        }

        return null;
    }

    private static TextSpan? InQuestion(string text, List<TextSpan> words, int end)
    {
        var question = words.FindIndex(word => Is(text, word, Questions));
        if (question < 0 || !IsAsked(text, words, question, end))
        {
            return null;
        }

        var verb = Verb(text, words, question);
        if (
            verb < 0
            || (question > 0 && Is(text, words[question - 1], "in", "under") && Is(text, words[verb - 1], Cases))
        )
        {
            return null;
        }

        if (IsContraction(text, words[verb]) || Is(text, words[verb], "cannot"))
        {
            return words[verb];
        }

        var next = verb + 1;
        while (next < words.Count && Is(text, words[next], Fillers))
        {
            next++;
        }

        if (next < words.Count && IsNegativeAfterVerb(text, words, question, verb, next))
        {
            return words[next];
        }

        return Is(text, words[verb], Auxiliaries) ? Inverted(text, words, verb) : null;
    }

    /// <summary>Whether "which" asks: it begins the sentence or its main part, and a question or a blank ends it.</summary>
    private static bool IsAsked(string text, List<TextSpan> words, int question, int end)
    {
        if (question == 0 || (question == 1 && Is(text, words[0], Prepositions)))
        {
            return true;
        }

        // "In Python, which …", "Q3 Which …"; but not "It fails, which is not …", which ends in a full stop.
        var before = text.AsSpan(words[question - 1].End, words[question].Start - words[question - 1].End);
        return (
                before.Contains(',')
                || before.Contains(':')
                || before.Contains(')')
                || char.IsUpper(text[words[question].Start])
            ) && text.AsSpan(0, end).TrimEnd() is [.., '?' or ':' or '_'];
    }

    /// <summary>The first verb that can be negated, as long as only the subject stands before it; else -1.</summary>
    private static int Verb(string text, List<TextSpan> words, int question)
    {
        for (var i = question + 1; i < words.Count; i++)
        {
            var word = words[i];
            if (
                Is(text, word, Copulas)
                || Is(text, word, Auxiliaries)
                || Is(text, word, "cannot")
                || IsContraction(text, word)
            )
            {
                return i;
            }

            var isObject =
                i > question + 1
                && Is(text, word, Determiners)
                && !Is(text, words[i - 1], Prepositions)
                && !Is(text, words[i - 1], "and", "or");
            if (isObject || Is(text, word, ClauseWords) || Is(text, word, Reports) || HasCommaBefore(text, word))
            {
                return -1;
            }
        }

        return -1;
    }

    private static bool HasCommaBefore(string text, TextSpan word) =>
        text.AsSpan(0, word.Start).TrimEnd() is [.., ',' or ';' or '(' or ')'];

    private static bool IsNegativeAfterVerb(string text, List<TextSpan> words, int question, int verb, int at)
    {
        var next = at + 1 < words.Count ? words[at + 1] : default;
        if (IsQuoted(text, words[at]))
        {
            return false;
        }

        if (Is(text, words[at], "not"))
        {
            // "NOT NULL" is a name, and "is not only" no negation.
            var isName = next.Length > 0 && IsUpper(text, words[at]) && IsUpper(text, next);
            return !isName && !Is(text, next, "only", "just", "found", "null") && !IsOrNot(text, words, at);
        }

        if (!Is(text, words[verb], Copulas))
        {
            return false;
        }

        if (Is(text, words[at], "the"))
        {
            return false;
        }

        if (Is(text, words[at], "least"))
        {
            return Is(text, next, Leasts);
        }

        var subject = words.GetRange(question, verb - question);
        return Is(text, words[at], "false", "incorrect", "untrue")
            && subject.Exists(word => Is(text, word, Statements))
            && !subject.Exists(word => Is(text, word, Values));
    }

    /// <summary>"What does a proxy not do?": the negation stands behind the subject, and a verb behind it.</summary>
    private static TextSpan? Inverted(string text, List<TextSpan> words, int verb)
    {
        const int LongestSubject = 5;
        var subject = verb + 1 < words.Count ? words[verb + 1] : default;
        if (
            !Is(text, words[verb], "do", "does", "did")
            && !Is(text, subject, Determiners)
            && !Is(text, subject, Pronouns)
        )
        {
            // "Which query will list rows not in a table?": the question word is the subject.
            return null;
        }

        for (var i = verb + 2; i < words.Count && i <= verb + 1 + LongestSubject; i++)
        {
            if (Is(text, words[i], ClauseWords) || Is(text, words[i - 1], "to") || HasCommaBefore(text, words[i]))
            {
                return null;
            }

            if (!Is(text, words[i], "not"))
            {
                continue;
            }

            // "Which code does a page not found give?"
            var next = i + 1 < words.Count ? words[i + 1] : default;
            var isPart =
                next.Length == 0
                || Is(text, next, "found", "null", "only", "to")
                || text.AsSpan(next.Start, next.Length).EndsWith("ed", StringComparison.OrdinalIgnoreCase)
                || text.AsSpan(next.Start, next.Length).EndsWith("ing", StringComparison.OrdinalIgnoreCase)
                || Is(text, words[i - 1], Prepositions)
                || Is(text, next, Prepositions)
                || IsUpper(text, next)
                || IsQuoted(text, words[i])
                || IsOrNot(text, words, i);
            return isPart ? null : words[i];
        }

        return null;
    }

    private static bool IsOrNot(string text, List<TextSpan> words, int at) => Is(text, words[at - 1], "or", "and");

    private static bool IsContraction(string text, TextSpan word) =>
        word.Length > 3
        && text.AsSpan(word.Start, word.Length) is var letters
        && (
            letters.EndsWith("n't", StringComparison.OrdinalIgnoreCase)
            || letters.EndsWith("n’t", StringComparison.OrdinalIgnoreCase)
        );

    private static bool IsUpper(string text, TextSpan word)
    {
        foreach (var c in text.AsSpan(word.Start, word.Length))
        {
            if (!char.IsUpper(c))
            {
                return false;
            }
        }

        return word.Length > 1;
    }

    private static bool IsQuoted(string text, TextSpan word) =>
        word.Start > 0 && text[word.Start - 1] is '"' or '\'' or '“' or '‘';

    private static TextSpan Next(string text, int from)
    {
        foreach (var word in Words.In(text.AsSpan(from)))
        {
            return word.Shift(from);
        }

        return default;
    }

    private static bool Is(string text, TextSpan word, params ReadOnlySpan<string> any)
    {
        foreach (var one in any)
        {
            if (
                word.Length == one.Length
                && text.AsSpan(word.Start, word.Length).Equals(one, StringComparison.OrdinalIgnoreCase)
            )
            {
                return true;
            }
        }

        return false;
    }
}
