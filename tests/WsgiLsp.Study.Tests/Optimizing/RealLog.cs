using System.Globalization;
using System.Text.Json;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Optimizing;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Tests.Optimizing;

/// <summary>
/// A real log of 12,580 answers and what other optimisers reach on it, where they are beside the repository. Days are whole
/// 24 hours there.
/// </summary>
internal static class RealLog
{
    private const long DayLength = 24 * 60 * 60 * 1000;
    private static readonly string? Folder = Find();

    public static IReadOnlyList<AnswerHistory> ReadHistories() =>
        [
            .. File.ReadLines(Path.Join(FolderOrSkip(), "review_logs_josh.csv"))
                .Skip(1)
                .Select(line => line.Split(','))
                .Select(row => (Card: row[0], Grade: (Grade)int.Parse(row[1]), Time: TimeOf(row[2])))
                .GroupBy(answer => answer.Card)
                .Select(answers => HistoryOf([.. answers.Select(a => (a.Grade, a.Time)).OrderBy(a => a.Time)])),
        ];

    /// <summary>The mean log loss that others give for weights, and the weights.</summary>
    public static (double LogLoss, int Answers, FsrsWeights Weights) ReadFigures(string name)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Join(FolderOrSkip(), "optimizer-golden.json")));
        var figures = json.RootElement.GetProperty(name);
        return (
            figures.GetProperty("logloss").GetDouble(),
            figures.GetProperty("n").GetInt32(),
            figures.TryGetProperty("w", out var weights)
                ? FsrsWeights.Of(name, [.. weights.EnumerateArray().Select(weight => weight.GetDouble())])
                : FsrsWeights.Default
        );
    }

    private static AnswerHistory HistoryOf(List<(Grade Grade, long Time)> answers) =>
        new([
            .. answers.Select(
                (answer, i) =>
                    new HistoryAnswer(
                        answer.Grade,
                        i == 0 ? 0 : (int)((answer.Time - answers[i - 1].Time) / DayLength),
                        answer.Time
                    )
            ),
        ]);

    private static long TimeOf(string text) =>
        DateTimeOffset.Parse(text, CultureInfo.InvariantCulture).ToUnixTimeMilliseconds();

    private static string FolderOrSkip()
    {
        Assert.SkipWhen(Folder is null, "shared/data/optimizer is not beside the repository.");
        return Folder!;
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var data = Path.Join(folder.FullName, "shared", "data", "optimizer");
            if (Directory.Exists(data))
            {
                return data;
            }
        }

        return null;
    }
}
