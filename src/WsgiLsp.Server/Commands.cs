using System.Text.Json;
using WsgiLsp.Protocol;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Capture;
using WsgiLsp.Server.Documents;
using WsgiLsp.Server.Features.CheatSheets;
using WsgiLsp.Server.Features.Histories;
using WsgiLsp.Server.Panel;
using WsgiLsp.Server.Quiz;
using WsgiLsp.Server.Sheets;
using WsgiLsp.Server.Workspace;
using WsgiLsp.Study.Identity;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Server;

/// <summary>What <c>workspace/executeCommand</c> does, by the command's name.</summary>
/// <param name="documents">The open documents.</param>
/// <param name="folders">The open folders.</param>
/// <param name="allDecks">Reads all decks, which takes its time.</param>
/// <param name="settings">Where the learner's data is.</param>
/// <param name="sheets">The quiz sheets.</param>
/// <param name="panels">The quizzes in panels.</param>
/// <param name="quizzes">Questions at once.</param>
/// <param name="cheatSheets">Pages for revision.</param>
/// <param name="captures">Cards made of selections.</param>
/// <param name="histories">What is done with histories.</param>
internal sealed class Commands(
    DocumentStore documents,
    WorkspaceFolders folders,
    Func<IReadOnlyList<DeckAt>> allDecks,
    ServerSettings settings,
    SheetDesk sheets,
    PanelDesk panels,
    QuizRunner quizzes,
    CheatSheetDesk cheatSheets,
    CaptureDesk captures,
    HistoryCommands histories
)
{
    /// <summary>The names of all commands that a client can have run.</summary>
    /// <param name="hasPanels">Whether it has panels.</param>
    public static IReadOnlyList<string> NamesFor(bool hasPanels) =>
        [
            QuizRequest.Command,
            CheatSheetRequest.Command,
            CaptureRequest.Command,
            .. SheetRequest.Commands,
            .. hasPanels ? (IEnumerable<string>)[PanelRequest.Resume] : [],
            .. HistoryRequest.Commands,
        ];

    /// <summary>Runs a command, or starts it where it asks a person.</summary>
    /// <param name="parameters">The command.</param>
    /// <returns>Null: no command answers with anything.</returns>
    /// <exception cref="RpcException">There is no such command, or its argument is none.</exception>
    public async Task<JsonElement?> RunAsync(ExecuteCommandParams parameters)
    {
        switch (parameters.Command)
        {
            case QuizRequest.Command:
                StartQuiz(QuizRequest.Read(parameters.Arguments) ?? throw NoArgument(parameters));
                break;
            case CheatSheetRequest.Command:
                WriteCheatSheet(CheatSheetRequest.Read(parameters.Arguments) ?? throw NoArgument(parameters));
                break;
            case CaptureRequest.Command:
                captures.Start(CaptureRequest.Read(parameters.Arguments) ?? throw NoArgument(parameters));
                break;
            case SheetRequest.Answer:
                sheets.Press(SheetRequest.Read(parameters.Arguments) ?? throw NoArgument(parameters));
                break;
            case SheetRequest.Restore:
                sheets.Restore(SheetRequest.Read(parameters.Arguments) ?? throw NoArgument(parameters));
                break;
            case SheetRequest.Resume:
                sheets.Resume(SheetRequest.Read(parameters.Arguments) ?? throw NoArgument(parameters));
                break;
            case PanelRequest.Resume:
                panels.Resume((PanelRequest.Read(parameters.Arguments) ?? throw NoArgument(parameters)).Session);
                break;
            case var command when HistoryRequest.Commands.Contains(command):
                await histories.RunAsync(command, HistoryRequest.Read(parameters.Arguments));
                break;
            default:
                throw new RpcException(ErrorCodes.InvalidParams, $"There is no command {parameters.Command}.");
        }

        return null;
    }

    private static RpcException NoArgument(ExecuteCommandParams parameters) =>
        new(ErrorCodes.InvalidParams, $"{parameters.Command} needs one object as argument: [{{ \"uri\": … }}].");

    private void StartQuiz(QuizRequest request)
    {
        var deck = request.Uri is { } uri ? FindDeck(uri) : null;
        var read = deck is null ? allDecks : () => [deck];
        if (panels.IsWanted && request.Sheet is null)
        {
            panels.Begin(read, request);
        }
        else if (sheets.CanWrite && request.SuitsSheet(deck?.Deck))
        {
            sheets.Begin(
                read,
                request,
                id =>
                    deck is null ? SheetFile.Places(folders.First, settings.DataFolder, "due", id) : PlacesOf(deck, id)
            );
        }
        else
        {
            quizzes.Start(read, request);
        }
    }

    private void WriteCheatSheet(CheatSheetRequest request)
    {
        var deck = FindDeck(request.Uri);
        if (panels.IsWanted)
        {
            panels.Begin(() => [deck], new QuizRequest(request.Uri) { Mode = StudyMode.CheatSheet.Name() });
            return;
        }

        cheatSheets.Write(deck, PlacesOf(deck, SheetFile.NewId()));
    }

    private IEnumerable<string> PlacesOf(DeckAt deck, string id) =>
        SheetFile.Places(folders.Of(deck.Path), settings.DataFolder, deck.Deck.Id, id);

    private DeckAt FindDeck(string uri) =>
        documents.Current.FindDeck(uri) is { } open
            ? new DeckAt(open.Document.Path, open.Deck)
            : throw new RpcException(
                ErrorCodes.RequestFailed,
                "This document is not an open deck. Open the deck first."
            );
}
