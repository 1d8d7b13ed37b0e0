using System.Buffers;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules.English;

/// <summary>Tells whether a prompt asks for one answer.</summary>
internal static class AskedNumber
{
    private static readonly SearchValues<char> Breaks = SearchValues.Create(",.:;?!)\n");

    private static readonly string[] ManyWords =
    [
        "all",
        "answers",
        "any",
        "apply",
        "are",
        "both",
        "check",
        "choose",
        "each",
        "five",
        "four",
        "have",
        "many",
        "mark",
        "more",
        "multiple",
        "options",
        "pick",
        "select",
        "several",
        "some",
        "three",
        "tick",
        "two",
        "were",
    ];

    private static readonly string[] ManySigns = ["(s)", "(es)", "/s ", "/are"];

    private static readonly string[] Prepositions = ["at", "by", "from", "in", "on", "to", "under", "with"];

    // Verbs that say the same of one and of several, and verbs of one that follow their noun.
    private static readonly string[] Modals = ["can", "could", "may", "must", "should", "will", "would"];

    private static readonly string[] Verbs =
    [
        "adds",
        "allows",
        "creates",
        "defines",
        "describes",
        "displays",
        "gives",
        "lists",
        "makes",
        "means",
        "prints",
        "removes",
        "returns",
        "sets",
        "shows",
        "starts",
        "stops",
        "stores",
    ];

    // A noun and its verb stand before one of these: "which command stages a file".
    private static readonly string[] Determiners = ["a", "an", "its", "the", "this", "your"];

    // "What is true …?" may have several answers.
    private static readonly string[] Judgements =
    [
        "allowed",
        "correct",
        "false",
        "needed",
        "possible",
        "required",
        "true",
        "valid",
        "wrong",
    ];

    /// <summary>Whether the words ask for one; false where they ask for several, or may.</summary>
    public static bool IsOne(Prose prompt)
    {
        var text = prompt.Without(ProseStyle.Code);
        var words = Words.List(text);
        if (words.Exists(word => Is(text, word, ManyWords)) || AnyCase.Has(text, ManySigns))
        {
            return false;
        }

        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (
                Is(text, words[i], "which")
                    ? Asks(text, words, i) && IsOneWhich(text, words, i + 1)
                    : IsOneWhat(text, words, i)
            )
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether "which" asks; "a table which has two columns" only tells.</summary>
    private static bool Asks(string text, List<TextSpan> words, int at)
    {
        if (at == 0 || char.IsUpper(text[words[at].Start]))
        {
            return true;
        }

        var gap = text.AsSpan(words[at - 1].End, words[at].Start - words[at - 1].End);
        return gap.ContainsAny(Breaks) || (Is(text, words[at - 1], Prepositions) && Asks(text, words, at - 1));
    }

    private static bool IsOneWhich(string text, List<TextSpan> words, int at)
    {
        const int LongestNoun = 4;
        if (Is(text, words[at], "one"))
        {
            return true;
        }

        var isAmong = Is(text, words[at], "of");
        for (var i = at; i < words.Count && i <= at + LongestNoun + (isAmong ? 1 : 0); i++)
        {
            if (Is(text, words[i], "is", "was", "has"))
            {
                return true;
            }

            if (i > at && (Is(text, words[i], "does") || Is(text, words[i], Modals) || Is(text, words[i], Verbs)))
            {
                // "Which commands can …", "Which of these must …", "Which types does Java have?"
                return !isAmong && !IsPlural(text, words[i - 1]);
            }

            if (
                i > at
                && i + 1 < words.Count
                && IsPlural(text, words[i])
                && Is(text, words[i + 1], Determiners)
                && !IsPlural(text, words[i - 1])
            )
            {
                return !isAmong;
            }
        }

        return false;
    }

    /// <summary>"What is the …?"; but "What is a …?" and "What does … do?" may well have several answers.</summary>
    private static bool IsOneWhat(string text, List<TextSpan> words, int at)
    {
        var isAsked =
            at + 3 < words.Count
            && Is(text, words[at], "what", "who")
            && Is(text, words[at + 1], "is", "was")
            && Is(text, words[at + 2], "the");
        for (var i = at + 3; isAsked && i < words.Count && i < at + 5; i++)
        {
            if (Is(text, words[i], Judgements) || IsPlural(text, words[i]))
            {
                return false;
            }
        }

        return isAsked;
    }

    private static bool IsPlural(string text, TextSpan word) =>
        word.Length > 2 && text[word.End - 1] == 's' && text[word.End - 2] is not ('s' or 'u' or 'i');

    private static bool Is(string text, TextSpan word, params ReadOnlySpan<string> any)
    {
        foreach (var one in any)
        {
            if (text.AsSpan(word.Start, word.Length).Equals(one, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
