using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Completions;

/// <summary>GitHub's callouts at the start of a quote.</summary>
internal static class CalloutCompletions
{
    /// <summary>The callouts that can be written; null elsewhere.</summary>
    public static CompletionSet? At(CompletionPlace place)
    {
        var quoted = place.Before.TrimStart();
        if (quoted is not ['>', ..])
        {
            return null;
        }

        var typed = quoted[1..].TrimStart();
        var isMark =
            typed.Length == 0 || (typed[0] == '[' && typed.Skip(1).All(c => c == '!' || char.IsAsciiLetter(c)));

        // Only the first line of a quote can be one.
        if (!isMark || (place.Line > 0 && place.LineText(place.Line - 1).TrimStart() is ['>', ..]))
        {
            return null;
        }

        var end = place.After.IndexOf(']', StringComparison.Ordinal);
        var rest = end >= 0 && place.After[..end].All(c => c == '!' || char.IsAsciiLetter(c)) ? end + 1 : 0;
        var space = quoted.Length == 1 ? " " : "";
        return place.Set(
            typed.Length,
            rest,
            Callout.Names.Select(name => new Completion(CompletionSort.Callout, $"[!{name}]", $"{space}[!{name}]")
            {
                Detail = Meaning(name),
                Filter = $"[!{name}]",
            })
        );
    }

    private static string Meaning(string name) =>
        name switch
        {
            "TIP" => "a hint",
            "NOTE" => "an explanation",
            "WARNING" => "a misconception",
            "CAUTION" => "disputed or outdated",
            _ => "the rubric of an explain card, as a list",
        };
}
