using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Names;
using WsgiLsp.Decks.Text;
using WsgiLsp.Decks.Workspace;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using WsgiLsp.Server.Workspace;
using Range = WsgiLsp.Protocol.Types.Range;

namespace WsgiLsp.Server.Features;

/// <summary>A question about an open deck among all others, with the moment that it is answered from.</summary>
/// <param name="View">All decks, where the document counts for its file (<see cref="WorkspaceView.For"/>).</param>
/// <param name="Document">The document.</param>
/// <param name="Deck">The deck in it.</param>
/// <param name="Client">What the client understands.</param>
/// <param name="Cancellation">Ends the search.</param>
internal sealed record DeckQuery(
    WorkspaceView View,
    OpenDocument Document,
    Deck Deck,
    ClientCapabilities Client,
    CancellationToken Cancellation
)
{
    /// <summary>Told how far the search is: how many decks were looked at, of how many. From one thread or several.</summary>
    public Action<int, int>? Progress { get; init; }

    /// <summary>All decks.</summary>
    public DeckWorkspace Decks => View.Decks;

    /// <summary>The deck's outline.</summary>
    public DeckOutline Outline => Decks.Decks[Document.Path];

    /// <summary>The offset of a position.</summary>
    public int Offset(Position position) => View.Positions.Offset(Document.Text, position);

    /// <summary>The name at a position; null where there is none.</summary>
    public NameMention? At(Position position) => DeckNames.At(Outline, Offset(position));

    /// <summary>What the name at a position stands for.</summary>
    public IEnumerable<Named> Named(Position position) =>
        At(position) is { } mention ? DeckNames.Resolve(Decks, Outline, mention) : [];

    /// <summary>The range of a span of the document.</summary>
    public Range RangeOf(TextSpan span) => View.Positions.Range(Document.Text, span);

    /// <summary>Where something is.</summary>
    public Location Location(NamePlace place) =>
        new(View.UriOf(place.Path), View.RangeOf(place.Path, place.Start, place.End));
}
