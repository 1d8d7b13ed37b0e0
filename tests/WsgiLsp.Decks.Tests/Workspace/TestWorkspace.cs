using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Workspace;

namespace WsgiLsp.Decks.Tests.Workspace;

/// <summary>Decks and other files in memory, in the folder <c>/w</c>.</summary>
internal sealed class TestWorkspace : IWorkspaceFiles
{
    public const string Root = "/w";

    private readonly Dictionary<string, string> files;

    /// <summary>Files by their paths from the root; those that end in <c>.deck.md</c> are decks.</summary>
    public TestWorkspace(params (string Name, string Text)[] files)
    {
        this.files = files.ToDictionary(f => $"{Root}/{f.Name}", f => f.Text, StringComparer.Ordinal);
        Decks = this
            .files.Where(f => f.Key.EndsWith(".deck.md", StringComparison.Ordinal))
            .ToDictionary(f => f.Key, f => Read(f.Key, f.Value), StringComparer.Ordinal);
        Workspace = Decks.Aggregate(
            DeckWorkspace.Create([Root], this),
            (workspace, deck) => workspace.With(DeckOutline.Of(deck.Key, deck.Value))
        );
    }

    public Dictionary<string, Deck> Decks { get; }

    public DeckWorkspace Workspace { get; }

    public static Deck Read(string path, string text) =>
        Deck.Parse(text, new DeckSettings { FileName = Path.GetFileName(path) });

    /// <summary>What is found by looking around: rule, line and column from 1, the words, the message.</summary>
    public IReadOnlyList<string> FindingsIn(string name)
    {
        var path = $"{Root}/{name}";
        return [.. WorkspaceFindings.Of(Workspace.Decks[path], Workspace).All.Select(f => Line(f, Decks[path]))];
    }

    public static string Line(PlacedFinding finding, Deck deck) =>
        $"{finding.Finding.Rule} {finding.Start.Line + 1}:{finding.Start.Character + 1} "
        + $"“{deck.Text.ToString(finding.Span)}” {finding.Finding.Message}";

    public FileKind KindOf(string path) =>
        files.ContainsKey(path) ? FileKind.File
        : files.Keys.Any(file => file.StartsWith(path + "/", StringComparison.Ordinal)) ? FileKind.Folder
        : FileKind.Missing;

    public IReadOnlySet<string>? AnchorsOf(string path) => Anchors.Of(files[path]);

    public IEnumerable<string> NamesIn(string folder) =>
        files
            .Keys.Where(file => file.StartsWith(folder.TrimEnd('/') + "/", StringComparison.Ordinal))
            .Select(file => file[(folder.TrimEnd('/').Length + 1)..].Split('/')[0])
            .Distinct()
            .Order(StringComparer.Ordinal);
}
