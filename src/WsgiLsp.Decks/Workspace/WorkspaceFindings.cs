using System.Collections.Immutable;
using WsgiLsp.Decks.Rules;

namespace WsgiLsp.Decks.Workspace;

/// <summary>
/// What rules find in a deck when they look at other decks and files. Immutable; made from the findings before, but for
/// sections that changed or whose surroundings did.
/// </summary>
public sealed class WorkspaceFindings
{
    private static readonly ImmutableArray<Rule> Rules =
    [
        .. RuleCatalogue.Rules.Where(rule => RuleCatalogue.WorkspaceRules.Contains(rule.Name)),
    ];

    private readonly DeckOutline deck;
    private readonly (object Origin, int Version) version;
    private readonly int requirementsVersion;

    // Sections with findings, in order.
    private readonly ImmutableArray<(int Section, ImmutableArray<Finding> Findings)> found;

    private WorkspaceFindings(
        DeckOutline deck,
        DeckWorkspace workspace,
        ImmutableArray<(int Section, ImmutableArray<Finding> Findings)> found
    )
    {
        this.deck = deck;
        this.found = found;
        version = workspace.VersionWithout(deck.Path);
        requirementsVersion = workspace.RequirementsVersion;
    }

    /// <summary>The findings, in the order of their places.</summary>
    public ImmutableArray<PlacedFinding> All
    {
        get
        {
            if (found.IsEmpty)
            {
                return [];
            }

            var result = ImmutableArray.CreateBuilder<PlacedFinding>();
            foreach (var (section, findings) in found)
            {
                var (offset, line) = deck.StartOf(section);
                result.AddRange(findings.Select(finding => new PlacedFinding(finding, offset, line)));
            }

            return result.DrainToImmutable();
        }
    }

    /// <summary>Looks around.</summary>
    /// <param name="deck">The deck, as it is in the workspace.</param>
    /// <param name="workspace">All decks.</param>
    /// <param name="before">Earlier findings in the same file, or null.</param>
    public static WorkspaceFindings Of(DeckOutline deck, DeckWorkspace workspace, WorkspaceFindings? before = null)
    {
        if (before is not null && before.IsOf(deck, workspace))
        {
            return before;
        }

        var on = deck.Settings.RuleSet;
        var rules = Rules.Where(rule => on.Has(rule.Name)).ToImmutableArray();
        var (prefix, suffix) = (0, 0);
        var requiresTheSame = true;
        if (
            before is not null
            && before.deck.Path == deck.Path
            && before.deck.Id == deck.Id
            && before.deck.Settings == deck.Settings
            && before.version == workspace.VersionWithout(deck.Path)
        )
        {
            (prefix, suffix) = before.deck.Shared(deck);
            requiresTheSame = before.requirementsVersion == workspace.RequirementsVersion;
        }

        var result = ImmutableArray.CreateBuilder<(int, ImmutableArray<Finding>)>();
        var end = deck.Sections.Length - suffix;
        var shift = deck.Sections.Length - (before?.deck.Sections.Length ?? 0);
        Keep(0, prefix, 0);
        Look(prefix, end);
        Keep(end, deck.Sections.Length, shift);
        return new WorkspaceFindings(deck, workspace, result.DrainToImmutable());

        void Keep(int from, int to, int moved)
        {
            if (!requiresTheSame)
            {
                Look(from, to, section => !section.Edges.IsEmpty || !section.Requires.IsEmpty, moved);
                return;
            }

            foreach (var (section, findings) in Kept(from, to, moved))
            {
                result.Add((section, findings));
            }
        }

        IEnumerable<(int Section, ImmutableArray<Finding> Findings)> Kept(int from, int to, int moved) =>
            before is null
                ? []
                : before
                    .found.Select(item => (Section: item.Section + moved, item.Findings))
                    .Where(item => item.Section >= from && item.Section < to);

        void Look(int from, int to, Func<OutlineSection, bool>? isDue = null, int moved = 0)
        {
            var kept = isDue is null
                ? []
                : Kept(from, to, moved).ToDictionary(item => item.Section, item => item.Findings);
            for (var i = from; i < to; i++)
            {
                var findings =
                    isDue is null || isDue(deck.Sections[i])
                        ? FindingsOf(deck, i, workspace, rules)
                        : kept.GetValueOrDefault(i, []);
                if (!findings.IsEmpty)
                {
                    result.Add((i, findings));
                }
            }
        }
    }

    /// <summary>Whether other findings are the same to who reads them.</summary>
    public bool SaysTheSameAs(WorkspaceFindings other)
    {
        var (mine, others) = (All, other.All);
        return mine.Length == others.Length
            && mine.Zip(others)
                .All(pair =>
                    pair.First.Span == pair.Second.Span
                    && pair.First.Start == pair.Second.Start
                    && pair.First.Finding.Rule == pair.Second.Finding.Rule
                    && pair.First.Finding.Severity == pair.Second.Finding.Severity
                    && pair.First.Finding.Message == pair.Second.Finding.Message
                    && pair.First.Finding.Related.AsSpan().SequenceEqual(pair.Second.Finding.Related.AsSpan())
                );
    }

    /// <summary>Whether neither the deck nor what is around it changed since.</summary>
    private bool IsOf(DeckOutline other, DeckWorkspace workspace) =>
        ReferenceEquals(deck, other)
        && version == workspace.VersionWithout(other.Path)
        && requirementsVersion == workspace.RequirementsVersion;

    private static ImmutableArray<Finding> FindingsOf(
        DeckOutline deck,
        int section,
        DeckWorkspace workspace,
        ImmutableArray<Rule> rules
    )
    {
        if (workspace.Decks.Count == 1 && deck.Sections[section].IsSilent)
        {
            return [];
        }

        WorkspaceReport? report = null;
        foreach (var rule in rules)
        {
            rule.Check(new SectionInWorkspace(workspace, deck, section), report ??= new WorkspaceReport(deck, section));
        }

        return report is null ? [] : [.. report.Findings.OrderBy(finding => finding.Span.Start)];
    }
}
