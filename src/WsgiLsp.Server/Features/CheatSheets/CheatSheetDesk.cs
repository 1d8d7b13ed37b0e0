using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Features.Histories;
using WsgiLsp.Server.Sheets;
using WsgiLsp.Server.Workspace;
using WsgiLsp.Study.Identity;

namespace WsgiLsp.Server.Features.CheatSheets;

/// <summary>Writes a deck as a page for quick revision, beside the quiz sheets, and opens it. In the background.</summary>
/// <param name="window">Where it is shown.</param>
/// <param name="queue">Where work with the log is done.</param>
/// <param name="settings">The learner's limits.</param>
internal sealed class CheatSheetDesk(ClientWindow window, LogQueue queue, ServerSettings settings)
{
    /// <summary>How the names of the pages end.</summary>
    public const string Extension = ".cheatsheet.md";

    /// <summary>Writes a page.</summary>
    /// <param name="deck">The deck.</param>
    /// <param name="sheets">Where a quiz sheet of the deck might go, the best place first.</param>
    public void Write(DeckAt deck, IEnumerable<string> sheets) =>
        queue.Post(log =>
        {
            var page = OpenedCheatSheet.Of(log, [deck], settings.Current.Study.Session);
            if (page.Lines.IsEmpty)
            {
                window.Say(
                    MessageType.Info,
                    "There is nothing to put on a cheat sheet: no card, or all of them suspended."
                );
                return;
            }

            var text = string.Join('\n', page.Lines) + "\n";
            foreach (var path in sheets.Select(sheet => sheet[..^SheetFile.Extension.Length] + Extension))
            {
                if (TryWrite(path, text))
                {
                    _ = window.ShowAsync(path, "Cheat sheet");
                    return;
                }
            }

            window.Say(MessageType.Error, "No page can be written, neither beside the deck nor in the data folder.");
        });

    private static bool TryWrite(string path, string text)
    {
        try
        {
            SheetFile.Write(path, text);
            return true;
        }
        catch (Exception e) when (FileProblem.IsExpected(e))
        {
            return false;
        }
    }
}
