using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules.English;

namespace WsgiLsp.Decks.Rules;

/// <summary>Tells whether two cards whose prompts have one hash ask the same.</summary>
internal static class SamePrompt
{
    // A shorter prompt lives on the headings above it: "Default port" under two servers is two questions.
    private const int LeastWords = 5;

    // Words that point at what stands below the prompt.
    private static readonly string[] Pointing =
    [
        "above",
        "below",
        "code",
        "command",
        "correct",
        "diagram",
        "displayed",
        "example",
        "false",
        "following",
        "function",
        "happen",
        "happens",
        "here",
        "image",
        "incorrect",
        "invalid",
        "it",
        "logged",
        "logs",
        "one",
        "option",
        "output",
        "picture",
        "print",
        "prints",
        "program",
        "query",
        "result",
        "returned",
        "script",
        "snippet",
        "statement",
        "statements",
        "that",
        "these",
        "this",
        "true",
        "valid",
        "value",
        "wrong",
    ];

    // Options that begin with them stand in many cards.
    private static readonly string[] Common =
    [
        "all ",
        "both ",
        "compil",
        "error",
        "false",
        "neither ",
        "no ",
        "none",
        "null",
        "syntax",
        "true",
        "undefined",
        "yes",
    ];

    /// <summary>Whether both ask the same.</summary>
    public static bool Ask(DeckEntry one, DeckEntry other)
    {
        var (a, b) = (one.Section.Content!, other.Section.Content!);
        if (!IsSameText(a, b))
        {
            return false;
        }

        return (a, b) switch
        {
            (ChoiceContent x, ChoiceContent y) => HaveSameOptions(x, y)
                || (!IsPointing(a.Title) && IsSameContext(one, other)),
            (MatchContent or OrderContent or TypedContent, _) => a.Answer == b.Answer,
            _ => a.Answer == b.Answer || (!IsPointing(a.Title) && IsSameContext(one, other)),
        };
    }

    private static bool IsSameText(CardContent a, CardContent b)
    {
        // In code upper and lower case differ, and pictures show only in the source.
        return HasExactText(a.Prompt) || HasExactText(b.Prompt)
            ? PromptText.Plain(a.Prompt) == PromptText.Plain(b.Prompt)
            : PromptText.Plain(a.Title).Equals(PromptText.Plain(b.Title), StringComparison.OrdinalIgnoreCase);
    }

    private static bool HasExactText(string prompt) =>
        prompt.Contains('`', StringComparison.Ordinal) || prompt.Contains("![", StringComparison.Ordinal);

    /// <summary>Whether one has all options of the other, or they share half of them, not counting those of any card.</summary>
    private static bool HaveSameOptions(ChoiceContent a, ChoiceContent b)
    {
        var texts = b.Options.Select(option => option.Text).ToHashSet(StringComparer.Ordinal);
        var shared = a.Options.Where(option => texts.Contains(option.Text)).ToList();
        var fewest = Math.Min(a.Options.Length, b.Options.Length);
        return shared.Count >= fewest || shared.Count(option => !IsCommon(option.Text)) * 2 >= fewest;
    }

    private static bool IsCommon(string option) =>
        !option.Any(char.IsLetter) || Common.Any(word => option.StartsWith(word, StringComparison.OrdinalIgnoreCase));

    private static bool IsSameContext(DeckEntry one, DeckEntry other) =>
        one.Context.Path.SequenceEqual(other.Context.Path) || Words.Count(one.Section.Title) >= LeastWords;

    private static bool IsPointing(string title)
    {
        foreach (var word in Words.In(title))
        {
            foreach (var pointing in Pointing)
            {
                if (title.AsSpan(word.Start, word.Length).Equals(pointing, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
