using System.Text.Json;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Study.Resuming;

namespace WsgiLsp.Server.Panel;

/// <summary>The argument of the command that goes on with a quiz in a panel: a <see cref="PanelWanted"/>.</summary>
internal static class PanelRequest
{
    /// <summary>The command's name.</summary>
    public const string Resume = "wsgilsp.panel.resume";

    /// <summary>Goes on with a quiz.</summary>
    public static Command Offer(SheetSession session) =>
        new(
            $"Resume quiz ({session.Answered} of {session.Items})",
            Resume,
            [JsonSerializer.SerializeToElement(new PanelWanted(session.Place.Id), PanelJsonContext.Default.PanelWanted)]
        );

    /// <summary>Reads a command's arguments; null where they are none of ours.</summary>
    public static PanelWanted? Read(IReadOnlyList<JsonElement>? arguments) =>
        OwnJson.First(arguments, PanelJsonContext.Default.PanelWanted);
}
