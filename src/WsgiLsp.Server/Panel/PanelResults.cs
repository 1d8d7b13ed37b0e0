using WsgiLsp.Rendering.Figures;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Server.Panel;

/// <summary>Makes results for a panel.</summary>
internal static class PanelResults
{
    /// <summary>How a round went.</summary>
    /// <param name="result">The round.</param>
    /// <param name="scale">What the grades are called.</param>
    /// <param name="decks">How texts become HTML.</param>
    public static PanelResult Of(TranscriptResult result, GradeScale scale, PanelDecks decks) =>
        new(result.Got, result.Items, result.Score)
        {
            Passed = result.IsPassed,
            Items =
            [
                .. result.Answers.Select(answer => new PanelResultItem(
                    answer.Number,
                    answer.Title,
                    answer.IsGot,
                    scale.NameOf(answer.Answer.Grade),
                    answer.Verdict.IsEmpty ? null : decks.Html(answer.Item.Card, string.Join('\n', answer.Verdict))
                )),
            ],
            Shares = [.. Shares("level", result.Levels), .. Shares("tag", result.Tags)],
            Calibration = result.Calibration,
            FigureHtml = result.Answers.IsEmpty ? null : FigureHtml.Bars(Picture(result, scale)),
        };

    /// <summary>How many items got which grade.</summary>
    private static Figure Picture(TranscriptResult result, GradeScale scale)
    {
        var counts = scale.Grades.Select(grade =>
            result.Answers.Count(answer => scale.NameOf(answer.Answer.Grade) == scale.NameOf(grade))
        );
        return new Figure
        {
            Name = "grades",
            Title = "Grades of this session",
            Description = string.Join(
                ", ",
                scale.Grades.Zip(counts, (grade, count) => $"{scale.NameOf(grade)} {count}")
            ),
            LabelName = "Grade",
            Labels = [.. scale.Grades.Select(scale.NameOf)],
            Series = [new FigureSeries("Items", [.. counts.Select(count => (double?)count)])],
        };
    }

    private static IEnumerable<PanelShare> Shares(string what, IEnumerable<ResultShare> shares) =>
        shares.Select(share => new PanelShare(what, share.Name, share.Got, share.Total));
}
