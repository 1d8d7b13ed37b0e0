using System.Collections.Immutable;
using System.Text.Json;
using WsgiLsp.Study.Statistics.Cards;

namespace WsgiLsp.Cli.Reports;

/// <summary>What answers say of cards, as programs read it: one JSON object. Null is what too few learners say.</summary>
internal sealed record CardFactsJson(ImmutableArray<CardFactsJson.CardRow> Cards)
{
    public static string Serialize(IEnumerable<CardFacts> facts) =>
        JsonSerializer.Serialize(
            new CardFactsJson([.. facts.Select(CardRow.Of)]),
            StudyReportJsonContext.Readable.CardFactsJson
        );

    /// <param name="Card">The card's key.</param>
    /// <param name="Title">Its heading.</param>
    /// <param name="Learners">Number of learners who answered it.</param>
    /// <param name="Right">Number of right first tries.</param>
    /// <param name="Tries">Number of first tries, one a study day.</param>
    /// <param name="Discrimination">Correlation with knowing the other cards, -1…1.</param>
    /// <param name="Options">Of a choice, in the deck's order.</param>
    /// <param name="Concepts">Of a rubric, in its order.</param>
    /// <param name="Faults">What may be wrong.</param>
    internal sealed record CardRow(
        string Card,
        string Title,
        int Learners,
        int Right,
        int Tries,
        double? Discrimination,
        ImmutableArray<OptionRow> Options,
        ImmutableArray<ConceptRow> Concepts,
        ImmutableArray<FaultRow> Faults
    )
    {
        public static CardRow Of(CardFacts facts) =>
            new(
                facts.Card.Key,
                facts.Card.Content.Title,
                facts.Learners,
                facts.FirstTries.Right,
                facts.FirstTries.Total,
                Rounded(facts.Discrimination),
                [.. facts.Options.Select(option => new OptionRow(option.Chosen, Rounded(option.Discrimination)))],
                [.. facts.Concepts.Select(one => new ConceptRow(one.Answers, one.Found, one.Overruled))],
                [.. facts.Faults.Select(fault => new FaultRow(NameOf(fault.Kind), fault.Index, fault.Message))]
            );
    }

    internal sealed record OptionRow(int Chosen, double? Discrimination);

    internal sealed record ConceptRow(int Answers, int Found, int Overruled);

    internal sealed record FaultRow(string Kind, int Index, string Message);

    private static string NameOf(CardFaultKind kind) =>
        kind switch
        {
            CardFaultKind.DeadDistractor => "dead-distractor",
            CardFaultKind.WrongKey => "wrong-key",
            _ => "disputed-concept",
        };

    private static double? Rounded(Discrimination? value) =>
        value is { } known ? Math.Round(known.Correlation, 4) : null;
}
