using System.Collections.Immutable;

namespace WsgiLsp.Study.Tests.Identity;

/// <summary>
/// History survives what authors do, over random scripts of edits. Wrong is a history that went to another card without a
/// question, in hundredths of those that were attached; asked are items, in hundredths of those that are new or were touched.
/// </summary>
public class IdentityPropertyTests(ITestOutputHelper output)
{
    /// <summary>So many scripts in a row begin with the same decks, which are then read once.</summary>
    private const int ScriptsOfAStart = 10;

    [Fact]
    public void History_survives_ten_thousand_scripts_of_edits()
    {
        var all = Run(DeckFamily.Prose, 5_000);
        foreach (var family in DeckFamily.Checked)
        {
            all.Add(Run(family, 5_000 / DeckFamily.Checked.Length));
        }

        output.WriteLine($"All: {all}");
        Assert.InRange(all.WrongShare, 0, 0.001);
        Assert.InRange(all.AskedShare, 0, 0.03);
    }

    /// <summary>Runs scripts on decks of one family, whose figures may be a little worse than those of all.</summary>
    private IdentityFigures Run(DeckFamily family, int scripts)
    {
        var figures = new IdentityFigures();
        Parallel.For(
            0,
            scripts / ScriptsOfAStart,
            new ParallelOptions { MaxDegreeOfParallelism = 2 },
            start =>
            {
                var decks = new ParsedDecks();
                for (var i = 0; i < ScriptsOfAStart; i++)
                {
                    var one = RunScript(family, decks, start, (start * ScriptsOfAStart) + i);
                    lock (figures)
                    {
                        figures.Add(one);
                    }
                }
            }
        );
        output.WriteLine($"{family.Name}: {figures}");
        foreach (var example in figures.Examples.Order(StringComparer.Ordinal).Take(5))
        {
            output.WriteLine("  " + example);
        }

        Assert.InRange(figures.WrongShare, 0, 0.003);
        Assert.InRange(figures.AskedShare, 0, 0.04);
        return figures;
    }

    private static IdentityFigures RunScript(DeckFamily family, ParsedDecks parsed, int start, int seed)
    {
        var random = new Random(seed);
        var script = new EditScript(family, new Random(start), random);
        var workspace = new EditedWorkspace(parsed, random);
        var decks = script.Start;
        workspace.Save(decks);
        var branches = new List<(ImmutableList<GeneratedDeck> Decks, ImmutableDictionary<string, string> Places)>();
        for (var i = random.Next(1, 4); i > 0; i--)
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
