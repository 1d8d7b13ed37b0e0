using System.Text.Json;
using Microsoft.Extensions.Logging;
using WsgiLsp.Decks.Model;
using WsgiLsp.Protocol;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using WsgiLsp.Server.Features.CodeActions;
using WsgiLsp.Server.Features.CodeLenses;
using WsgiLsp.Server.Features.Diagnostics;
using WsgiLsp.Server.Features.DocumentSymbols;
using WsgiLsp.Server.Features.FoldingRanges;
using WsgiLsp.Server.Features.Formatting;
using WsgiLsp.Server.Features.Histories;
using WsgiLsp.Server.Features.Hover;
using WsgiLsp.Server.Logging;
using WsgiLsp.Server.Quiz;
using WsgiLsp.Server.Workspace;
using WsgiLsp.Study.Identity;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Server;

/// <summary>
/// The language server: binds each method to a feature. Notifications change the documents, on the connection's loop;
/// requests take a snapshot there and are answered elsewhere.
/// </summary>
public sealed class LanguageServer : IDisposable
{
    private readonly LanguageServerOptions options;
    private readonly Connection connection;
    private readonly DocumentStore documents;
    private readonly DiagnosticsPublisher diagnostics;
    private readonly ConfigDiagnosticsPublisher configDiagnostics;
    private readonly WorkspaceIndex index;
    private readonly WorkspaceFolders folders;
    private readonly ServerSettings settings;
    private readonly QuizRunner quizzes;
    private readonly LogQueue logQueue;
    private readonly HistoryWatch histories;
    private readonly HistoryCommands historyCommands;
    private readonly PeekLog peeks;
    private readonly MemorySettling memory;
    private readonly LoggerFactory loggers;
    private readonly ILogger logger;
    private ClientCapabilities client = new();
    private string? clientName;

    private LanguageServer(Transport transport, LanguageServerOptions options)
    {
        this.options = options;
        memory = new MemorySettling(options.Clock);
        settings = new ServerSettings(DataFolder.Resolve(options.Environment));
#pragma warning disable CA2000 // The factory disposes its providers.
        var window = new WindowLoggerProvider(LogLevel.Information);
        loggers = new LoggerFactory([
            window,
            new StandardErrorLoggerProvider(options.Error, () => settings.Current.LogLevel),
        ]);
#pragma warning restore CA2000
        logger = loggers.CreateLogger("wsgilsp");
        connection = new Connection(
            transport,
            new ConnectionOptions
            {
                Logger = loggers.CreateLogger("protocol"),
                Time = options.Clock,
                Idle = Publish,
            }
        );
        window.Attach(connection);
        var configs = new ConfigLookup();
        index = new WorkspaceIndex(configs, IndexChanged);
        documents = new DocumentStore(configs, uri => diagnostics!.Mark(uri));
        logQueue = new LogQueue(OpenLog, logger);
        histories = new HistoryWatch(
            logQueue,
            configs,
            DeckPaths,
            () => diagnostics!.PublishOthers(),
            moved => historyCommands!.Tell(moved)
        );
        historyCommands = new HistoryCommands(connection, histories, () => clientName);
        peeks = new PeekLog(logQueue, () => settings.Current.Study.LogsPeeks, options.Clock);
        diagnostics = new DiagnosticsPublisher(
            connection,
            documents,
            index,
            path => histories.Of(path)?.Remarks ?? [],
            () => client
        );
        folders = new WorkspaceFolders(connection, index, logger);
        configDiagnostics = new ConfigDiagnosticsPublisher(connection, documents, configs, () => client);
        quizzes = new QuizRunner(
            connection,
            () => clientName,
            OpenLog,
            histories.KeepAsync,
            () => new GradeScale(settings.Current.Study.HasTwoGrades),
            options.Clock,
            logger
        );
        RegisterLifecycle();
        RegisterDocuments();
        RegisterQueries();
        connection.OnRequest(Methods.Workspace.ExecuteCommand, (parameters, _) => Execute(parameters));
    }

    /// <summary>Serves one client until it goes.</summary>
    /// <param name="transport">The way to the client.</param>
    /// <param name="options">The world around.</param>
    /// <param name="cancellationToken">Ends the server.</param>
    /// <returns>The exit code: 0 after an orderly shutdown, else 1.</returns>
    public static async Task<int> RunAsync(
        Transport transport,
        LanguageServerOptions options,
        CancellationToken cancellationToken = default
    )
    {
        using var server = new LanguageServer(transport, options);
        var code = await server.connection.RunAsync(cancellationToken);
        await server.logQueue.EndAsync();
        return code;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        quizzes.Dispose();
        loggers.Dispose();
    }

    private void RegisterLifecycle()
    {
        connection.OnRequest(Methods.Initialize, (parameters, _) => Task.FromResult(Initialize(parameters)));
        connection.OnNotification(
            Methods.Initialized,
            _ =>
            {
                WarnOfSettings();
                AskForSettings();
                folders.Start(client);
            }
        );
        connection.OnNotification(Methods.Workspace.DidChangeWorkspaceFolders, p => folders.Change(p.Event));
        connection.OnNotification(
            Methods.Workspace.DidChangeConfiguration,
            parameters =>
            {
                settings.Take(parameters.Settings);
                AskForSettings();
                _ = RefreshAsync();
            }
        );
        connection.OnNotification(
            Methods.Workspace.DidChangeWatchedFiles,
            parameters =>
            {
                ReadAgain();
                folders.FilesChanged(parameters.Changes);
            }
        );
    }

    private void RegisterDocuments()
    {
        connection.OnNotification(
            Methods.TextDocument.DidOpen,
            parameters =>
            {
                documents.Open(parameters.TextDocument);
                configDiagnostics.Mark();
                if (documents.Current.FindDeck(parameters.TextDocument.Uri) is var (opened, _))
                {
                    LookUp(opened);
                }

                memory.Opened(parameters.TextDocument.Text.Length);
            }
        );
        connection.OnNotification(
            Methods.TextDocument.DidChange,
            parameters =>
            {
                documents.Change(parameters.TextDocument, parameters.ContentChanges);
                if (documents.Current.Find(parameters.TextDocument.Uri)?.Config is not null)
                {
                    configDiagnostics.Mark();
                }
            }
        );
        connection.OnNotification(
            Methods.TextDocument.DidClose,
            parameters =>
            {
                documents.Close(parameters.TextDocument.Uri);
                configDiagnostics.Mark();
            }
        );

        // Clients that watch no files still tell of a wsgilsp.json saved beside a deck, or of the deck saved after it.
        connection.OnNotification(
            Methods.TextDocument.DidSave,
            parameters =>
            {
                ReadAgain();
                folders.FilesChanged([new FileEvent(parameters.TextDocument.Uri, FileChangeType.Changed)]);
                if (documents.Current.FindDeck(parameters.TextDocument.Uri) is not null)
                {
                    histories.Update(keeps: true);
                }
            }
        );
    }

    private ReviewLog OpenLog() =>
        ReviewLog.Open(DataFolder.ReviewLogIn(settings.DataFolder), options.Clock, settings.Current.Study.Log);

    /// <summary>The files of all decks that there are: those of the open folders, and what is open from elsewhere.</summary>
    private IEnumerable<string> DeckPaths() =>
        documents
            .Current.Documents.Values.Where(document =>
                document.Deck is not null && Path.IsPathFullyQualified(document.Path)
            )
            .Select(document => document.Path)
            .Concat(index.Paths ?? []);

    /// <summary>What the log says of a deck that was opened, where it was not looked up with the others.</summary>
    private void LookUp(OpenDocument document)
    {
        if (Path.IsPathFullyQualified(document.Path) && histories.Of(document.Path) is null)
        {
            histories.Update(keeps: false);
        }
    }

    /// <summary>A <c>wsgilsp.json</c> may have changed on disk.</summary>
    private void ReadAgain()
    {
        documents.ReadAgain();
        configDiagnostics.Mark();
    }

    private void IndexChanged()
    {
        diagnostics.PublishOthers();
        configDiagnostics.Mark();
        configDiagnostics.Publish();
        if (index.Paths is not null)
        {
            // Histories follow their cards once somebody saves one: what was merely opened may be anybody's.
            histories.Update(keeps: false);
        }
    }

    private void Publish()
    {
        diagnostics.Publish();
        configDiagnostics.Publish();
        memory.Published();
    }

    private void RegisterQueries()
    {
        Query(
            Methods.TextDocument.Hover,
            p => p.TextDocument,
            (document, deck, p) => HoverFeature.At(document, deck, p.Position, documents.Positions, client, peeks.Note)
        );
        connection.OnRequest(Methods.TextDocument.CodeAction, CodeActions);
        Query(
            Methods.TextDocument.CodeLens,
            p => p.TextDocument,
            (document, deck, _) => CodeLensFeature.Of(document, deck, documents.Positions, settings.Current)
        );
        Query(
            Methods.TextDocument.DocumentSymbol,
            p => p.TextDocument,
            (document, deck, _) => DocumentSymbolFeature.Of(document, deck, documents.Positions, client)
        );
        Query(
            Methods.TextDocument.FoldingRange,
            p => p.TextDocument,
            (document, deck, _) => FoldingRangeFeature.Of(document, deck, client)
        );
        Query(
            Methods.TextDocument.Formatting,
            p => p.TextDocument,
            (document, deck, _) => FormattingFeature.Of(document, deck, documents.Positions)
        );
        Query(
            Methods.TextDocument.RangeFormatting,
            p => p.TextDocument,
            (document, deck, p) => FormattingFeature.Of(document, deck, p.Range, documents.Positions)
        );
        Query(
            Methods.TextDocument.OnTypeFormatting,
            p => p.TextDocument,
            (document, deck, p) => FormattingFeature.OnType(document, deck, p, documents.Positions)
        );
    }

    /// <summary>Answers a request about a deck from the snapshot of its moment; null where the document is no deck.</summary>
    private void Query<TParams, TResult>(
        RequestMethod<TParams, TResult?> method,
        Func<TParams, TextDocumentIdentifier> document,
        Func<OpenDocument, Deck, TParams, TResult?> feature
    )
        where TResult : class =>
        connection.OnRequest(
            method,
            (parameters, cancellation) =>
                documents.Current.FindDeck(document(parameters).Uri) is { } open
                    ? Task.Run(() => feature(open.Document, open.Deck, parameters), cancellation)
                    : Task.FromResult<TResult?>(null)
        );

    private Task<IReadOnlyList<CodeAction>?> CodeActions(CodeActionParams parameters, CancellationToken cancellation) =>
        documents.Current.Find(parameters.TextDocument.Uri) switch
        {
            { Deck: { } deck } document => Task.Run<IReadOnlyList<CodeAction>?>(
                () =>
                    CodeActionFeature.For(
                        document,
                        deck,
                        diagnostics.FindingsOf(document, deck),
                        histories.Book,
                        parameters,
                        documents.Positions,
                        client
                    ),
                cancellation
            ),
            { Config: { } config } document => Task.FromResult<IReadOnlyList<CodeAction>?>(
                CodeActionFeature.Fixes(document, config.Findings, parameters, documents.Positions, client)
            ),
            _ => Task.FromResult<IReadOnlyList<CodeAction>?>(null),
        };

    private InitializeResult Initialize(InitializeParams parameters)
    {
        client = parameters.Capabilities;
        clientName = parameters.ClientInfo?.Name;
        var encoding = PositionEncodingKind.Choose(client);
        documents.Positions = new PositionEncoding(encoding == PositionEncodingKind.Utf8);
        settings.Take(parameters.InitializationOptions);
        folders.Take(parameters);
        return new InitializeResult(Capabilities(encoding), new ServerInfo("wsgilsp", options.Version));
    }

    private ServerCapabilities Capabilities(string encoding) =>
        new(
            // A client that offers no choice does not know the property.
            client.General?.PositionEncodings
                is null
                ? null
                : encoding,
            new TextDocumentSyncOptions(
                OpenClose: true,
                Change: TextDocumentSyncKind.Incremental,
                Save: new SaveOptions(IncludeText: false)
            ),
            HoverProvider: true,
            DocumentSymbolProvider: true,
            CodeActionProvider: new CodeActionOptions([CodeActionKind.QuickFix, CodeActionFeature.FixAllKind]),
            CodeLensProvider: new CodeLensOptions(),
            FoldingRangeProvider: true,
            DocumentFormattingProvider: true,
            DocumentRangeFormattingProvider: true,
            DocumentOnTypeFormattingProvider: new DocumentOnTypeFormattingOptions(FormattingFeature.Trigger),
            ExecuteCommandProvider: new ExecuteCommandOptions([QuizRequest.Command, .. HistoryRequest.Commands]),
            Workspace: client.Workspace?.WorkspaceFolders == true
                ? new WorkspaceOptions(
                    new WorkspaceFoldersServerCapabilities(Supported: true, ChangeNotifications: true)
                )
                : null
        );

    private async Task<JsonElement?> Execute(ExecuteCommandParams parameters)
    {
        if (HistoryRequest.Commands.Contains(parameters.Command))
        {
            await historyCommands.RunAsync(parameters.Command, HistoryRequest.Read(parameters.Arguments));
            return null;
        }

        if (parameters.Command != QuizRequest.Command)
        {
            throw new RpcException(ErrorCodes.InvalidParams, $"There is no command {parameters.Command}.");
        }

        var request =
            QuizRequest.Read(parameters.Arguments)
            ?? throw new RpcException(ErrorCodes.InvalidParams, "The quiz needs a document: [{ \"uri\": … }].");
        quizzes.Start(FindDeck(request.Uri), request);
        return null;
    }

    private DeckAt FindDeck(string uri)
    {
        if (documents.Current.FindDeck(uri) is { } open)
        {
            return new DeckAt(open.Document.Path, open.Deck);
        }

        throw new RpcException(ErrorCodes.RequestFailed, "This document is not an open deck. Open the deck first.");
    }

    /// <summary>Says once what <c>settings.json</c> says in vain.</summary>
    private void WarnOfSettings()
    {
        if (settings.Problems.IsEmpty)
        {
            return;
        }

        logger.LogWarning("{Problems}", string.Join('\n', settings.Problems));

        // Clients cut a message, or show one line of it: the mistakes first, and where the file is last.
        var message = OneLine.Of(
            settings.Problems.Select(problem => problem.Brief),
            settings.Problems.Select(problem => problem.Path).Distinct(StringComparer.Ordinal)
        );
        connection.Notify(Methods.Window.ShowMessage, new ShowMessageParams(MessageType.Warning, message));
    }

    /// <summary>Asks the client for its settings, where it answers that.</summary>
    private void AskForSettings()
    {
        if (client.Workspace?.Configuration == true)
        {
            _ = AskForSettingsAsync();
        }
    }

    private async Task AskForSettingsAsync()
    {
        try
        {
            var item = new ConfigurationItem(Section: ServerSettings.Section);
            var answer = await connection.RequestAsync(
                Methods.Workspace.Configuration,
                new ConfigurationParams([item])
            );
            settings.Take(answer is [var first, ..] ? first : null);
            await RefreshAsync();
        }
        catch (RpcException exception)
        {
            logger.LogDebug("The client has no settings: {Reason}", exception.Message);
        }
    }

    private async Task RefreshAsync()
    {
        if (client.Workspace?.CodeLens?.RefreshSupport != true)
        {
            return;
        }

        try
        {
            await connection.RequestAsync(Methods.Workspace.CodeLensRefresh, default);
        }
        catch (RpcException exception)
        {
            logger.LogDebug("The client did not refresh its lenses: {Reason}", exception.Message);
        }
    }
}
