using System.Collections.Immutable;
using WsgiLsp.Decks.Text;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;

namespace WsgiLsp.Server.Sheets;

/// <summary>The buttons of a sheet as lenses, over the line that asks.</summary>
internal static class SheetLenses
{
    /// <summary>The lenses.</summary>
    public static IReadOnlyList<CodeLens> Of(
        OpenDocument document,
        (int Line, ImmutableArray<Command> Commands) offers,
        PositionEncoding positions
    )
    {
        var place = new LinePosition(offers.Line, 0);
        var range = positions.Range(document.Text, place, place);
        return [.. offers.Commands.Select(command => new CodeLens(range, command))];
    }
}
