using System.Collections.Immutable;
using WsgiLsp.Study.Identity;

namespace WsgiLsp.Study.Tests.Identity;

/// <summary>
/// A learner's log beside decks that are edited: takes in what the matcher decides at each save, and compares it with what
/// the script knows.
/// </summary>
/// <param name="decks">Reads decks.</param>
/// <param name="random">Decides which cards are answered.</param>
internal sealed class EditedWorkspace(ParsedDecks decks, Random random)
{
    private readonly Dictionary<string, ImmutableHashSet<int>> _origins = new(StringComparer.Ordinal);
    private Dictionary<string, KnownItem> _known = new(StringComparer.Ordinal);

    public IdentityFigures Figures { get; } = new();

    /// <summary>Which item each history belongs to.</summary>
    public ImmutableDictionary<string, string> Places =>
        _known
            .Values.Where(known => known is { HasHistory: true, IsOrphan: false })
            .ToImmutableDictionary(known => known.Id, known => known.Last.Key);

    public void Save(ImmutableList<GeneratedDeck> files)
    {
        var items = files.SelectMany(Read).DistinctBy(item => item.Item.Key).ToList();
        var origins = items.ToDictionary(item => item.Item.Key, item => item.Origins);
        var before = _known;
        var result = IdentityMatcher.Match(before.Values, items.Select(item => item.Item));
        CheckNothingIsDropped(before, items.Select(item => item.Item), result);

        var now = result.Lost.ToDictionary(known => known.Id, known => known with { IsOrphan = true });
        var present = origins.Values.SelectMany(one => one).ToHashSet();
        foreach (var decision in result.Decisions)
        {
            Take(decision, origins[decision.Item.Key], now);
        }

        if (before.Count == 0)
        {
            // Nobody edited anything yet.
            Figures.Touched = 0;
        }

        Figures.Missed += result.Lost.Count(known =>
            known is { HasHistory: true, IsOrphan: false }
            && now[known.Id].IsOrphan
            && !IsSucceeded(known, result, origins)
        );
        _known = now;
    }

    private void Take(IdentityDecision decision, ImmutableHashSet<int> origins, Dictionary<string, KnownItem> now)
    {
        switch (decision)
        {
            case Identified { Known: var known, Item: var item, Evidence: var evidence }:
                var isExact = known.Last.Fingerprint == item.Fingerprint;
                if (known.HasHistory && (known.IsOrphan || !isExact || known.Last.Key != item.Key))
                {
                    Figures.Count(evidence, isRight: _origins[known.Id].Overlaps(origins));
                    if (!_origins[known.Id].Overlaps(origins))
                    {
                        Figures.Examples.Add($"{evidence}: {known.Last.ToJson()} -> {item.ToJson()}");
                    }
                }

                now.Add(known.Id, known.SeenAs(item));
                return;
            case Doubtful { Item: var item, Candidates: var candidates }:
                Figures.Asked++;
                Figures.Touched++;
                var right = candidates
                    .Select(one => one.Known)
                    .FirstOrDefault(one => _origins[one.Id].Overlaps(origins));
                if (right is not null && now[right.Id].IsOrphan)
                {
                    Figures.AskedRightly++;
                    now[right.Id] = right.SeenAs(item);
                }
                else
                {
                    Add(item, origins, now);
                }

                return;
            default:
                Figures.Touched++;
                Add(decision.Item, origins, now);
                return;
        }
    }

    private void Add(SeenItem item, ImmutableHashSet<int> origins, Dictionary<string, KnownItem> now)
    {
        var id = $"history-{_origins.Count}";
        _origins.Add(id, origins);
        now.Add(
            id,
            new KnownItem
            {
                Id = id,
                Last = item,
                HasHistory = random.Next(5) > 0,
            }
        );
    }

    /// <summary>Whether the card is gone, or what became of it has another of its origins' histories.</summary>
    private bool IsSucceeded(
        KnownItem lost,
        Identification result,
        Dictionary<string, ImmutableHashSet<int>> origins
    ) =>
        !result.Decisions.Any(decision =>
            origins[decision.Item.Key].Overlaps(_origins[lost.Id])
            && !(decision is Identified { Known: var known } && _origins[known.Id].Overlaps(origins[decision.Item.Key]))
        );

    private static void CheckNothingIsDropped(
        Dictionary<string, KnownItem> known,
        IEnumerable<SeenItem> items,
        Identification result
    )
    {
        var kept = result.Decisions.OfType<Identified>().Select(one => one.Known).Concat(result.Lost);
        Assert.Equal(known.Keys.Order(), kept.Select(one => one.Id).Order());
        Assert.Equal(items.Select(item => item.Key), result.Decisions.Select(decision => decision.Item.Key));
        Assert.All(
            result.Decisions.OfType<Doubtful>().SelectMany(doubt => doubt.Candidates),
            candidate => Assert.Contains(candidate.Known, result.Lost)
        );
    }

    private IEnumerable<(SeenItem Item, ImmutableHashSet<int> Origins)> Read(GeneratedDeck deck)
    {
        var parsed = decks.Parse(deck);
        Assert.Equal(deck.Cards.Count(), parsed.CardCount);
        return parsed
            .Cards.Zip(deck.Cards)
            .SelectMany(pair =>
                pair.Second.OriginsOfItems(pair.First)
                    .Select(item => (SeenItem.Of(pair.First, item.Item), item.Origins))
            );
    }
}
