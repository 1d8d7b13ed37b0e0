using Compare.Measuring;

namespace Compare.Pages;

/// <summary>Figures over all rounds.</summary>
internal sealed class Medians(IReadOnlyList<Figures> all)
{
    /// <summary>The server that others are compared with first, then these.</summary>
    public IReadOnlyList<string> Servers { get; } =
    [
        .. all.Where(one => one.Step == "file")
            .Select(one => one.Server)
            .Distinct()
            .OrderBy(name =>
                Compare.Servers.Presets.Names.ToList().IndexOf(name) is var at and >= 0 ? at : int.MaxValue
            ),
    ];

    /// <summary>What each server is.</summary>
    public string VersionOf(string server) => all.Last(one => one.Server == server).Version;

    /// <summary>The sizes of a step, that of cards or decks.</summary>
    public IReadOnlyList<int> Sizes(string step) =>
        [.. all.Where(one => one.Step == step).Select(one => one.Size).Distinct().Order()];

    /// <summary>How many rounds there are.</summary>
    public int Rounds(string step) => all.Where(one => one.Step == step).Select(one => one.Round).Distinct().Count();

    /// <summary>The median over rounds; null where nothing was measured.</summary>
    public double? Of(string step, int size, string server, string figure)
    {
        double[] values =
        [
            .. all.Where(one =>
                    one.Step == step && one.Size == size && one.Server == server && one.Values.ContainsKey(figure)
                )
                .Select(one => one.Values[figure]),
        ];
        return values.Length == 0 ? null : Statistics.Median(values);
    }

    /// <summary>What the runs noted, once each.</summary>
    public IReadOnlyList<string> Notes =>
        [.. all.SelectMany(one => one.Notes.Select(note => $"{one.Server}, {one.Step} {one.Size}: {note}")).Distinct()];
}
