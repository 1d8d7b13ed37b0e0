using Compare.Measuring;

namespace Compare.Pages;

/// <summary>The page's tables.</summary>
internal static class Tables
{
    private static readonly string[] FileFigures =
    [
        "initialize",
        "first diagnostics",
        "diagnostics",
        "key p50",
        "key p95",
        "key p99",
        "key count",
        "structural key p50",
        "structural key p95",
        "structural key p99",
        "structural key count",
        "key cpu",
        "document symbols p50",
        "document symbols after a key p50",
        "hover p50",
        "completion p50",
        "peak memory",
        "shutdown and exit",
    ];

    private static readonly string[] WorkspaceFigures =
    [
        "read all",
        "due told",
        "symbols",
        "references",
        "rename heading",
        "check all",
        "check all again",
        "memory",
        "peak memory",
    ];

    /// <summary>Figures of a file: each server, and how ours are to each other's.</summary>
    public static string File(Medians medians, string step, int size)
    {
        var others = medians.Servers.Skip(1).ToList();
        List<string[]> rows =
        [
            ["", .. medians.Servers, .. others.Select(other => $"to {other}")],
        ];
        foreach (var figure in FileFigures)
        {
            var values = medians.Servers.Select(server => medians.Of(step, size, server, figure)).ToList();
            if (values.Any(value => value is not null))
            {
                var isCount = figure == "diagnostics" || figure.EndsWith("count", StringComparison.Ordinal);
                rows.Add([
                    figure,
                    .. values.Select(value => isCount ? Format.Count(value) : Format.Number(value)),
                    .. values.Skip(1).Select(value => isCount ? "" : Format.Ratio(values[0] / value)),
                ]);
            }
        }

        return Write(rows);
    }

    /// <summary>Whether each limit is reached.</summary>
    public static string Limits(Medians medians, int size)
    {
        var ours = medians.Servers[0];
        List<string[]> rows =
        [
            ["", "at most", "is", ""],
        ];
        foreach (var limit in Limit.All)
        {
            var ratio =
                medians.Of("file", size, ours, limit.Figure) / medians.Of("file", size, limit.Other, limit.Figure);
            rows.Add(Row(limit.Figure, $"{Format.Ratio(limit.Times)} {limit.Other}", ratio, limit.Times));
        }

        var growth = medians.Of("growth", 5000, ours, "key p50") / medians.Of("growth", 100, ours, "key p50");
        rows.Add(Row("key p50 at 5,000 cards", $"{Format.Ratio(Limit.Growth)} 100 cards", growth, Limit.Growth));
        return Write(rows);

        static string[] Row(string what, string most, double? ratio, double times) =>
            [
                what,
                most,
                Format.Ratio(ratio),
                ratio is null ? "not measured"
                : ratio <= times ? "reached"
                : "**not reached**",
            ];
    }

    /// <summary>How a figure grows.</summary>
    public static string Growth(Medians medians)
    {
        List<string[]> rows =
        [
            ["cards", "", .. medians.Servers],
        ];
        foreach (var size in medians.Sizes("growth"))
        {
            foreach (
                var figure in (string[])
                    ["first diagnostics", "diagnostics", "key p50", "key p99", "structural key p50", "peak memory"]
            )
            {
                rows.Add([
                    $"{size:#,0}",
                    figure,
                    .. medians.Servers.Select(server => Format.Number(medians.Of("growth", size, server, figure))),
                ]);
            }
        }

        return Write(rows);
    }

    public static string Workspace(Medians medians)
    {
        List<string[]> rows =
        [
            ["decks", "", .. medians.Servers],
        ];
        foreach (var size in medians.Sizes("workspace"))
        {
            foreach (var figure in WorkspaceFigures)
            {
                var values = medians.Servers.Select(server => medians.Of("workspace", size, server, figure)).ToList();
                if (values.Any(value => value is not null))
                {
                    rows.Add([$"{size:#,0}", figure, .. values.Select(Format.Number)]);
                }
            }
        }

        return Write(rows);
    }

    /// <summary>What a hundred findings more add to a key, between none planted and most.</summary>
    public static string Findings(Medians medians)
    {
        var sizes = medians.Sizes("findings");
        if (sizes.Count < 2)
        {
            return "not measured.";
        }

        var ours = medians.Servers[0];
        double? At(int size, string figure) => medians.Of("findings", size, ours, figure);
        var more = At(sizes[^1], "diagnostics") - At(sizes[0], "diagnostics");
        var cost = (At(sizes[^1], "key p50") - At(sizes[0], "key p50")) / more * 100;
        return $"a key's p50 is {string.Join(", ", sizes.Select(size => $"{Format.Number(At(size, "key p50"))} ms with {Format.Count(At(size, "diagnostics"))} findings"))}: {Format.Number(cost)} ms for each hundred.";
    }

    private static string Write(List<string[]> rows) =>
        string.Join(
            '\n',
            rows.Select(row => $"| {string.Join(" | ", row)} |").ToList() is [var head, .. var rest]
                ? [head, $"|{string.Concat(rows[0].Select((name, at) => at == 0 ? "---|" : "--:|"))}", .. rest]
                : []
        );
}
