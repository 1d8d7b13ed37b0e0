using WsgiLsp.Decks.Model;

namespace WsgiLsp.Decks.Completions;

/// <summary>Keys and values of the front matter.</summary>
internal static class FrontMatterCompletions
{
    private const string ValueEnds = "[], \t\"'";

    /// <summary>Whether a place is between the lines of the front matter, or below its first while the last is missing.</summary>
    public static bool IsAt(CompletionPlace place)
    {
        var span = place.Deck.FrontMatterSource.Place;
        if (span.Exists)
        {
            return place.Line >= span.FirstLine && place.Line < span.EndLine;
        }

        if (place.Line == 0 || place.LineText(0).Trim() != "---")
        {
            return false;
        }

        for (var line = 1; line < place.Line; line++)
        {
            if (place.LineText(line) is not { Length: > 0 } text || text[0] == '#')
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>What can be written in the front matter; null where nothing of ours can.</summary>
    public static CompletionSet? At(CompletionPlace place)
    {
        var before = place.Before;
        if (before.All(IsKeyLetter))
        {
            return Keys(place);
        }

        if (KeyOf(before) is { } key)
        {
            var value = before[(key.Length + 1)..];
            return Values(place, key, value, value.Length == 0 ? " " : "");
        }

        // An item of a list over several lines.
        var isItem = before.TrimStart() is ['-', ' ', ..] || before is [' ' or '\t', ..];
        return isItem && KeyAbove(place) is { } above ? Values(place, above, before, "") : null;
    }

    private static CompletionSet Keys(CompletionPlace place)
    {
        var rest = place.After.TakeWhile(IsKeyLetter).Count();
        var hasColon = rest < place.After.Length && place.After[rest] == ':';
        var word = place.Before + place.After[..rest];
        var taken = KeysOf(place).Where(key => key != word).ToHashSet(StringComparer.Ordinal);
        return place.Set(
            place.Before.Length,
            rest,
            DeckKey
                .OfFrontMatter.Where(key => !taken.Contains(key.Name))
                .Select(key => new Completion(
                    CompletionSort.FrontMatterKey,
                    key.Name,
                    key.Name + (hasColon ? "" : ": ")
                )
                {
                    Detail = key.Summary,
                })
        );
    }

    private static CompletionSet? Values(CompletionPlace place, string key, string before, string space)
    {
        var typed = CompletionPlace.LengthBehind(before, ValueEnds);
        var rest = CompletionPlace.LengthUpTo(place.After, ValueEnds);
        var word = before[^typed..] + place.After[..rest];
        var taken = place
            .Deck.FrontMatterSource.Values.Where(value => value.Key == key && value.Text != word)
            .Select(value => value.Text)
            .ToHashSet(StringComparer.Ordinal);
        var items = key switch
        {
            "tags" => NameCompletions.Tags(place, taken, word),
            "requires" => NameCompletions.Decks(place, taken),
            "ignore" => NameCompletions.Rules(taken),
            "id" => [new Completion(CompletionSort.Value, place.Deck.Settings.DeckId, place.Deck.Settings.DeckId)],
            _ => NameCompletions.Values(DeckKey.FrontMatterValues(key)),
        };
        return
            place.Set(
                typed,
                rest,
                items.Select(item =>
                    space.Length == 0 ? item : item with { Text = space + item.Text, Filter = item.Text }
                )
            )
                is { Items.IsEmpty: false } set
            ? set
            : null;
    }

    private static string? KeyAbove(CompletionPlace place)
    {
        for (var line = place.Line - 1; line > 0; line--)
        {
            if (place.LineText(line) is [not (' ' or '\t' or '-'), ..] text)
            {
                return KeyOf(text);
            }
        }

        return null;
    }

    private static IEnumerable<string> KeysOf(CompletionPlace place)
    {
        for (var line = 1; line < place.Deck.Text.LineCount; line++)
        {
            var text = place.LineText(line);
            if (text is "---" or "..." || (line != place.Line && text is ['#', ..]))
            {
                yield break;
            }

            if (KeyOf(text) is { } key)
            {
                yield return key;
            }
        }
    }

    private static string? KeyOf(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && line[..colon].All(IsKeyLetter) ? line[..colon] : null;
    }

    private static bool IsKeyLetter(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '_';
}
