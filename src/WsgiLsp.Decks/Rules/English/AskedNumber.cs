using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules.English;

/// <summary>Tells whether a prompt asks for one answer.</summary>
internal static class AskedNumber
{
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

    private static readonly string[] Singulars = ["is", "was", "does", "has"];

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
        if (
            words.Exists(word => Is(text, word, ManyWords))
            || Array.Exists(ManySigns, sign => text.Contains(sign, StringComparison.OrdinalIgnoreCase))
        )
        {
            return false;
        }

        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (Is(text, words[i], "which") ? IsOneWhich(text, words, i + 1) : IsOneWhat(text, words, i))
            {
                return true;
            }
        }

        return false;
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
            if (Is(text, words[i], Singulars))
            {
                return true;
            }

            if (i > at && (Is(text, words[i], Modals) || Is(text, words[i], Verbs)))
            {
                // "Which commands can …", "Which of these must …".
                var isPlural =
                    words[i - 1].Length > 1 && text[words[i - 1].End - 1] == 's' && text[words[i - 1].End - 2] != 's';
                return !isAmong && !isPlural;
            }
        }

        return false;
    }

    private static bool IsOneWhat(string text, List<TextSpan> words, int at)
    {
        if (!Is(text, words[at], "what", "who", "where", "when") || !Is(text, words[at + 1], Singulars))
        {
            return false;
        }

        for (var i = at + 2; i < words.Count && i < at + 4; i++)
        {
            if (Is(text, words[i], Judgements))
            {
                return false;
            }
        }

        return true;
    }

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
