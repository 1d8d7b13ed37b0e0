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
        if (Find(json, "codeLens.cards") is { ValueKind: JsonValueKind.True or JsonValueKind.False } cards)
        {
            settings = settings with { CodeLensCards = cards.GetBoolean() };
        }

        if (
            Find(json, "log.level") is { ValueKind: JsonValueKind.String } level
            && LevelOf(level.GetString()!) is { } logLevel
        )
        {
            settings = settings with { LogLevel = logLevel };
        }

        return settings with
        {
            Study = StudySettingsReader.Read(key => Find(json, key), settings.Study),
        };
    }

    /// <summary>Reads the <c>settings.json</c> of a data folder; see <see cref="Load"/>.</summary>
    /// <param name="folder">The data folder's path.</param>
    /// <param name="problem">A sentence for the learner, with the file; or null.</param>
    public static UserSettings LoadFrom(string folder, out string? problem)
    {
        var path = Path.Join(folder, "settings.json");
        var settings = Load(path, out var reason);
        problem = reason is null ? null : $"{path}: {reason}; the defaults hold";
        return settings;
    }

    /// <summary>Reads a <c>settings.json</c>; a missing file gives the defaults.</summary>
    /// <param name="path">The file's path.</param>
    /// <param name="problem">Why the file could not be read and the defaults hold, or null.</param>
    public static UserSettings Load(string path, out string? problem)
    {
        problem = null;
        try
        {
            if (!File.Exists(path))
            {
                return Default;
            }

            var options = new JsonDocumentOptions
            {
                CommentHandling = JsonCommentHandling.Skip,
                AllowTrailingCommas = true,
            };
            using var document = JsonDocument.Parse(TextFile.Read(path), options);
            return Read(document.RootElement);
        }
        catch (JsonException e)
        {
            problem = $"this is not JSON: {e.Message}";
        }
        catch (Exception e) when (FileProblem.IsExpected(e))
        {
            problem = $"cannot be read: {FileProblem.From(path, e).Message}";
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

    private static LogLevel? LevelOf(string word) =>
        word.ToLowerInvariant() switch
        {
            "trace" => LogLevel.Trace,
            "debug" => LogLevel.Debug,
            "information" or "info" => LogLevel.Information,
            "warning" => LogLevel.Warning,
            "error" => LogLevel.Error,
            "off" or "none" => LogLevel.None,
            _ => null,
        };
}
