using Compare.Measuring;

namespace Compare.Pages;

/// <summary>Writes docs/performance.md and its charts: the template's words, and the figures that were kept.</summary>
internal static class Page
{
    private const string KeyTitle = "A key in one file";
    private const string WorkspaceTitle = "Reading a workspace";

    public static void Write(IReadOnlyList<Figures> figures, Options options)
    {
        Medians medians = new(figures);
        if (medians.Servers.Count == 0)
        {
            throw new InvalidOperationException("there are no figures yet: first run");
        }

        var ours = medians.Servers[0];
        var cards = medians.Sizes("file")[^1];
        var folder = Path.GetFullPath(options.Text("output", Repository.At("docs")));
        Dictionary<string, string> words = new()
        {
            ["ours"] = ours,
            ["cards"] = Format.Count(cards),
            ["lines"] = Format.Count(medians.Of("file", cards, ours, "lines")),
            ["rounds"] = $"{medians.Rounds("file")}",
            ["figures"] = Tables.File(medians, "file", cards),
            ["clean"] = medians.Sizes("clean") is [.., var clean]
                ? Tables.File(medians, "clean", clean)
                : "not measured.",
            ["limits"] = Tables.Limits(medians, cards),
            ["planted"] = $"{Plan.Planted}",
            ["growth"] = Tables.Growth(medians),
            ["findings"] = Tables.Findings(medians),
            ["workspace"] = Tables.Workspace(medians),
            ["key-title"] = KeyTitle,
            ["workspace-title"] = WorkspaceTitle,
            ["notes"] = string.Join('\n', medians.Notes.DefaultIfEmpty("No run failed.").Select(note => $"- {note}")),
            ["machine"] = Machine.InWords,
            ["versions"] = string.Join(
                '\n',
                medians.Servers.Select(server => $"- {server}: {medians.VersionOf(server)}")
            ),
            ["command"] = "run",
        };
        var page = File.ReadAllText(Repository.At("bench", "Compare", "Pages", "performance.template.md"));
        foreach (var (name, text) in words)
        {
            page = page.Replace($"{{{{{name}}}}}", text, StringComparison.Ordinal);
        }

        Directory.CreateDirectory(Path.Combine(folder, "images"));
        File.WriteAllText(Path.Combine(folder, "performance.md"), page);
        Draw(
            medians,
            "growth",
            "key p50",
            new(KeyTitle, "cards in the file", "milliseconds until diagnostics, median"),
            "performance-key"
        );
        Draw(
            medians,
            "workspace",
            "read all",
            new(WorkspaceTitle, "decks of 20 cards", "milliseconds until all is found"),
            "performance-workspace"
        );

        void Draw(Medians medians, string step, string figure, Chart chart, string name)
        {
            foreach (var server in medians.Servers)
            {
                chart.Add(
                    server,
                    medians.Sizes(step).Select(size => ((double)size, medians.Of(step, size, server, figure)))
                );
            }

            if (!chart.IsEmpty)
            {
                File.WriteAllText(Path.Combine(folder, "images", $"{name}.svg"), chart.Svg());
            }
        }
    }
}
