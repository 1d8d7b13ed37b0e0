using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Completions;

/// <summary>Keys and values in a card's or group's comment, be it closed or not.</summary>
internal static class MetadataCompletions
{
    private const string ValueEnds = " \t\r\n,\"'";

    /// <summary>What can be written in the comment; null outside of one.</summary>
    public static CompletionSet? At(CompletionPlace place)
    {
        var start = place.Deck.Section(place.Section).Span.Start;
        var before = place.Deck.Text.ToString(TextSpan.FromBounds(start, place.Offset));
        var comment = before.LastIndexOf(MetadataComment.Start, StringComparison.Ordinal);
        if (
            comment < 0
            || before.IndexOf(MetadataComment.End, comment, StringComparison.Ordinal) >= 0
            || !MetadataComment.Begins(before, comment)
        )
        {
            return null;
        }

        var colon = before.IndexOf(':', comment) + 1;
        var after = place.After;
        var close = after.IndexOf(MetadataComment.End, StringComparison.Ordinal);
        after = close < 0 ? after : after[..close];
        var isForGroup = before[comment..colon].Contains("cards", StringComparison.Ordinal);
        var entries = MetadataComment.Split(before + after, colon, before.Length + after.Length);
        var at = entries.FirstOrDefault(entry =>
            entry.KeySpan.End < before.Length && entry.Value is not null && entry.ValueSpan.Touches(before.Length)
        );
        return at is null ? Keys(place, before, after, isForGroup, entries) : Values(place, before, after, at);
    }

    private static CompletionSet Keys(
        CompletionPlace place,
        string before,
        string after,
        bool isForGroup,
        IEnumerable<MetadataEntry> entries
    )
    {
        var typed = CompletionPlace.LengthBehind(before, " \t\r\n:");
        var rest = CompletionPlace.LengthUpTo(after, " \t\r\n=");
        var hasEquals = rest < after.Length && after[rest] == '=';
        var word = before[^typed..] + after[..rest];
        var taken = entries.Select(entry => entry.Key).Where(key => key != word).ToHashSet(StringComparer.Ordinal);
        return place.Set(
            typed,
            rest,
            DeckKey
                .OfCards.Where(key => !taken.Contains(key.Name) && !(isForGroup && key.Name == "id"))
                .Select(key => new Completion(CompletionSort.CardKey, key.Name, key.Name + (hasEquals ? "" : "="))
                {
                    Detail = key.Summary,
                })
        );
    }

    private static CompletionSet? Values(CompletionPlace place, string before, string after, MetadataEntry entry)
    {
        var typed = CompletionPlace.LengthBehind(before.AsSpan(entry.ValueSpan.Start), ValueEnds);
        var rest = CompletionPlace.LengthUpTo(after, ValueEnds);
        var word = before[^typed..] + after[..rest];
        var taken = MetadataKeys.List(entry.Value!).Where(item => item != word).ToHashSet(StringComparer.Ordinal);
        return entry.Key switch
        {
            "tags" => place.Set(typed, rest, NameCompletions.Tags(place, taken, word)),
            "ignore" => place.Set(typed, rest, NameCompletions.Rules(taken)),
            "requires" => Required(place, typed, rest, before[^typed..], taken),
            "id" => Id(place, typed, rest),
            var key when MetadataKeys.Values(key) is { IsEmpty: false } values => place.Set(
                typed,
                rest,
                NameCompletions.Values(values)
            ),
            _ => null,
        };
    }

    /// <summary>Cards of this deck, and decks; behind a deck's slash its cards.</summary>
    private static CompletionSet Required(
        CompletionPlace place,
        int typed,
        int rest,
        string word,
        HashSet<string> taken
    )
    {
        var slash = word.IndexOf('/', StringComparison.Ordinal);
        if (slash >= 0)
        {
            var deck = word[..slash];
            return place.Set(
                word.Length - slash - 1,
                rest,
                place
                    .Workspace.WithId(deck)
                    .SelectMany(one =>
                        NameCompletions.Cards(
                            one,
                            card => !taken.Contains($"{deck}/{card.Id}") && !IsHere(place, card.Named)
                        )
                    )
            );
        }

        return place.Set(
            typed,
            rest,
            NameCompletions
                .Cards(place.Outline, card => !taken.Contains(card.Id!) && !IsHere(place, card.Named))
                .Concat(NameCompletions.Decks(place, new HashSet<string>(StringComparer.Ordinal), "/"))
        );
    }

    // No card requires itself.
    private static bool IsHere(CompletionPlace place, Names.NamedSection named) =>
        named.Path == place.Outline.Path && named.Section == place.Section;

    /// <summary>The id that the heading gives, written down so that it stays.</summary>
    private static CompletionSet? Id(CompletionPlace place, int typed, int rest) =>
        place.Deck.Ids.AnchorOf(place.Section) is { Length: > 0 } anchor
        && Names.NameForms.ProblemOfCardId(anchor) is null
            ? place.Set(
                typed,
                rest,
                [new Completion(CompletionSort.Value, anchor, anchor) { Detail = "as the heading has it" }]
            )
            : null;
}
