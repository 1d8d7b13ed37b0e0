using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Study.Sessions;

/// <summary>How many items a day has left.</summary>
internal sealed class DayLimits
{
    private readonly SessionOptions _options;
    private readonly Dictionary<string, int> _newOfDeck = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _reviewsOfDeck = new(StringComparer.Ordinal);
    private int _new;

    public DayLimits(ItemStates states, int day, SessionOptions options)
    {
        _options = options;
        foreach (var (key, state) in states.AnsweredOn(day))
        {
            if (state.FirstDay == day)
            {
                _new++;
                Count(_newOfDeck, DeckOf(key));
            }
            else
            {
                Count(_reviewsOfDeck, DeckOf(key));
            }
        }
    }

    /// <summary>Whether the day has new items left, of some deck at least.</summary>
    public bool HasNew => _new < _options.NewPerDay;

    /// <summary>Takes an item if the day has one left.</summary>
    public bool Take(string deck, bool isNew)
    {
        var counts = isNew ? _newOfDeck : _reviewsOfDeck;
        var limits = isNew ? _options.NewPerDayOfDeck : _options.ReviewsPerDayOfDeck;
        if (
            (isNew && _new >= _options.NewPerDay)
            || counts.GetValueOrDefault(deck) >= limits.GetValueOrDefault(deck, int.MaxValue)
        )
        {
            return false;
        }

        _new += isNew ? 1 : 0;
        Count(counts, deck);
        return true;
    }

    private static string DeckOf(string key) => key[..Math.Max(0, key.IndexOf('/', StringComparison.Ordinal))];

    private static void Count(Dictionary<string, int> counts, string deck) =>
        counts[deck] = counts.GetValueOrDefault(deck) + 1;
}
