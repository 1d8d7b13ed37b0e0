using WsgiLsp.Protocol;
using WsgiLsp.Protocol.Types;

namespace WsgiLsp.Server.Panel;

/// <summary>The messages that are not the specification's: only for clients that say <c>panel</c> in their initialization options.</summary>
internal static class PanelMethods
{
    /// <summary>To the client: open a panel, or show something else on it.</summary>
    public static readonly NotificationMethod<PanelShown> Show = new(
        "wsgilsp/panel",
        static () => PanelJsonContext.Default.PanelShown
    );

    /// <summary>To the server: lines; answered with the next screen.</summary>
    public static readonly RequestMethod<PanelAnswer, PanelScreen> Answer = new(
        "wsgilsp/panel/answer",
        static () => PanelJsonContext.Default.PanelAnswer,
        static () => PanelJsonContext.Default.PanelScreen
    );

    /// <summary>To the server: a panel that was hidden, or whose server ended; null where its session cannot go on.</summary>
    public static readonly RequestMethod<PanelWanted, PanelShown?> Open = new(
        "wsgilsp/panel/open",
        static () => PanelJsonContext.Default.PanelWanted,
        static () => PanelJsonContext.Default.PanelShown!
    );

    /// <summary>To the server: show a card where it stands, in the editor.</summary>
    public static readonly RequestMethod<PanelEdit, Nothing> Edit = new(
        "wsgilsp/panel/edit",
        static () => PanelJsonContext.Default.PanelEdit,
        static () => LspJsonContext.Default.Nothing
    );

    /// <summary>To the server: add the learner's words for a concept to its rubric, by an edit that the client makes.</summary>
    public static readonly RequestMethod<PanelWording, Nothing> Wording = new(
        "wsgilsp/panel/wording",
        static () => PanelJsonContext.Default.PanelWording,
        static () => LspJsonContext.Default.Nothing
    );

    /// <summary>To the server: a panel was closed.</summary>
    public static readonly NotificationMethod<PanelClosed> Close = new(
        "wsgilsp/panel/close",
        static () => PanelJsonContext.Default.PanelClosed
    );

    /// <summary>To the client: how much there is to study, whenever that changes.</summary>
    public static readonly NotificationMethod<DueCount> Due = new(
        "wsgilsp/due",
        static () => PanelJsonContext.Default.DueCount
    );
}
