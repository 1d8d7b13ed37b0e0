using System.Text.Json;

namespace WsgiLsp.Server.Workspace;

/// <summary>A personal setting: its key, and how its value is taken.</summary>
/// <param name="Key">The dotted key, without <c>wsgilsp</c> before it.</param>
/// <param name="Wanted">What it wants, for the message on what is not that.</param>
/// <param name="Take">The settings with the value; null where it is of the wrong kind or out of range.</param>
internal sealed record Setting(string Key, string Wanted, Func<UserSettings, JsonElement, UserSettings?> Take)
{
    /// <summary>Whether all of a value is as wanted, for settings of which a part may hold; null where taking it says so.</summary>
    public Func<JsonElement, bool>? IsWhollyRight { get; init; }

    /// <summary>Whether a value is as wanted; null stands for none.</summary>
    public bool Fits(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null
        || (IsWhollyRight?.Invoke(value) ?? Take(UserSettings.Default, value) is not null);
}
