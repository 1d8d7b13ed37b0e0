using System.Text.Json;

namespace WsgiLsp.Server.Panel;

/// <summary>Lines for a session in a panel.</summary>
/// <param name="Session">The session's id.</param>
/// <param name="Taken">
/// How many lines had been taken on the screen that they answer. Where that is another number, as -1 always is, they do
/// nothing, and the present screen is the answer.
/// </param>
/// <param name="Lines">The lines; none to say that the question stands before the learner from now on.</param>
public sealed record PanelAnswer(string Session, int Taken, IReadOnlyList<string> Lines);

/// <summary>What a panel shows that is opened, or goes on.</summary>
/// <param name="Html">The whole page.</param>
/// <param name="Screen">What stands on it, with the session's id.</param>
public sealed record PanelShown(string Html, PanelScreen Screen);

/// <summary>A panel was hidden or loaded again, and wants what it showed.</summary>
/// <param name="Session">The session's id.</param>
public sealed record PanelWanted(string Session);

/// <summary>A panel was closed: its session is kept, and may be answered elsewhere.</summary>
/// <param name="Session">The session's id.</param>
public sealed record PanelClosed(string Session);

/// <summary>A card of a panel is to be shown where it stands.</summary>
/// <param name="Uri">The deck's document.</param>
/// <param name="Line">The line of its heading, 0-based.</param>
public sealed record PanelEdit(string Uri, int Line);

/// <summary>The learner wants their words for a concept to stand in the deck: see <see cref="PanelConcept.Wording"/>.</summary>
/// <param name="Session">The session's id.</param>
/// <param name="Concept">The number of the concept of the open card, from 1.</param>
public sealed record PanelWording(string Session, int Concept);

/// <summary>How much there is to study in all decks.</summary>
/// <param name="Due">Items due now.</param>
/// <param name="New">New items that the day's limit leaves.</param>
public sealed record DueCount(int Due, int New);

/// <summary>What a client says of panels in its initialization options.</summary>
public static class PanelOffer
{
    /// <summary>Whether a client has panels.</summary>
    /// <param name="options">Its initialization options.</param>
    public static bool IsIn(JsonElement? options) =>
        options is { ValueKind: JsonValueKind.Object } said
        && said.TryGetProperty("panel", out var panel)
        && panel.ValueKind == JsonValueKind.True;
}
