using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using WsgiLsp.Study.Settings;

namespace WsgiLsp.Server.Workspace;

/// <summary>
/// The personal settings <c>wsgilsp.*</c>. An editor sends them; the terminal reads the same keys from
/// <c>settings.json</c> in the data folder. What an editor sends wins.
/// </summary>
public sealed record UserSettings
{
    /// <summary>What holds where nothing is set.</summary>
    public static UserSettings Default { get; } = new();

    /// <summary><c>codeLens.cards</c>: whether each card shows a lens, not only sections and the deck.</summary>
    public bool CodeLensCards { get; init; }

    /// <summary><c>inlayHints.due</c>: whether it is shown behind each card that was answered when it is due.</summary>
    public bool InlayHintsDue { get; init; } = true;

    /// <summary>
    /// <c>inlayHints.facts</c>: whether it is shown how many first tries at a card were right, how often each option was chosen,
    /// and how often each concept was missed.
    /// </summary>
    public bool InlayHintsFacts { get; init; }

    /// <summary><c>log.level</c>: the least that is logged; <c>information</c> by default.</summary>
    public LogLevel LogLevel { get; init; } = LogLevel.Information;

    /// <summary><c>study.*</c> and <c>sync.folder</c>.</summary>
    public StudySettings Study { get; init; } = new();

    /// <summary>
    /// Reads settings, as nested objects (<c>{"codeLens": {"cards": true}}</c>) or with dotted keys, with or without
    /// <c>wsgilsp</c> before them. Unknown keys are ignored, and so are values of the wrong kind.
    /// </summary>
    /// <param name="json">Any JSON.</param>
    /// <param name="defaults">What holds for keys that are not set; <see cref="Default"/> if null.</param>
    public static UserSettings Read(JsonElement json, UserSettings? defaults = null)
    {
        var settings = defaults ?? Default;
        foreach (var setting in SettingCatalogue.All)
        {
            settings = Find(json, setting.Key) is { } value ? setting.Take(settings, value) ?? settings : settings;
        }

        return settings;
    }

    /// <summary>Reads the <c>settings.json</c> of a data folder; see <see cref="Load"/>.</summary>
    /// <param name="folder">The data folder's path.</param>
    /// <param name="problems">What it says in vain.</param>
    public static UserSettings LoadFrom(string folder, out ImmutableArray<SettingsProblem> problems) =>
        Load(Path.Join(folder, "settings.json"), out problems);

    /// <summary>Reads a <c>settings.json</c>; a missing file gives the defaults.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="problems">What it says in vain, in the order of the places; the defaults hold there.</param>
    public static UserSettings Load(string path, out ImmutableArray<SettingsProblem> problems)
    {
        problems = [];
        try
        {
            if (!File.Exists(path) && !Directory.Exists(path))
            {
                return Default;
            }

            var text = TextFile.Read(path);
            problems = SettingsCheck.Run(path, text);
            using var document = JsonDocument.Parse(
                text,
                new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }
            );
            return Read(document.RootElement);
        }
        catch (JsonException)
        {
            // The check told where.
        }
        catch (Exception e) when (FileProblem.IsExpected(e))
        {
            var reason = Directory.Exists(path) ? "it is a folder" : FileProblem.From(path, e).Message;
            problems = [new SettingsProblem(path, At: null, $"cannot be read: {reason}; the defaults hold")];
        }

        return Default;
    }

    /// <summary>The value at a dotted key, whichever of its dots are nesting.</summary>
    private static JsonElement? Find(JsonElement json, string key)
    {
        if (json.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        return Descend(json, key) ?? Descend(json, "wsgilsp." + key);

        static JsonElement? Descend(JsonElement json, string key)
        {
            if (json.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            if (json.TryGetProperty(key, out var value))
            {
                return value;
            }

            for (var dot = key.IndexOf('.'); dot >= 0; dot = key.IndexOf('.', dot + 1))
            {
                if (json.TryGetProperty(key[..dot], out var inner) && Descend(inner, key[(dot + 1)..]) is { } found)
                {
                    return found;
                }
            }

            return null;
        }
    }
}
