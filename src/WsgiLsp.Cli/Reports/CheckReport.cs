using System.Collections.Immutable;
using WsgiLsp.Decks.Rules;

namespace WsgiLsp.Cli.Reports;

/// <summary>A finding and the file that it is in.</summary>
internal sealed record FileFinding(string File, PlacedFinding Place);

/// <summary>What a check gave; findings are in the order of files and places.</summary>
internal sealed record CheckReport(int Decks, int Cards, ImmutableArray<FileFinding> Findings)
{
    public static CheckReport Of(IEnumerable<NamedDeck> decks)
    {
        var (deckCount, cardCount) = (0, 0);
        var findings = ImmutableArray.CreateBuilder<FileFinding>();
        foreach (var (name, deck) in decks)
        {
            deckCount++;
            cardCount += deck.Cards.Count();
            findings.AddRange(deck.Findings.Select(place => new FileFinding(name, place)));
        }

        return new(deckCount, cardCount, findings.ToImmutable());
    }
}
