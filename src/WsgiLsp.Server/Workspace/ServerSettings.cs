using System.Text.Json;

namespace WsgiLsp.Server.Workspace;

/// <summary>
/// The personal settings that hold in an editor: the editor's over those of <c>settings.json</c> in the data folder.
/// </summary>
/// <param name="dataFolder">Where the log and <c>settings.json</c> are.</param>
internal sealed class ServerSettings(string dataFolder)
{
    /// <summary>The section of the editor's settings.</summary>
    public const string Section = "wsgilsp";

    private readonly Lazy<(UserSettings Settings, string? Problem)> fromFile = new(() =>
        (UserSettings.LoadFrom(dataFolder, out var problem), problem)
    );
    private UserSettings? current;

    /// <summary>Where the log and <c>settings.json</c> are.</summary>
    public string DataFolder => dataFolder;

    /// <summary>Why <c>settings.json</c> could not be read, or null.</summary>
    public string? Problem => fromFile.Value.Problem;

    /// <summary>What holds now.</summary>
    public UserSettings Current => Volatile.Read(ref current) ?? fromFile.Value.Settings;

    /// <summary>Takes what the editor says; what it does not say is as in the file.</summary>
    public void Take(JsonElement? json)
    {
        if (json is { ValueKind: JsonValueKind.Object } settings)
        {
            Volatile.Write(ref current, UserSettings.Read(settings, fromFile.Value.Settings));
        }
    }
}
