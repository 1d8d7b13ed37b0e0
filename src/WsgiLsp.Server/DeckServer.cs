using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using WsgiLsp.Decks.Model;
using WsgiLsp.Protocol;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Capture;
using WsgiLsp.Server.Documents;
using WsgiLsp.Server.Features.CheatSheets;
using WsgiLsp.Server.Features.Diagnostics;
using WsgiLsp.Server.Features.Histories;
using WsgiLsp.Server.Features.Learning;
using WsgiLsp.Server.Features.Wordings;
using WsgiLsp.Server.Panel;
using WsgiLsp.Server.Progress;
using WsgiLsp.Server.Quiz;
using WsgiLsp.Server.Sheets;
using WsgiLsp.Server.Workspace;
using WsgiLsp.Study.Identity;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Server;

/// <summary>
/// What a client is served with: binds each method to a feature. Notifications change the documents, on the connection's loop;
/// requests take a snapshot there and are answered elsewhere.
/// </summary>
internal sealed class DeckServer : IAsyncDisposable
{
    private readonly LanguageServerOptions options;
    private readonly Connection connection;
    private readonly ClientWindow window;
    private readonly DocumentStore documents;
    private readonly DiagnosticsPublisher diagnostics;
    private readonly ConfigDiagnosticsPublisher configDiagnostics;
    private readonly WorkspaceIndex index;
    private readonly WorkspaceFolders folders;
    private readonly Registrations registrations;
    private readonly ServerSettings settings;
    private readonly QuizRunner quizzes;
    private readonly LogQueue logQueue;
    private readonly HistoryWatch histories;
    private readonly HistoryCommands historyCommands;
    private readonly SheetDesk sheets;
    private readonly PanelDesk panels;
    private readonly DueTeller due;
    private readonly ClientRefresh refresh;
    private readonly DueAlarm alarm;
    private readonly MemorySettling memory;
    private readonly ILogger logger;
    private readonly ClientCapabilities client;
    private readonly string? clientName;

    /// <summary>Binds all methods but <c>initialize</c>; to be called on the loop, once that was answered.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="parameters">What the client said first.</param>
    /// <param name="settings">What the learner set.</param>
    /// <param name="logger">Where to log.</param>
    /// <param name="options">The world around.</param>
    public DeckServer(
        Connection connection,
        InitializeParams parameters,
        ServerSettings settings,
        ILogger logger,
        LanguageServerOptions options
    )
    {
        this.connection = connection;
        this.settings = settings;
        this.logger = logger;
        this.options = options;
        client = parameters.Capabilities;
        clientName = parameters.ClientInfo?.Name;
        memory = new MemorySettling(options.Clock);
        window = new ClientWindow(connection, () => client, logger);
        refresh = new ClientRefresh(connection, () => client, logger);
        var configs = new ConfigLookup(options.Clock);
        index = new WorkspaceIndex(configs, IndexChanged, logger);
        documents = new DocumentStore(configs, uri => diagnostics!.Mark(uri));
        logQueue = new LogQueue(OpenLog, options.Clock, logger);
        histories = new HistoryWatch(
            logQueue,
            configs,
            DeckPaths,
            DecksWithFacts,
            LogRead,
            moved => historyCommands!.Tell(moved)
        );
        due = new DueTeller(
            connection,
            () => panels!.IsWanted,
            DeckPaths,
            ReadDeck,
            () => histories.Book.Learned,
            settings,
            options.Clock
        );
        alarm = new DueAlarm(options.Clock, NextDue, Learned);
        historyCommands = new HistoryCommands(connection, window, histories, () => clientName);
        var peeks = new PeekLog(logQueue, () => settings.Current.Study.LogsPeeks, options.Clock);
        var ways = new DiagnosticWays(() => client);
        var lookup = new FindingsLookup(
            path => histories.Of(path)?.Remarks ?? [],
            (path, deck) => AuthorRemarks.On(deck, histories.Book.Facts.GetValueOrDefault(path)),
            index.Read
        );
        diagnostics = new DiagnosticsPublisher(connection, documents, index, lookup, ways, refresh, () => client);
        registrations = new Registrations(connection, logger);
        folders = new WorkspaceFolders(connection, index, registrations, options.Clock, logger);
        configDiagnostics = new ConfigDiagnosticsPublisher(connection, documents, configs, ways, () => client);
        quizzes = new QuizRunner(
            connection,
            window,
            () => clientName,
            OpenLog,
            histories.KeepAsync,
            () => new GradeScale(settings.Current.Study.HasTwoGrades),
            options.Clock,
            logger
        );
#pragma warning disable CA2000 // The desks dispose their books.
        sheets = new SheetDesk(
            new SheetBook(OpenLog, ReadDeck, settings, options.Clock),
            new SheetClient(connection, window, documents, () => client, () => clientName, refresh, logger),
            documents,
            found => connection.Notify(Methods.TextDocument.PublishDiagnostics, found),
            histories.KeepAsync,
            options.Clock,
            logger
        );
        var wordings = new WordingDesk(
            connection,
            window,
            documents,
            () => client,
            ReadDeck,
            item => histories.ReadAsync(item)
        );
        panels = new PanelDesk(
            connection,
            window,
            wordings,
            new SheetBook(OpenLog, ReadDeck, settings, options.Clock),
            ReadDeck,
            path => folders!.Of(path),
            histories.KeepAsync,
            logQueue,
            settings,
            () => histories.UpdateIfWritten(DataFolder.ReviewLogIn(settings.DataFolder)),
            options.Clock,
            logger
        );
#pragma warning restore CA2000
        var learners = new Learners(histories, settings, () => panels.IsWanted, options.Clock);
        var cheatSheets = new CheatSheetDesk(window, logQueue, settings);
        var captures = new CaptureDesk(connection, window, () => client, documents, folders, configs, logger);
        RegisterLifecycle();
        RegisterDocuments();
        var requests = new LongRequests(connection, options.Clock);
        connection.OnNotification(Methods.Window.WorkDoneProgressCancel, requests.Cancel);
        var pull = new DiagnosticsPull(
            documents,
            index,
            configs,
            lookup,
            diagnostics,
            ways,
            requests,
            PublishOthers,
            () => client
        );
        connection.OnRequest(Methods.TextDocument.Diagnostic, (p, _) => Task.FromResult(pull.OfDocument(p)));
        connection.OnRequest(Methods.Workspace.Diagnostic, pull.OfAllAsync);
        var views = new WorkspaceViews(documents, index, configs);
        var queries = new Queries(connection, documents, views, requests, () => client);
        new DeckFeatures(
            documents,
            () => client,
            settings,
            lookup,
            () => index.Take(documents),
            histories,
            learners,
            sheets,
            peeks,
            wordings
        ).Register(queries);
        NameFeatures.Register(queries, () => client, histories.Expect);
        var commands = new Commands(
            documents,
            folders,
            AllDecks,
            settings,
            sheets,
            panels,
            quizzes,
            cheatSheets,
            captures,
            historyCommands
        );
        connection.OnRequest(Methods.Workspace.ExecuteCommand, (parameters, _) => commands.RunAsync(parameters));
        documents.Positions = new PositionEncoding(PositionEncodingKind.Choose(client) == PositionEncodingKind.Utf8);
        panels.Offer(parameters.InitializationOptions);
        folders.Take(parameters);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        alarm.Dispose();
        await sheets.DisposeAsync();
        await panels.DisposeAsync();
        await logQueue.EndAsync();
        quizzes.Dispose();
    }

    private void RegisterLifecycle()
    {
        connection.OnNotification(
            Methods.Initialized,
            _ =>
            {
                WarnOfSettings();
                AskForSettings();
                folders.Start(client);
                FollowSettings();
            }
        );
        connection.OnNotification(Methods.Workspace.DidChangeWorkspaceFolders, p => folders.Change(p.Event));
        connection.OnNotification(
            Methods.Workspace.DidChangeConfiguration,
            parameters =>
            {
                Take(parameters.Settings);
                AskForSettings();
            }
        );
        connection.OnNotification(Methods.Workspace.DidCreateFiles, p => _ = MovedAsync(p.Files.Select(f => f.Uri)));
        connection.OnNotification(Methods.Workspace.DidDeleteFiles, p => _ = MovedAsync(p.Files.Select(f => f.Uri)));
        connection.OnNotification(Methods.Workspace.DidRenameFiles, p => _ = RenamedAsync(p.Files));
        connection.OnNotification(
            Methods.Workspace.DidChangeWatchedFiles,
            parameters =>
            {
                ReadAgain();
                folders.FilesChanged(parameters.Changes);

                // What is open counts as the editor has it, once that is saved.
                var paths = parameters.Changes.Select(change => DocumentUri.ToPath(change.Uri));
                panels.DecksChanged([.. paths.Where(path => documents.Current.FindPath(path) is null)]);
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

                sheets.Changed(documents.Current.Find(parameters.TextDocument.Uri)!);

                memory.Opened(parameters.TextDocument.Text.Length);
            }
        );
        connection.OnNotification(
            Methods.TextDocument.DidChange,
            parameters =>
            {
                documents.Change(parameters.TextDocument, parameters.ContentChanges);
                if (documents.Current.Find(parameters.TextDocument.Uri) is { } changed)
                {
                    sheets.Changed(changed);
                    if (changed.Config is not null)
                    {
                        configDiagnostics.Mark();
                    }
                }
            }
        );
        connection.OnNotification(
            Methods.TextDocument.DidClose,
            parameters =>
            {
                var closed = documents.Current.Find(parameters.TextDocument.Uri);
                documents.Close(parameters.TextDocument.Uri);
                if (closed is not null)
                {
                    sheets.Closed(closed);
                }

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
                if (documents.Current.FindDeck(parameters.TextDocument.Uri) is { } saved)
                {
                    histories.Update(keeps: true);
                    panels.DecksChanged([saved.Document.Path]);
                }
            }
        );
    }

    /// <summary>Who renames a deck in the editor means it: histories follow it as after a save.</summary>
    private async Task RenamedAsync(IReadOnlyList<FileRename> files)
    {
        await MovedAsync(files.SelectMany(file => new[] { file.OldUri, file.NewUri }));
        histories.Update(keeps: true);
    }

    private Task MovedAsync(IEnumerable<string> uris)
    {
        ReadAgain();
        return folders.FilesMoved([.. uris]);
    }

    private ReviewLog OpenLog() =>
        ReviewLog.Open(DataFolder.ReviewLogIn(settings.DataFolder), options.Clock, settings.Current.Study.Log);

    /// <summary>The decks in front of the learner, where it is wanted what their answers say of them.</summary>
    private HashSet<string> DecksWithFacts() =>
        documents
            .Current.Documents.Values.Where(document =>
                document.Deck is { } deck && (settings.Current.InlayHintsFacts || AuthorRemarks.AreWanted(deck))
            )
            .Select(document => document.Path)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Something may have been switched on for which answers are to be read.</summary>
    private void LookUpFacts()
    {
        if (DecksWithFacts().Count > 0)
        {
            histories.Update(keeps: false);
        }
    }

    /// <summary>When something falls due by time alone; null where nobody is to be told.</summary>
    private DateTimeOffset? NextDue(DateTimeOffset now) =>
        (refresh.CanTellLearned || panels.IsWanted) && histories.Book.Learned is { } learned
            ? learned.NextDueAfter(now, settings.Current.Study.DayStart, options.Clock.LocalTimeZone)
            : null;

    /// <summary>Takes what the editor says of settings, by which other things may be shown of learning.</summary>
    private void Take(JsonElement? json)
    {
        settings.Take(json);
        LookUpFacts();

        alarm.Set();
        Learned();
    }

    /// <summary>What is told of the learner changed.</summary>
    private void Learned()
    {
        refresh.Learned();
        due.Tell();
    }

    /// <summary>The files of all decks that there are: those of the open folders, and what is open from elsewhere.</summary>
    private IEnumerable<string> DeckPaths() =>
        documents
            .Current.Documents.Values.Where(document =>
                document.Deck is not null && Path.IsPathFullyQualified(document.Path)
            )
            .Select(document => document.Path)
            .Concat(index.Paths ?? []);

    private IReadOnlyList<DeckAt> AllDecks() =>
        [
            .. DeckPaths()
                .Distinct(StringComparer.Ordinal)
                .Select(path => ReadDeck(path) is { } deck ? new DeckAt(path, deck) : null)
                .OfType<DeckAt>()
                .OrderBy(one => one.Path, StringComparer.Ordinal),
        ];

    /// <summary>What the log says of a deck that was opened, where it was not looked up with the others.</summary>
    private void LookUp(OpenDocument document)
    {
        if (
            Path.IsPathFullyQualified(document.Path)
            && (histories.Of(document.Path) is null || DecksWithFacts().Contains(document.Path))
        )
        {
            histories.Update(keeps: false);
        }
    }

    /// <summary>A <c>wsgilsp.json</c> may have changed on disk.</summary>
    private void ReadAgain()
    {
        documents.ReadAgain();
        configDiagnostics.Mark();
        LookUpFacts();
    }

    private void IndexChanged()
    {
        PublishOthers();
        if (index.Paths is not null)
        {
            // Histories follow their cards once somebody saves one: what was merely opened may be anybody's.
            histories.Update(keeps: false);
            due.Tell();
        }
    }

    private void LogRead(HistoryNews news)
    {
        alarm.Set();
        if (news.IsTold)
        {
            diagnostics.PublishOthers();
        }

        if (news.IsLearned)
        {
            due.Tell();
            refresh.Learned();
        }
    }

    /// <summary>Tells what changed otherwise than by typing.</summary>
    private void PublishOthers()
    {
        diagnostics.PublishOthers();
        configDiagnostics.Mark();
        configDiagnostics.Publish();
    }

    /// <summary>Tells what changed, once no message waits; to be called on the loop.</summary>
    public void Publish()
    {
        diagnostics.Publish();
        configDiagnostics.Publish();
        memory.Published();
    }

    /// <summary>A deck as it is now: in the editor, or else on disk. Null where it is none, or cannot be read.</summary>
    private Deck? ReadDeck(string path) => documents.Current.FindPath(path)?.Deck ?? index.Read(path);

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
        window.Say(MessageType.Warning, message);
    }

    /// <summary>Has the client tell when its settings change, where that must be said.</summary>
    private void FollowSettings()
    {
        if (client.Workspace?.DidChangeConfiguration?.DynamicRegistration == true)
        {
            _ = registrations.AddAsync(
                "wsgilsp-settings",
                Methods.Workspace.DidChangeConfiguration.Name,
                JsonSerializer.SerializeToElement(
                    new DidChangeConfigurationRegistrationOptions(ServerSettings.Section),
                    LspJsonContext.Default.DidChangeConfigurationRegistrationOptions
                )
            );
        }
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
            Take(answer is [var first, ..] ? first : null);
        }
        catch (RpcException exception)
        {
            logger.LogDebug("The client has no settings: {Reason}", exception.Message);
        }
    }
}
