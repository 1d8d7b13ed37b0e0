using WsgiLsp.Decks.Text;
using WsgiLsp.Decks.Workspace;

namespace WsgiLsp.Decks.Tests.Workspace;

/// <summary>After any edits, what is found by looking around is what fresh outlines of the final texts give.</summary>
public class WorkspaceIncrementalTests
{
    private static readonly string[] Paths = ["/w/a.deck.md", "/w/b.deck.md", "/w/sub/c.deck.md"];

    private static readonly string[] Lines =
    [
        "---\nid: same\n---",
        "---\nrequires: [a, b, c]\n---",
        "### Card?",
        "### Card?",
        "### Other?",
        "## Group",
        "### Of b",
        "<!-- card: requires=b/card -->",
        "<!-- card: id=card requires=a/card,c/x -->",
        "<!-- card: id=x requires=card -->",
        "<!-- card: id=card requires=same/card -->",
        "<!-- cards: requires=b/x ignore=broken-link -->",
        "[l](a.deck.md#card)",
        "[l](b.deck.md#card-1)",
        "[l](sub/c.deck.md#x) and [m](../a.deck.md#group)",
        "[l](none.md)",
        "[l](#card)",
        "<a name=\"card\"></a>",
        "True. Because.",
        "- [x] a",
        "- [ ] b",
        "```",
        "",
        "Text.",
    ];

    private static readonly string[] Pieces =
    [
        "\n",
        "### Card?\n",
        "#",
        " ",
        "x",
        "card",
        "a/",
        "id=x ",
        "---\n",
        "```\n",
        "]",
        "(",
    ];

    [Fact]
    public void Incremental_equals_fresh()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var seed = 0; seed < 100; seed++)
        {
            Follow(seed, seen);
        }

        // The test would say nothing if nothing were found.
        Assert.Superset(
            new HashSet<string>(StringComparer.Ordinal)
            {
                "broken-link",
                "missing-requirement",
                "duplicate-prompt",
                "duplicate-id",
            },
            seen
        );
    }

    private static void Follow(int seed, HashSet<string> seen)
    {
        var random = new Random(seed);
        var decks = Paths.ToDictionary(
            path => path,
            path => TestWorkspace.Read(path, Document(random)),
            StringComparer.Ordinal
        );
        var files = new TestWorkspace();
        var workspace = DeckWorkspace.Create([TestWorkspace.Root], files);
        var found = new Dictionary<string, WorkspaceFindings?>(StringComparer.Ordinal);
        foreach (var path in Paths)
        {
            workspace = workspace.With(DeckOutline.Of(path, decks[path], before: null));
        }

        for (var step = 0; step < 15; step++)
        {
            var path = Paths[random.Next(Paths.Length)];
            decks[path] = decks[path].With(Edit(random, decks[path].Text.Length));
            workspace =
                random.Next(12) == 0 ? workspace.Without(path)
                : random.Next(12) == 0 ? workspace.WithOtherFiles(files)
                : workspace;
            workspace = workspace.With(DeckOutline.Of(path, decks[path], workspace.Decks.GetValueOrDefault(path)));

            // Some are looked at after each edit, others after several.
            foreach (var looked in Paths.Where(p => p == path || random.Next(2) == 0))
            {
                var before = found.GetValueOrDefault(looked);
                var now = WorkspaceFindings.Of(workspace.Decks[looked], workspace, before);
                found[looked] = now;
                var fresh = Paths.Aggregate(
                    DeckWorkspace.Create([TestWorkspace.Root], files),
                    (w, p) => w.With(DeckOutline.Of(p, TestWorkspace.Read(p, decks[p].Text.ToString())))
                );
                var expected = Show(WorkspaceFindings.Of(fresh.Decks[looked], fresh));
                Assert.True(expected == Show(now), $"seed {seed}, step {step}, {looked}\n{expected}---\n{Show(now)}");
                seen.UnionWith(now.All.Select(finding => finding.Finding.Rule));
            }
        }
    }

    private static string Document(Random random) =>
        (random.Next(3) == 0 ? "---\nid: same\n---\n" : "")
        + string.Join('\n', Enumerable.Range(0, random.Next(3, 25)).Select(_ => Lines[random.Next(Lines.Length)]));

    private static TextEdit Edit(Random random, int length)
    {
        var start = random.Next(length + 1);
        var removed = random.Next(3) == 0 ? random.Next(Math.Min(length - start, 40) + 1) : 0;
        var text =
            random.Next(3) == 0 ? "\n" + Lines[random.Next(Lines.Length)] + "\n" : Pieces[random.Next(Pieces.Length)];
        return new TextEdit(new TextSpan(start, removed), text);
    }

    private static string Show(WorkspaceFindings findings) =>
        string.Concat(
            findings.All.Select(f =>
                $"{f.Finding.Rule} {f.Finding.Severity} {f.Span} {f.Start}-{f.End} {f.Finding.Message} "
                + string.Join('|', f.Finding.Fixes.Select(fix => fix.Title + string.Join(',', f.Edits(fix))))
                + string.Join('|', f.Finding.Related)
                + "\n"
            )
        );
}
