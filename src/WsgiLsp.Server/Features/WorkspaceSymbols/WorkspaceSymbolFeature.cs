using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Names;
using WsgiLsp.Decks.Text;
using WsgiLsp.Decks.Workspace;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Features.DocumentSymbols;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Server.Features.WorkspaceSymbols;

/// <summary>Finds decks, groups and cards of the whole workspace by letters of their titles, ids and tags.</summary>
internal static class WorkspaceSymbolFeature
{
    /// <summary>Nobody reads on: who types more is asked again.</summary>
    public const int Most = 256;

    // A title is what is looked for first.
    private const int ByOtherName = -2;

    /// <summary>The symbols, the best first; with <c>#tag</c> only what has such a tag.</summary>
    public static IReadOnlyList<WorkspaceSymbol> Of(
        WorkspaceView view,
        WorkspaceSymbolParams parameters,
        CancellationToken cancellation,
        Action<int, int>? progress = null
    )
    {
        var done = 0;
        var best = new PriorityQueue<Found, (int, int)>();
        var order = 0;
        foreach (var deck in view.Decks.Decks.Values.OrderBy(deck => deck.Path, StringComparer.Ordinal))
        {
            cancellation.ThrowIfCancellationRequested();
            progress?.Invoke(done++, view.Decks.Decks.Count);
            foreach (var found in In(deck, parameters.Query.Trim()))
            {
                // The worst goes out: of equals the last.
                best.Enqueue(found, (found.Score, -order++));
                if (best.Count > Most)
                {
                    best.Dequeue();
                }
            }
        }

        var result = new List<WorkspaceSymbol>();
        while (best.TryDequeue(out var found, out _))
        {
            result.Add(Symbol(view, found));
        }

        result.Reverse();
        return result;
    }

    private static IEnumerable<Found> In(DeckOutline deck, string query)
    {
        // A deck without a heading of its own for the title is found at its start.
        var hasTitle = deck.Headings.Take(1).Any(heading => heading.Role == SectionRole.Title);
        if (!hasTitle && Best(query, deck.Title, deck.Id, deck.Tags) is { } own)
        {
            yield return new Found(deck, Heading: null, own);
        }

        foreach (var heading in deck.Headings)
        {
            var isTitle = heading.Role == SectionRole.Title;
            var score = isTitle
                ? Best(query, heading.Title, deck.Id, deck.Tags)
                : Best(query, heading.Title, heading.Id, heading.Tags);
            if (score is { } found)
            {
                yield return new Found(deck, heading, found);
            }
        }
    }

    private static int? Best(string query, string title, string? id, IEnumerable<string?> tags)
    {
        if (query is ['#', ..])
        {
            return tags.Max(tag => SubsequenceMatch.Score(query.AsSpan(1), tag));
        }

        return tags.Append(id)
            .Select(name => SubsequenceMatch.Score(query, name) + ByOtherName)
            .Append(SubsequenceMatch.Score(query, title))
            .Max();
    }

    private static WorkspaceSymbol Symbol(WorkspaceView view, Found found)
    {
        var place = found.Heading?.Place ?? DeckNames.PlaceOf(view.Decks, new NamedDeck(found.Deck.Path))!;
        return new WorkspaceSymbol(
                // A name must not be empty.
                found.Heading
                    is not { } heading
                    ? found.Deck.Title
                : heading.Title.Length > 0 ? heading.Title
                : "#",
            found.Heading is { } one ? DocumentSymbolFeature.KindOf(one.Role, one.Kind) : SymbolKind.Module,
            new Location(view.UriOf(place.Path), view.RangeOf(place.Path, place.Start, place.End)),
            Container(found)
        );
    }

    private static string? Container(Found found) =>
        found.Heading is { Role: not SectionRole.Title } heading
            ? string.Join(" · ", heading.Tags.Select(tag => "#" + tag).Prepend(found.Deck.Title))
            : null;

    private sealed record Found(DeckOutline Deck, OutlineHeading? Heading, int Score);
}
