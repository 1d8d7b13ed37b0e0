using System.Text.Json;

namespace Compare.Measuring;

/// <summary>What one run of one server gave; kept as JSON, so that a long measurement can go on where it ended.</summary>
/// <param name="Step">What was done, such as <c>file</c>.</param>
/// <param name="Size">How large that was: cards of a file, decks of a workspace, findings.</param>
/// <param name="Server">The server's name.</param>
/// <param name="Version">What it is.</param>
/// <param name="Round">Counted from 1.</param>
/// <param name="Values">Figures by name; times in milliseconds, memory in MiB.</param>
/// <param name="Notes">What the reader of the figures should know.</param>
internal sealed record Figures(
    string Step,
    int Size,
    string Server,
    string Version,
    int Round,
    SortedDictionary<string, double> Values,
    List<string> Notes
)
{
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true };

    public double this[string name]
    {
        set
        {
            if (double.IsFinite(value))
            {
                Values[name] = value;
            }
        }
    }

    /// <summary>The name of its file.</summary>
    public string FileName => FileNameOf(Step, Size, Server, Round);

    public static string FileNameOf(string step, int size, string server, int round) =>
        $"{step}-{size}-{server}-{round}.json";

    /// <summary>Notes how times are spread, and how many there are.</summary>
    public void Add(string name, IReadOnlyCollection<double> times)
    {
        this[$"{name} p50"] = Statistics.Percentile(times, .5);
        this[$"{name} p95"] = Statistics.Percentile(times, .95);
        this[$"{name} p99"] = Statistics.Percentile(times, .99);
        this[$"{name} count"] = times.Count;
    }

    public void Save(string folder)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, FileName), JsonSerializer.Serialize(this, Json));
    }

    public static IReadOnlyList<Figures> Load(string folder) =>
        Directory.Exists(folder)
            ?
            [
                .. Directory
                    .GetFiles(folder, "*.json")
                    .Order()
                    .Select(path => JsonSerializer.Deserialize<Figures>(File.ReadAllText(path))!),
            ]
            : [];
}
