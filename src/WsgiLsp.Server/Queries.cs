using System.Text.Json.Serialization.Metadata;
using WsgiLsp.Protocol;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using WsgiLsp.Server.Features;
using WsgiLsp.Server.Progress;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Server;

/// <summary>
/// Binds requests to features: each takes the documents and decks of its moment on the connection's loop, and is answered
/// from these elsewhere.
/// </summary>
/// <param name="connection">Where the methods are served.</param>
/// <param name="documents">The open documents.</param>
/// <param name="views">Makes the views of all decks.</param>
/// <param name="requests">Shows how far those about all decks are.</param>
/// <param name="client">What the client understands.</param>
internal sealed class Queries(
    Connection connection,
    DocumentStore documents,
    WorkspaceViews views,
    LongRequests requests,
    Func<ClientCapabilities> client
)
{
    /// <summary>A request about a deck, or a quiz sheet; answered with null where the document is none.</summary>
    public void OfDeck<TParams, TResult>(
        RequestMethod<TParams, TResult?> method,
        Func<TParams, TextDocumentIdentifier> identifier,
        Func<DeckQuery, TParams, TResult?> feature,
        Func<OpenDocument, TParams, CancellationToken, Task<TResult?>>? ofSheet = null
    )
        where TResult : class =>
        connection.OnRequest(
            method,
            (parameters, cancellation) =>
            {
                switch (documents.Current.Find(identifier(parameters).Uri))
                {
                    case { Deck: not null } document:
                        var query = QueryOf(views.Now(), document, cancellation);
                        return Task.Run(() => feature(query, parameters), cancellation);
                    case { Sheet: not null } sheet when ofSheet is not null:
                        return ofSheet(sheet, parameters, cancellation);
                    default:
                        return Task.FromResult<TResult?>(null);
                }
            }
        );

    /// <summary>A request about a document of any kind; answered with null where it is not open.</summary>
    public void OfDocument<TParams, TResult>(
        RequestMethod<TParams, TResult?> method,
        Func<TParams, TextDocumentIdentifier> identifier,
        Func<OpenDocument, TParams, CancellationToken, Task<TResult?>> feature
    )
        where TResult : class =>
        connection.OnRequest(
            method,
            (parameters, cancellation) =>
                documents.Current.Find(identifier(parameters).Uri) is { } document
                    ? feature(document, parameters, cancellation)
                    : Task.FromResult<TResult?>(null)
        );

    /// <summary>A request about what was answered before, from the documents as they are now.</summary>
    public void OfDocuments<TParams, TResult>(
        RequestMethod<TParams, TResult> method,
        Func<DocumentSnapshot, TParams, TResult> feature
    ) =>
        connection.OnRequest(
            method,
            (parameters, cancellation) =>
            {
                var snapshot = documents.Current;
                return Task.Run(() => feature(snapshot, parameters), cancellation);
            }
        );

    /// <summary>A request about the workspace.</summary>
    /// <param name="method">The method.</param>
    /// <param name="feature">Answers it.</param>
    /// <param name="isWhole">Whether it waits until all decks were read; else it is answered from those that were.</param>
    public void OfWorkspace<TParams, TResult>(
        RequestMethod<TParams, TResult?> method,
        Func<WorkspaceView, TParams, CancellationToken, TResult?> feature,
        bool isWhole = false
    )
        where TResult : class =>
        connection.OnRequest(
            method,
            async (parameters, cancellation) =>
            {
                var view = isWhole ? await views.WholeAsync(cancellation) : views.Now();
                return await Task.Run(() => feature(view, parameters, cancellation), cancellation);
            }
        );

    /// <summary>A request for which all decks are searched: it waits until they were read.</summary>
    public void OfAll<TParams, TResult>(
        RequestMethod<TParams, TResult?> method,
        string title,
        Func<WorkspaceView, TParams, LongRequest, TResult?> feature
    )
        where TParams : IWorkDoneProgressParams
        where TResult : class =>
        connection.OnRequest(
            method,
            async (parameters, cancellation) =>
            {
                var view = await views.WholeAsync(cancellation);
                return await requests.RunAsync(
                    parameters,
                    title,
                    request => Task.FromResult(feature(view, parameters, request)),
                    cancellation
                );
            }
        );

    /// <summary>
    /// A request about a deck for which all decks are searched: it waits until they were read. Answered with null where the
    /// document is none.
    /// </summary>
    public void OfDeckAmongAll<TParams, TResult>(
        RequestMethod<TParams, TResult?> method,
        string title,
        Func<TParams, TextDocumentIdentifier> identifier,
        Func<DeckQuery, TParams, TResult?> feature
    )
        where TParams : IWorkDoneProgressParams
        where TResult : class =>
        connection.OnRequest(
            method,
            async (parameters, cancellation) =>
            {
                if (documents.Current.Find(identifier(parameters).Uri) is not { Deck: not null } document)
                {
                    return null;
                }

                var view = await views.WholeAsync(cancellation);
                if (view.Find(document.Uri)?.Version != document.Version)
                {
                    throw new RpcException(ErrorCodes.ContentModified, "The document was changed meanwhile.");
                }

                var query = QueryOf(view, document, cancellation);
                return await requests.RunAsync(
                    parameters,
                    title,
                    request =>
                        Task.FromResult(
                            feature(
                                query with
                                {
                                    Cancellation = request.Cancellation,
                                    Progress = request.Report,
                                },
                                parameters
                            )
                        ),
                    cancellation
                );
            }
        );

    /// <summary>A list as the answer, or in parts ahead of it where the client takes them.</summary>
    public IReadOnlyList<T>? InParts<T>(
        IPartialResultParams parameters,
        IReadOnlyList<T>? whole,
        Func<JsonTypeInfo<IReadOnlyList<T>>> info,
        CancellationToken cancellation
    ) => requests.InParts(parameters, whole, info, cancellation);

    private DeckQuery QueryOf(WorkspaceView view, OpenDocument document, CancellationToken cancellation) =>
        new(view.For(document, document.Deck!), document, document.Deck!, client(), cancellation);
}
