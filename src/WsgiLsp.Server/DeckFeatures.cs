using WsgiLsp.Protocol;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Capture;
using WsgiLsp.Server.Documents;
using WsgiLsp.Server.Features.CodeActions;
using WsgiLsp.Server.Features.CodeLenses;
using WsgiLsp.Server.Features.Completion;
using WsgiLsp.Server.Features.Diagnostics;
using WsgiLsp.Server.Features.DocumentSymbols;
using WsgiLsp.Server.Features.FoldingRanges;
using WsgiLsp.Server.Features.Formatting;
using WsgiLsp.Server.Features.Histories;
using WsgiLsp.Server.Features.Hover;
using WsgiLsp.Server.Features.InlayHints;
using WsgiLsp.Server.Features.Learning;
using WsgiLsp.Server.Features.SemanticTokens;
using WsgiLsp.Server.Features.Wordings;
using WsgiLsp.Server.Sheets;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Server;

/// <summary>Binds the methods about one document: what its reader sees, and what can be done in it.</summary>
/// <param name="documents">The open documents.</param>
/// <param name="client">What the client understands.</param>
/// <param name="settings">What the learner set.</param>
/// <param name="findings">What is found in a deck.</param>
/// <param name="now">All decks at this moment.</param>
/// <param name="histories">Knows what the log says.</param>
/// <param name="learners">Knows how well it is learned.</param>
/// <param name="sheets">The quiz sheets.</param>
/// <param name="peeks">Told of cards whose answers were shown.</param>
/// <param name="wordings">Offers learners' own wordings.</param>
internal sealed class DeckFeatures(
    DocumentStore documents,
    Func<ClientCapabilities> client,
    ServerSettings settings,
    FindingsLookup findings,
    Func<WorkspaceMoment> now,
    HistoryWatch histories,
    Learners learners,
    SheetDesk sheets,
    PeekLog peeks,
    WordingDesk wordings
)
{
    private readonly SemanticTokensFeature semanticTokens = new(new TokenCache());

    /// <summary>Binds all of them.</summary>
    /// <param name="queries">Where they are bound.</param>
    public void Register(Queries queries)
    {
        queries.OfDeck(
            Methods.TextDocument.Hover,
            p => p.TextDocument,
            (query, p) =>
            {
                var learner = learners.Now();
                return WordHover.At(query, p.Position)
                    ?? LinkHover.At(query, p.Position, learner, peeks.Note)
                    ?? HoverFeature.At(
                        query.Document,
                        query.Deck,
                        p.Position,
                        query.View.Positions,
                        query.Client,
                        learner,
                        peeks.Note
                    );
            }
        );
        queries.OfDocument(
            Methods.TextDocument.CodeAction,
            p => p.TextDocument,
            async (document, p, cancellation) =>
                await CodeActions(document, p, cancellation) is { } actions ? ResultOf(actions) : null
        );
        queries.OfDocuments(
            Methods.CodeAction.Resolve,
            (snapshot, action) => RefactoringActions.Resolve(action, snapshot, documents.Positions, client())
        );
        queries.OfDocument(Methods.TextDocument.CodeLens, p => p.TextDocument, LensesAsync);
        queries.OfDeck(
            Methods.TextDocument.InlayHint,
            p => p.TextDocument,
            (query, p) =>
                InlayHintFeature.Of(
                    query.Document,
                    query.Deck,
                    p.Range,
                    query.View.Positions,
                    settings.Current,
                    learners.Now()
                )
        );
        queries.OfDeck(
            Methods.TextDocument.SemanticTokensFull,
            p => p.TextDocument,
            (query, _) => semanticTokens.Full(query)
        );
        queries.OfDeck(
            Methods.TextDocument.SemanticTokensFullDelta,
            p => p.TextDocument,
            (query, p) => semanticTokens.Delta(query, p.PreviousResultId)
        );
        queries.OfDeck(
            Methods.TextDocument.SemanticTokensRange,
            p => p.TextDocument,
            (query, p) => SemanticTokensFeature.Range(query, p.Range)
        );
        queries.OfDeck(
            Methods.TextDocument.DocumentSymbol,
            p => p.TextDocument,
            (query, _) => DocumentSymbolFeature.Of(query.Document, query.Deck, query.View.Positions, query.Client)
        );
        queries.OfDeck(
            Methods.TextDocument.FoldingRange,
            p => p.TextDocument,
            (query, _) => FoldingRangeFeature.Of(query.Document, query.Deck, query.Client)
        );
        queries.OfDeck(
            Methods.TextDocument.Completion,
            p => p.TextDocument,
            CompletionFeature.Of,
            (sheet, p, _) =>
                Task.FromResult<CompletionList?>(SheetCompletion.At(sheet, p.Position, documents.Positions))
        );
        queries.OfDeck(
            Methods.TextDocument.Formatting,
            p => p.TextDocument,
            (query, _) => FormattingFeature.Of(query.Document, query.Deck, query.View.Positions)
        );
        queries.OfDeck(
            Methods.TextDocument.RangeFormatting,
            p => p.TextDocument,
            (query, p) => FormattingFeature.Of(query.Document, query.Deck, p.Range, query.View.Positions)
        );
        queries.OfDeck(
            Methods.TextDocument.OnTypeFormatting,
            p => p.TextDocument,
            (query, p) => FormattingFeature.OnType(query.Document, query.Deck, p, query.View.Positions),
            async (sheet, p, cancellation) => await sheets.LineEndedAsync(sheet, p.Position.Line, cancellation)
        );
    }

    private async Task<IReadOnlyList<CodeLens>?> LensesAsync(
        OpenDocument document,
        CodeLensParams parameters,
        CancellationToken cancellation
    )
    {
        switch (document)
        {
            case { Deck: { } deck }:
                // Who cannot be told to ask again shall have all at once.
                await (
                    client().Workspace?.CodeLens?.RefreshSupport == true ? Task.CompletedTask : learners.Read
                ).WaitAsync(cancellation);
                return await Task.Run(
                    () => CodeLensFeature.Of(document, deck, documents.Positions, settings.Current, learners.Now()),
                    cancellation
                );
            case { Sheet: not null }:
                return SheetLenses.Of(document, await sheets.OffersAsync(document), documents.Positions);
            default:
                return null;
        }
    }

    private Task<IReadOnlyList<CodeAction>?> CodeActions(
        OpenDocument document,
        CodeActionParams parameters,
        CancellationToken cancellation
    )
    {
        switch (document)
        {
            case { Deck: { } deck }:
                var moment = now();
                return Task.Run<IReadOnlyList<CodeAction>?>(
                    async () =>
                        [
                            .. CodeActionFeature.For(
                                document,
                                deck,
                                findings.Of(moment, document, deck).All,
                                histories.Book,
                                learners.Now(),
                                parameters,
                                documents.Positions,
                                client()
                            ),
                            .. await wordings.OfDeckAsync(document, deck, parameters),
                        ],
                    cancellation
                );
            case { Config: { } config }:
                return Task.FromResult<IReadOnlyList<CodeAction>?>(
                    CodeActionFeature.Fixes(document, config.Findings, parameters, documents.Positions, client())
                );
            case { Sheet: not null }:
                return SheetActionsAsync(document, parameters);
            default:
                return Task.FromResult(Capture(document, parameters));
        }
    }

    /// <summary>The actions; for a client that knows commands only, those that are one.</summary>
    private CodeActionResult ResultOf(IReadOnlyList<CodeAction> actions) =>
        client().TextDocument?.CodeAction?.CodeActionLiteralSupport is null
            ? new([.. actions.Where(action => action.Edit is null).Select(action => action.Command).OfType<Command>()])
            : new(actions);

    /// <summary>What is no deck may still be worth a card. An action without kind is left out where kinds are asked for.</summary>
    private static IReadOnlyList<CodeAction>? Capture(OpenDocument document, CodeActionParams parameters) =>
        parameters.Range.Start != parameters.Range.End
        && parameters.Context.Only is not { Count: > 0 }
        && new CaptureRequest(document.Uri, parameters.Range, document.Version).Offer() is var command
            ? [new CodeAction(command.Title, Command: command)]
            : null;

    /// <summary>What editors ask for on saving has a kind, and must not answer a question.</summary>
    private async Task<IReadOnlyList<CodeAction>?> SheetActionsAsync(OpenDocument sheet, CodeActionParams parameters)
    {
        if (parameters.Context.Only is { Count: > 0 })
        {
            return [];
        }

        var (decks, overruled) = await sheets.OverruledAsync(sheet);
        return
        [
            .. (await sheets.OffersAsync(sheet)).Commands.Select(command => new CodeAction(
                command.Title,
                Command: command
            )),
            .. wordings.OfSession(decks, overruled),
        ];
    }
}
