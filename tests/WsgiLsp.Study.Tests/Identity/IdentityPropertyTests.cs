using System.Collections.Immutable;

namespace WsgiLsp.Study.Tests.Identity;

/// <summary>History survives what authors do, over random scripts of edits.</summary>
public class IdentityPropertyTests(ITestOutputHelper output)
{
    [Fact]
    public void History_survives_ten_thousand_scripts_of_edits()
    {
        var all = new IdentityFigures();
        all.Add(Run(DeckFamily.Prose, 800));
        foreach (var family in DeckFamily.Checked)
        {
            all.Add(Run(family, 1_000 / DeckFamily.Checked.Length));
        }

        output.WriteLine($"All: {all}");
        Assert.InRange(all.Wrong, 0, all.Attached / 1000);
        Assert.InRange(all.Asked, 0, all.Touched * 3 / 100);
    }

    private IdentityFigures Run(DeckFamily family, int scripts)
    {
        var figures = new IdentityFigures();
        Parallel.For(
            0,
            scripts,
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            seed =>
            {
                var one = RunScript(family, seed);
                lock (figures)
                {
                    figures.Add(one);
                }
            }
        );
        output.WriteLine($"{family.Name}: {figures}");
        foreach (var example in figures.Examples.Take(12))
        {
            output.WriteLine("  " + example);
        }

        return figures;
    }

    private static IdentityFigures RunScript(DeckFamily family, int seed)
    {
        var random = new Random(seed);
        var script = new EditScript(family, random);
        var workspace = new EditedWorkspace(random);
        var decks = script.Begin();
        workspace.Save(decks);
        var branches = new List<(ImmutableList<GeneratedDeck> Decks, ImmutableDictionary<string, string> Places)>();
        for (var i = random.Next(1, 5); i > 0; i--)
        {
            branches.Add((decks, workspace.Places));
            decks = script.Edit(decks);
            workspace.Save(decks);
        }

        if (random.Next(2) == 0)
        {
            branches.Add((decks, workspace.Places));
            var (there, places) = branches[random.Next(branches.Count)];
            workspace.Save(there);
            AssertBack(seed, places, workspace.Places);
            workspace.Save(decks);
            AssertBack(seed, branches[^1].Places, workspace.Places);
        }

        return workspace.Figures;
    }

    /// <summary>Every history is where it was; what was not answered then may be known now.</summary>
    private static void AssertBack(
        int seed,
        ImmutableDictionary<string, string> before,
        ImmutableDictionary<string, string> after
    )
    {
        foreach (var (history, place) in before)
        {
            Assert.True(
                after.GetValueOrDefault(history) == place,
                $"Script {seed}: {history} of {place} is at {after.GetValueOrDefault(history, "no card")}."
            );
        }
    }
}
