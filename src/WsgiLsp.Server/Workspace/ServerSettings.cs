using System.Collections.Immutable;
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

    private readonly Lazy<(UserSettings Settings, ImmutableArray<SettingsProblem> Problems)> fromFile = new(() =>
        (UserSettings.LoadFrom(dataFolder, out var problems), problems)
    );
    private UserSettings? current;

    /// <summary>Where the log and <c>settings.json</c> are.</summary>
    public string DataFolder => dataFolder;

    /// <summary>What <c>settings.json</c> says in vain.</summary>
    public ImmutableArray<SettingsProblem> Problems => fromFile.Value.Problems;

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
