using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;

namespace WsgiLsp.Server.Sheets;

/// <summary>
/// What can be typed on a sheet. It is always offered, whatever was typed: an editor that gets an answer does not complete
/// words from the open deck, where the answers stand.
/// </summary>
internal static class SheetCompletion
{
    /// <summary>The completions at a place.</summary>
    public static CompletionList At(OpenDocument document, Position position, PositionEncoding positions)
    {
        var line = document.Text.LineStart(Math.Clamp(position.Line, 0, document.Text.LineCount - 1));
        var typed = document.Text.ToString(
            Decks.Text.TextSpan.FromBounds(line, Math.Max(line, positions.Offset(document.Text, position)))
        );
        var word = typed[(typed.LastIndexOf(' ') + 1)..];
        return new CompletionList(
            IsIncomplete: true,
            [Item(word, ":?", "the next hint"), Item(word, ":??", "show the answer")]
        );
    }

    private static CompletionItem Item(string word, string command, string detail) =>
        new(command, CompletionItemKind.Keyword, Detail: detail, FilterText: word + command, InsertText: command);
}
