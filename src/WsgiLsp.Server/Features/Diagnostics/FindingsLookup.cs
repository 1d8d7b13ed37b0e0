using System.Collections.Concurrent;
using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Workspace;
using WsgiLsp.Server.Documents;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Server.Features.Diagnostics;

/// <summary>
/// What is found in a deck at a moment, open or not. All that tells findings, pushing or asked, asks here. Safe to use from
/// several threads.
/// </summary>
/// <param name="remarks">What the log says of a deck, by its path.</param>
/// <param name="ofCards">What answers say of the cards of an open deck, by its path: as the deck is now.</param>
/// <param name="read">Reads a deck from disk; null where there is none.</param>
internal sealed class FindingsLookup(
    Func<string, ImmutableArray<LogRemark>> remarks,
    Func<string, Deck, ImmutableArray<LogRemark>> ofCards,
    Func<string, Deck?> read
)
{
    // What was found last, by path. It saves work and changes no result.
    private readonly ConcurrentDictionary<string, (object? Source, DeckFindings Findings)> last = new(
        StringComparer.Ordinal
    );

    /// <summary>What is found in an open deck.</summary>
    /// <param name="moment">All decks.</param>
    /// <param name="document">The document.</param>
    /// <param name="deck">The deck in it.</param>
    public DeckFindings Of(WorkspaceMoment moment, OpenDocument document, Deck deck) =>
        Of(moment.For(document, deck), document.Path, deck, deck.Findings, said => LogFindings.Of(deck, said));

    /// <summary>What is found in a deck of the open folders as it was read from disk.</summary>
    /// <param name="moment">All decks.</param>
    /// <param name="path">Its full path.</param>
    public DeckFindings Of(WorkspaceMoment moment, string path) =>
        Of(
            moment,
            path,
            deck: null,
            moment.Found.GetValueOrDefault(path, []),
            said => read(path) is { } deck ? LogFindings.Of(deck, said) : []
        );

    /// <summary>Forgets decks that are not there any more.</summary>
    /// <param name="moment">All decks.</param>
    public void Trim(WorkspaceMoment moment)
    {
        foreach (var path in last.Keys)
        {
            if (moment.Decks?.Decks.ContainsKey(path) != true && moment.Documents.FindPath(path) is null)
            {
                last.TryRemove(path, out _);
            }
        }
    }

    private DeckFindings Of(
        WorkspaceMoment moment,
        string path,
        Deck? deck,
        ImmutableArray<PlacedFinding> own,
        Func<ImmutableArray<LogRemark>, ImmutableArray<PlacedFinding>> place
    )
    {
        var (source, before) = last.GetValueOrDefault(path);
        var outline = moment.Decks?.Decks.GetValueOrDefault(path);
        var around = outline is null ? null : WorkspaceFindings.Of(outline, moment.Decks!, before?.Around);
        var said = remarks(path);
        said = deck is null ? said : said.AddRange(ofCards(path, deck));
        if (
            before is not null
            && ReferenceEquals(source, outline ?? (object?)deck)
            && before.Own == own
            && ReferenceEquals(before.Around, around)
            && before.Remarks.SequenceEqual(said)
        )
        {
            return before;
        }

        var findings = new DeckFindings(own, around, said, said.IsEmpty ? [] : place(said));
        if (before is not null)
        {
            findings.TakeOverId(before);
        }

        last[path] = (outline ?? (object?)deck, findings);
        return findings;
    }
}
