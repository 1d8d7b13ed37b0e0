using System.Collections.Immutable;

namespace WsgiLsp.Decks.Workspace;

/// <summary>
/// The decks that belong together, by their outlines. Immutable; putting a changed outline in the place of another costs as
/// much as what changed.
/// </summary>
public sealed class DeckWorkspace
{
    private readonly ImmutableArray<string> roots;
    private readonly ImmutableDictionary<string, ImmutableArray<string>> byId;
    private readonly ImmutableDictionary<ulong, ImmutableArray<string>> byPrompt;

    // How often each deck changed what others may want to know.
    private readonly ImmutableDictionary<string, int> changes;
    private readonly int version;

    // Numbers of workspaces that were not made from one another cannot be compared.
    private readonly object origin;
    private RequirementGraph? requirements;

    private DeckWorkspace(
        ImmutableArray<string> roots,
        IWorkspaceFiles files,
        ImmutableDictionary<string, DeckOutline> decks,
        ImmutableDictionary<string, ImmutableArray<string>> byId,
        ImmutableDictionary<ulong, ImmutableArray<string>> byPrompt,
        ImmutableDictionary<string, int> changes,
        int version,
        int requirementsVersion,
        object origin
    )
    {
        this.origin = origin;
        this.roots = roots;
        this.byId = byId;
        this.byPrompt = byPrompt;
        this.changes = changes;
        this.version = version;
        Files = files;
        Decks = decks;
        RequirementsVersion = requirementsVersion;
    }

    /// <summary>The decks by their full paths.</summary>
    public ImmutableDictionary<string, DeckOutline> Decks { get; }

    internal IWorkspaceFiles Files { get; }

    /// <summary>Whether a deck that is not here is missing.</summary>
    internal bool IsComplete { get; private init; } = true;

    /// <summary>A number that changes whenever a card or deck requires something else than before.</summary>
    internal int RequirementsVersion { get; }

    /// <summary>What all cards and decks require of one another.</summary>
    internal RequirementGraph Requirements => requirements ??= new RequirementGraph(Decks.Values);

    /// <summary>A workspace without decks.</summary>
    /// <param name="roots">Full paths of its folders. What lies outside them is not looked at.</param>
    /// <param name="files">Its files.</param>
    /// <param name="isComplete">Whether it is to hold all decks there are, so that a deck that is not in it is missing.</param>
    public static DeckWorkspace Create(IEnumerable<string> roots, IWorkspaceFiles files, bool isComplete = true) =>
        new(
            [.. roots],
            files,
            ImmutableDictionary.Create<string, DeckOutline>(StringComparer.Ordinal),
            ImmutableDictionary.Create<string, ImmutableArray<string>>(StringComparer.Ordinal),
            ImmutableDictionary<ulong, ImmutableArray<string>>.Empty,
            ImmutableDictionary.Create<string, int>(StringComparer.Ordinal),
            version: 0,
            requirementsVersion: 0,
            origin: new object()
        )
        {
            IsComplete = isComplete,
        };

    /// <summary>The workspace with an outline, in the place of the same file's earlier one.</summary>
    public DeckWorkspace With(DeckOutline deck)
    {
        var before = Decks.GetValueOrDefault(deck.Path);
        if (before is not null && before.SaysTheSameAs(deck))
        {
            return new(
                roots,
                Files,
                Decks.SetItem(deck.Path, deck),
                byId,
                byPrompt,
                changes,
                version,
                RequirementsVersion,
                origin
            )
            {
                // Only places of what is required can have moved, and findings in them are made anew anyway.
                requirements = requirements,
                IsComplete = IsComplete,
            };
        }

        return Replace(deck.Path, before, deck);
    }

    /// <summary>The workspace without a file.</summary>
    /// <param name="path">Its full path.</param>
    public DeckWorkspace Without(string path) =>
        Decks.TryGetValue(path, out var before) ? Replace(path, before, deck: null) : this;

    /// <summary>The workspace after files that are no decks may have changed, so that all links are looked up again.</summary>
    public DeckWorkspace WithOtherFiles(IWorkspaceFiles files) =>
        new(roots, files, Decks, byId, byPrompt, changes, version + 1, RequirementsVersion, origin)
        {
            requirements = requirements,
            IsComplete = IsComplete,
        };

    /// <summary>What stays the same as long as no other deck says something new.</summary>
    /// <param name="path">Full path of the deck that is left out.</param>
    internal (object Origin, int Version) VersionWithout(string path) =>
        (origin, version - changes.GetValueOrDefault(path));

    /// <summary>The decks of an id.</summary>
    internal IEnumerable<DeckOutline> WithId(string id) =>
        byId.TryGetValue(id, out var paths) ? paths.Select(path => Decks[path]) : [];

    /// <summary>The ids of all decks.</summary>
    internal IEnumerable<string> Ids => byId.Keys;

    /// <summary>The decks with a card that asks something.</summary>
    internal ImmutableArray<string> WithPrompt(ulong prompt) => byPrompt.GetValueOrDefault(prompt, []);

    /// <summary>Whether a path lies in one of the workspace's folders.</summary>
    internal bool Contains(string path) => roots.Any(root => FolderPath.Holds(root, path));

    private DeckWorkspace Replace(string path, DeckOutline? before, DeckOutline? deck)
    {
        var ids = byId;
        if (before?.Id != deck?.Id)
        {
            ids = before is null ? ids : Remove(ids, before.Id, path);
            ids = deck is null ? ids : Add(ids, deck.Id, path);
        }

        return new(
            roots,
            Files,
            deck is null ? Decks.Remove(path) : Decks.SetItem(path, deck),
            ids,
            Exchange(path, before, deck),
            changes.SetItem(path, changes.GetValueOrDefault(path) + 1),
            version + 1,
            RequiresTheSame(before, deck) ? RequirementsVersion : RequirementsVersion + 1,
            origin
        )
        {
            IsComplete = IsComplete,
        };
    }

    private ImmutableDictionary<ulong, ImmutableArray<string>> Exchange(
        string path,
        DeckOutline? before,
        DeckOutline? deck
    )
    {
        var removed = Prompts(before?.Without(deck));
        var added = Prompts(deck?.Without(before));
        removed.ExceptWith(added);

        // The deck may ask the same in a section that did not change.
        deck?.RemoveAsked(removed);

        var result = byPrompt.ToBuilder();
        foreach (var prompt in removed)
        {
            var left = result[prompt].Remove(path);
            if (left.IsEmpty)
            {
                result.Remove(prompt);
            }
            else
            {
                result[prompt] = left;
            }
        }

        foreach (var prompt in added)
        {
            var paths = result.GetValueOrDefault(prompt, []);
            if (!paths.Contains(path))
            {
                result[prompt] = paths.Add(path);
            }
        }

        return result.ToImmutable();
    }

    private static HashSet<ulong> Prompts(IEnumerable<OutlineSection>? sections)
    {
        var result = new HashSet<ulong>();
        foreach (var section in sections ?? [])
        {
            if (section.Prompt != 0)
            {
                result.Add(section.Prompt);
            }
        }

        return result;
    }

    private static bool RequiresTheSame(DeckOutline? before, DeckOutline? deck)
    {
        if (before is null || deck is null || before.Id != deck.Id)
        {
            return before?.Sections.All(HasNone) != false && deck?.Sections.All(HasNone) != false;
        }

        var old = before.Without(deck).Where(section => !HasNone(section));
        var now = deck.Without(before).Where(section => !HasNone(section));
        return old.SequenceEqual(now, RequirementComparer.Instance);

        static bool HasNone(OutlineSection section) => section.Edges.IsEmpty && section.Requires.IsEmpty;
    }

    private static ImmutableDictionary<string, ImmutableArray<string>> Add(
        ImmutableDictionary<string, ImmutableArray<string>> map,
        string key,
        string path
    ) => map.SetItem(key, map.GetValueOrDefault(key, []).Add(path));

    private static ImmutableDictionary<string, ImmutableArray<string>> Remove(
        ImmutableDictionary<string, ImmutableArray<string>> map,
        string key,
        string path
    )
    {
        var left = map[key].Remove(path);
        return left.IsEmpty ? map.Remove(key) : map.SetItem(key, left);
    }

    private sealed class RequirementComparer : IEqualityComparer<OutlineSection>
    {
        public static RequirementComparer Instance { get; } = new();

        public bool Equals(OutlineSection? x, OutlineSection? y) => x!.RequiresTheSameAs(y!);

        public int GetHashCode(OutlineSection section) => section.Edges.Length;
    }
}
