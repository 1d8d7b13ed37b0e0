using System.Collections.Immutable;
using System.Globalization;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Server.Quiz;
using WsgiLsp.Study.Identity;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Server.Features.Histories;

/// <summary>A card that may have been another one, item by item.</summary>
/// <param name="Name">What that one asked, on one line, and more where others asked the same.</param>
/// <param name="Reviews">How often it was answered.</param>
/// <param name="Items">The card's items, each with whose history it would get.</param>
internal sealed record OldCard(string Name, int Reviews, ImmutableArray<(SeenItem Item, KnownItem Known)> Items);

/// <summary>A card in doubt.</summary>
/// <param name="Card">Its id.</param>
/// <param name="Items">Its items that are in doubt.</param>
/// <param name="Candidates">Who it may be, most likely first.</param>
internal sealed record DoubtfulCard(string Card, ImmutableArray<SeenItem> Items, ImmutableArray<OldCard> Candidates)
{
    /// <summary>The names of the candidates, short enough for titles, and still apart.</summary>
    public ImmutableArray<string> Titles => Names(DeckHistory.LongestPrompt);

    /// <summary>The names of the candidates, cut where they are longer, and still apart.</summary>
    /// <param name="longest">How many characters each may have.</param>
    public ImmutableArray<string> Names(int longest) =>
        ShortLine.Apart([.. Candidates.Select(old => old.Name)], longest);
}

/// <summary>A card that is missed again and again.</summary>
/// <param name="Card">Its id.</param>
/// <param name="Items">The keys of its items that are.</param>
/// <param name="Lapses">How often the worst of them was missed.</param>
internal sealed record LeechCard(string Card, ImmutableArray<string> Items, int Lapses);

/// <summary>What the log says of one deck.</summary>
internal sealed class DeckHistory
{
    /// <summary>How many characters of a prompt a title has room for, which must fit into a menu.</summary>
    public const int LongestPrompt = 60;

    // Several must fit into a message.
    private const int LongestOfSeveral = 30;

    private ImmutableArray<LogRemark> remarks;

    /// <summary>The deck's file.</summary>
    public required string Path { get; init; }

    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its cards that may be others.</summary>
    public ImmutableArray<DoubtfulCard> Doubts { get; init; } = [];

    /// <summary>Its cards that are missed again and again.</summary>
    public ImmutableArray<LeechCard> Leeches { get; init; } = [];

    /// <summary>The file of the deck that has its name and the histories; null for none.</summary>
    public string? Namesake { get; init; }

    /// <summary>What is to be said, for all that is there.</summary>
    public ImmutableArray<LogRemark> Remarks => remarks.IsDefault ? remarks = Say() : remarks;

    /// <summary>Items in doubt, by their cards.</summary>
    /// <param name="doubts">The doubts of one deck.</param>
    /// <param name="states">What the log knows of all items.</param>
    public static ImmutableArray<DoubtfulCard> Group(IEnumerable<Doubtful> doubts, ItemStates states) =>
        [
            .. doubts
                .GroupBy(doubt => doubt.Item.CardId, StringComparer.Ordinal)
                .Select(card => new DoubtfulCard(
                    card.Key,
                    [.. card.Select(doubt => doubt.Item)],
                    Candidates(card, states)
                )),
        ];

    /// <summary>The cards of a deck that are missed again and again, without those that are suspended.</summary>
    /// <param name="items">The deck's items.</param>
    /// <param name="states">What the log knows of all items.</param>
    public static ImmutableArray<LeechCard> FindLeeches(IEnumerable<SeenItem> items, ItemStates states) =>
        [
            .. items
                .Select(item => (item.CardId, item.Key, State: states[item.Key]))
                .Where(item => item.State.IsMissedOften)
                .GroupBy(item => item.CardId, StringComparer.Ordinal)
                .Select(card => new LeechCard(
                    card.Key,
                    [.. card.Select(item => item.Key)],
                    card.Max(item => item.State.Lapses)
                )),
        ];

    /// <summary>A prompt on one line, short enough for a title.</summary>
    public static string Short(string prompt) => ShortLine.Of(PlainLine.Button(prompt), LongestPrompt);

    private static ImmutableArray<OldCard> Candidates(IEnumerable<Doubtful> card, ItemStates states)
    {
        var cards = card.SelectMany(doubt => doubt.Candidates, (doubt, candidate) => (doubt.Item, candidate))
            .GroupBy(pair => pair.candidate.Known.Last.CardKey, StringComparer.Ordinal)
            .OrderByDescending(old => old.Max(pair => pair.candidate.Similarity))
            .ThenBy(old => old.Key, StringComparer.Ordinal)
            .Take(3)
            .ToList();
        var names = Names([.. cards.Select(old => old.First().candidate.Known.Last)]);
        return
        [
            .. cards.Select(
                (old, place) =>
                    new OldCard(
                        names[place],
                        old.Select(pair => pair.candidate.Known.Id)
                            .Distinct(StringComparer.Ordinal)
                            .Sum(id => states[id].Repetitions),
                        [
                            .. old.Select(pair => (pair.Item, pair.candidate.Known))
                                .DistinctBy(pair => pair.Item.Key, StringComparer.Ordinal)
                                .DistinctBy(pair => pair.Known.Id, StringComparer.Ordinal),
                        ]
                    )
            ),
        ];
    }

    /// <summary>By what they asked; cards that asked the same by their answers, or else by their ids.</summary>
    private static ImmutableArray<string> Names(ImmutableArray<SeenItem> cards)
    {
        Func<SeenItem, string>[] ways =
        [
            card => PlainLine.Button(card.Prompt),
            card => PlainLine.Button($"{card.Prompt} — {string.Join("; ", card.Answer)}"),
        ];
        return ways.Select(name => cards.Select(name).ToImmutableArray())
            .FirstOrDefault(names => names.Distinct(StringComparer.Ordinal).Count() == names.Length) switch
        {
            { IsDefault: false } names => names,
            _ => [.. cards.Select(card => $"{PlainLine.Button(card.Prompt)} — {card.CardKey}")],
        };
    }

    private ImmutableArray<LogRemark> Say()
    {
        var said = ImmutableArray.CreateBuilder<LogRemark>();
        if (Namesake is not null)
        {
            var folder = System.IO.Path.GetDirectoryName(Path)!;
            var name = System.IO.Path.GetRelativePath(folder, Namesake).Replace('\\', '/');
            said.Add(
                new LogRemark(
                    HistoryRules.SharedDeckName,
                    Card: null,
                    $"Another deck has this name: {name}. What you learn from both would mix; give this one an id."
                )
                {
                    Related =
                    [
                        new RelatedPlace("The deck that your log knows by this name", default, default)
                        {
                            Path = Namesake,
                        },
                    ],
                }
            );
        }

        said.AddRange(
            Doubts.Select(doubt => new LogRemark(
                HistoryRules.DoubtfulHistory,
                doubt.Card,
                $"Reworded? It may be {Named(doubt)}: attach {(doubt.Candidates.Length == 1 ? "that" : "a")} history, or start fresh."
            ))
        );
        said.AddRange(
            Leeches.Select(leech => new LogRemark(
                HistoryRules.Leech,
                leech.Card,
                string.Create(CultureInfo.InvariantCulture, $"Missed {leech.Lapses} times")
            ))
        );
        return said.DrainToImmutable();
    }

    private static string Named(DoubtfulCard doubt)
    {
        var names = doubt.Candidates.Length == 1 ? doubt.Titles : doubt.Names(LongestOfSeveral);
        return string.Join(" or ", doubt.Candidates.Zip(names, (old, name) => $"\"{name}\" ({Reviews(old)})"));
    }

    private static string Reviews(OldCard old) =>
        old.Reviews == 1 ? "1 review" : string.Create(CultureInfo.InvariantCulture, $"{old.Reviews} reviews");
}
