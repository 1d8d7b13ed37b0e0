using System.Collections.Immutable;
using Microsoft.Extensions.FileSystemGlobbing;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Server.Workspace;

/// <summary>What one <c>wsgilsp.json</c> says; it holds for all decks that have no nearer one.</summary>
public sealed class WsgiLspConfig
{
    /// <summary>The file's name.</summary>
    public const string FileName = "wsgilsp.json";

    private readonly Lazy<Matcher?> matcher;

    /// <summary>Makes settings with the given globs.</summary>
    /// <param name="path">Full path of the file, or null where there is none.</param>
    /// <param name="decks">Globs of deck files, each of which <see cref="DeckGlob.IsGlob"/>.</param>
    public WsgiLspConfig(string? path, ImmutableArray<string> decks)
    {
        Path = path;
        Decks = decks;
        matcher = new(CreateMatcher);
    }

    /// <summary>What holds where there is no <c>wsgilsp.json</c>.</summary>
    public static WsgiLspConfig None { get; } = new(path: null, decks: []);

    /// <summary>Full path of the file; null where there is none.</summary>
    public string? Path { get; }

    /// <summary><c>"decks"</c>: globs of files that are decks whatever their name, relative to the file's folder.</summary>
    public ImmutableArray<string> Decks { get; }

    /// <summary>The file's text; empty where it could not be read.</summary>
    public SourceText Text { get; init; } = new("");

    /// <summary><c>"rules"</c>: rule name to severity, null for off. 'on' is here as the default of an opt-in rule.</summary>
    public ImmutableDictionary<string, Severity?> Rules { get; init; } = ImmutableDictionary<string, Severity?>.Empty;

    /// <summary>Mistakes in the file, in the order of their places.</summary>
    public ImmutableArray<ConfigProblem> Problems { get; init; } = [];

    /// <summary>The mistakes as findings in the file, as severe as the file itself says.</summary>
    public ImmutableArray<PlacedFinding> Findings =>
        Rules.GetValueOrDefault(ConfigProblem.Rule, Severity.Error) is { } severity
            ? [.. Problems.Select(problem => problem.ToFinding(severity))]
            : [];

    /// <summary>Whether the terminal must refuse to go on: the file cannot be read, or is not JSON.</summary>
    public bool IsBroken => Problems.Any(p => p.IsFatal);

    /// <summary>Whether a file is a <c>wsgilsp.json</c>, by its name.</summary>
    public static bool IsConfig(string path) =>
        string.Equals(System.IO.Path.GetFileName(path), FileName, StringComparison.Ordinal);

    /// <summary>Whether one of the globs names a file.</summary>
    /// <param name="path">The file's full path.</param>
    public bool MatchesDeck(string path) =>
        matcher.Value is { } globs
        && globs.Match(System.IO.Path.GetRelativePath(System.IO.Path.GetDirectoryName(Path)!, path)).HasMatches;

    /// <summary>How the deck library is to read a file that these settings hold for.</summary>
    /// <param name="path">The file's path.</param>
    public DeckSettings SettingsFor(string path) =>
        new() { FileName = System.IO.Path.GetFileName(path), Rules = Rules };

    private Matcher? CreateMatcher()
    {
        if (Path is null || Decks.IsEmpty)
        {
            return null;
        }

        var globs = new Matcher(StringComparison.Ordinal);
        globs.AddIncludePatterns(Decks);
        return globs;
    }
}
