using System.Globalization;
using WsgiLsp.Study.Statistics.Cards;

namespace WsgiLsp.Cli.Reports;

/// <summary>What answers say of cards, as a table: first those that are worth a look, then the hardest.</summary>
/// <param name="output">Where to write.</param>
/// <param name="style">Colour or none.</param>
/// <param name="columns">The terminal's width; null for 80.</param>
internal sealed class CardFactsText(TextWriter output, Style style, int? columns = null)
{
    private const int Wide = 80;
    private const int WideTries = 12;
    private const int WideCorrelation = 9;
    private const int LeastTitle = 20;

    /// <param name="facts">The cards that were answered.</param>
    /// <param name="learners">Number of learners.</param>
    public void Write(IReadOnlyCollection<CardFacts> facts, int learners)
    {
        if (facts.Count == 0)
        {
            output.WriteLine("Nothing was answered of these cards yet.");
            return;
        }

        var titleWidth = Math.Max(LeastTitle, (columns ?? Wide) - WideTries - WideCorrelation - 1);
        output.WriteLine(style.Dim(Row("first tries", "tells", "card", titleWidth).TrimEnd()));
        var sorted = facts.OrderByDescending(card => card.Faults.Length).ThenBy(RateOf);
        foreach (var card in sorted)
        {
            var tells = card.Discrimination is { } known
                ? known.Correlation.ToString("+0.00;-0.00", CultureInfo.InvariantCulture)
                : "";
            var tries = string.Create(
                CultureInfo.InvariantCulture,
                $"{card.FirstTries.Right} of {card.FirstTries.Total}"
            );
            output.WriteLine(Row(tries, tells, card.Card.Content.Title, titleWidth).TrimEnd());
            foreach (var fault in card.Faults)
            {
                output.WriteLine(style.Yellow(WrappedLine.Of("    " + fault.Message, columns ?? Wide)));
            }
        }

        output.WriteLine();
        var faulty = facts.Count(card => !card.Faults.IsEmpty);
        output.WriteLine(
            WrappedLine.Of(
                $"{Counted.Of(facts.Count, "card")} answered by {Counted.Of(learners, "learner")}; {faulty} worth a look."
                    + (
                        learners < Discrimination.LeastLearners
                            ? $" How well a card tells who knows the others, and whether its key is right, takes {Discrimination.LeastLearners} learners: see --class."
                            : " \"tells\" is the correlation of a card with knowing the others: the higher, the better it tells who does."
                    ),
                columns ?? Wide
            )
        );
    }

    private static double RateOf(CardFacts card) =>
        card.FirstTries.Total == 0 ? 1 : (double)card.FirstTries.Right / card.FirstTries.Total;

    private static string Row(string tries, string tells, string title, int titleWidth) =>
        $"{tries, WideTries}{tells, WideCorrelation} {TableColumn.Fit(title, titleWidth)}";
}
