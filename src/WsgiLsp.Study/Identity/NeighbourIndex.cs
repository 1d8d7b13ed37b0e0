namespace WsgiLsp.Study.Identity;

/// <summary>Finds items with many rare words in common, without comparing all with all.</summary>
internal sealed class NeighbourIndex
{
    // Words that more items have lead nowhere in particular.
    private const int MostPlaces = 400;

    // So many of those with most in common are worth a closer look.
    private const int Closest = 16;

    // Corrected and inflected words mostly begin alike.
    private const int Stem = 5;

    private readonly Dictionary<string, List<int>> _places = new(StringComparer.Ordinal);

    public void Add(int id, ItemWords words)
    {
        foreach (var stem in Stems(words))
        {
            if (!_places.TryGetValue(stem, out var places))
            {
                _places.Add(stem, places = []);
            }

            places.Add(id);
        }
    }

    /// <summary>Those that have most in common with some words; in the order of their ids.</summary>
    public IEnumerable<int> Near(ItemWords words)
    {
        var scores = new Dictionary<int, double>();
        foreach (var stem in Stems(words))
        {
            if (_places.TryGetValue(stem, out var places) && places.Count <= MostPlaces)
            {
                var weight = 1.0 / places.Count;
                foreach (var place in places)
                {
                    scores[place] = scores.GetValueOrDefault(place) + weight;
                }
            }
        }

        return scores
            .OrderByDescending(score => score.Value)
            .ThenBy(score => score.Key)
            .Take(Closest)
            .Select(score => score.Key)
            .Order();
    }

    private static IEnumerable<string> Stems(ItemWords words) =>
        words.All.Select(word => word.Length > Stem ? word[..Stem] : word).Distinct(StringComparer.Ordinal);
}
