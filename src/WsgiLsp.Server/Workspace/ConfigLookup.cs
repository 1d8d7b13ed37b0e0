using System.Collections.Concurrent;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Server.Workspace;

/// <summary>
/// Finds the nearest <c>wsgilsp.json</c> upwards, and remembers it for each folder. Safe to use from several threads.
/// </summary>
/// <param name="clock">Tells decks the day; null where none is to be told.</param>
public sealed class ConfigLookup(TimeProvider? clock = null)
{
    private readonly ConcurrentDictionary<string, WsgiLspConfig> byFolder = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> met = new(StringComparer.Ordinal);

    /// <summary>The settings that hold for a file; none for a document without a full path, which stands in no folder.</summary>
    /// <param name="path">Its full path; it need not exist.</param>
    public WsgiLspConfig ForFile(string path) =>
        Path.IsPathFullyQualified(path) && Path.GetDirectoryName(path) is { } folder
            ? ForFolder(folder)
            : WsgiLspConfig.None;

    /// <summary>How the deck library is to read a file, today.</summary>
    /// <param name="path">Its full path; it need not exist.</param>
    public DeckSettings SettingsFor(string path) =>
        ForFile(path).SettingsFor(path) with
        {
            Today = clock is null ? null : DateOnly.FromDateTime(clock.GetLocalNow().DateTime),
        };

    /// <summary>The settings that hold for the files of a folder.</summary>
    /// <param name="folder">Its full path; it need not exist.</param>
    public WsgiLspConfig ForFolder(string folder)
    {
        if (byFolder.TryGetValue(folder, out var known))
        {
            return known;
        }

        var file = Path.Combine(folder, WsgiLspConfig.FileName);
        var exists = File.Exists(file);
        if (exists)
        {
            met.TryAdd(file, value: true);
        }

        var config = exists ? ConfigReader.Load(file) : ForFile(folder);
        return byFolder.GetOrAdd(folder, config);
    }

    /// <summary>Every <c>wsgilsp.json</c> that was ever met and is still there, as it is now.</summary>
    public IEnumerable<WsgiLspConfig> Known =>
        met
            .Keys.Select(path => ForFile(path))
            .Where(config => config.Path is not null)
            .DistinctBy(config => config.Path);

    /// <summary>Forgets what the files say: a <c>wsgilsp.json</c> was made, changed or deleted.</summary>
    public void Clear() => byFolder.Clear();
}
