using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Refactorings;
using WsgiLsp.Protocol;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Server.Features.Wordings;

/// <summary>Offers to add learners' wordings: on decks, on sheets, and in panels, where the client is asked to write.</summary>
/// <param name="connection">The way to the client.</param>
/// <param name="window">Where the person is told.</param>
/// <param name="documents">The open documents.</param>
/// <param name="client">What the client understands.</param>
/// <param name="readDeck">A deck as it is now, open or on disk; null where it is none any more.</param>
/// <param name="read">Reads the events of one item, by its key.</param>
internal sealed class WordingDesk(
    Connection connection,
    ClientWindow window,
    DocumentStore documents,
    Func<ClientCapabilities> client,
    Func<string, Deck?> readDeck,
    Func<string, Task<IReadOnlyList<LoggedEvent>>> read
)
{
    private const CodeActionTriggerKind ByItself = CodeActionTriggerKind.Automatic;

    /// <summary>The actions for the card at a place of a deck, from what the log has of it: only for who asks, and not by itself.</summary>
    /// <param name="document">The document.</param>
    /// <param name="deck">The deck in it.</param>
    /// <param name="parameters">What is asked for.</param>
    public async Task<IReadOnlyList<CodeAction>> OfDeckAsync(
        OpenDocument document,
        Deck deck,
        CodeActionParams parameters
    )
    {
        var place = documents.Positions.Span(document.Text, parameters.Range).Start;
        if (
            deck.Section(deck.SectionAt(place)).Card is not { Kind: CardKind.Explain } card
            || parameters.Context.TriggerKind == ByItself
            || !CodeActions.CodeActionFeature.Wants(parameters.Context, CodeActionKind.RefactorRewrite)
        )
        {
            return [];
        }

        try
        {
            var overruled = OverruledConcept.In(card, await read(card.Key));
            return
            [
                .. WordingOffers
                    .Of(deck, overruled)
                    .Select(change =>
                        Action(change, WorkspaceEdits.Of(document, change.Edits, documents.Positions, client()))
                    ),
            ];
        }
        catch (Exception exception) when (exception is ReviewLogException or ObjectDisposedException)
        {
            // What the log cannot tell is missing; the other actions are not.
            return [];
        }
    }

    /// <summary>The actions for what was overruled in a session.</summary>
    /// <param name="decks">The full paths of the session's decks.</param>
    /// <param name="overruled">The concepts, the latest first.</param>
    public IEnumerable<CodeAction> OfSession(
        IEnumerable<string> decks,
        IReadOnlyCollection<OverruledConcept> overruled
    ) => Changes(decks, overruled).Select(one => Action(one.Change, one.Edit));

    /// <summary>Has the client add the wording for a concept, and says what became of it.</summary>
    /// <param name="decks">The full paths of the session's decks.</param>
    /// <param name="said">The concept.</param>
    public async Task AddAsync(IEnumerable<string> decks, OverruledConcept said)
    {
        if (Changes(decks, [said]) is not [var (change, edit), ..])
        {
            window.Say(MessageType.Info, "There is nothing to add any more: the deck says something else by now.");
            return;
        }

        var isWritten =
            client().Workspace?.ApplyEdit == true
            && await connection.RequestAsync(
                Methods.Workspace.ApplyEdit,
                new ApplyWorkspaceEditParams(edit, change.Title)
            )
                is { Applied: true };
        window.Say(
            isWritten ? MessageType.Info : MessageType.Warning,
            isWritten
                ? "Your wording stands in the deck now, as you can change and save it."
                : "The editor did not take the edit. Open the deck and use its action \"Add my wording\"."
        );
    }

    private List<(Refactoring Change, WorkspaceEdit Edit)> Changes(
        IEnumerable<string> decks,
        IReadOnlyCollection<OverruledConcept> overruled
    ) =>
        overruled.Count == 0
            ? []
            :
            [
                .. decks.SelectMany(path =>
                    readDeck(path) is { } deck
                        ? WordingOffers
                            .Of(deck, overruled)
                            .Select(change =>
                                (change, WorkspaceEdits.Of(documents, path, deck, change.Edits, client()))
                            )
                        : []
                ),
            ];

    private static CodeAction Action(Refactoring change, WorkspaceEdit edit) =>
        new(change.Title, CodeActionKind.RefactorRewrite, Edit: edit);
}
