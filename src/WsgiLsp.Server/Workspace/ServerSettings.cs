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

    private UserSettings? fromFile;
    private UserSettings? current;

    /// <summary>Where the log and <c>settings.json</c> are.</summary>
    public string DataFolder => dataFolder;

    /// <summary>Why <c>settings.json</c> could not be read, or null.</summary>
    public string? Problem { get; private set; }

    /// <summary>What holds now.</summary>
    public UserSettings Current => Volatile.Read(ref current) ?? FromFile;

    private UserSettings FromFile => fromFile ??= Load();

    /// <summary>Takes what the editor says; what it does not say is as in the file.</summary>
    public void Take(JsonElement? json)
    {
        if (json is { ValueKind: JsonValueKind.Object } settings)
        {
            Volatile.Write(ref current, UserSettings.Read(settings, FromFile));
        }
    }

    private UserSettings Load()
    {
        var path = Path.Combine(dataFolder, "settings.json");
        var loaded = UserSettings.Load(path, out var problem);
        Problem = problem is null ? null : $"{path}: {problem}; the defaults hold";
        return loaded;
    }
}
