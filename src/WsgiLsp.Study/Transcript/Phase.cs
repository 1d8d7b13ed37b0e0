using System.Collections.Immutable;
using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Transcript;

/// <summary>What the next line is read as: a closed family.</summary>
internal abstract record Phase;

/// <summary>An item is open.</summary>
/// <param name="Index">0-based index of the item in its round.</param>
internal abstract record OpenItem(int Index) : Phase
{
    /// <summary>Number of hints shown.</summary>
    public int Hints { get; init; }

    /// <summary>What stood between the question and the answer, as far as the answer's line does not say more.</summary>
    public AnswerHelp Help => new(Hints);
}

/// <summary>A question waits for its answer.</summary>
internal sealed record Asking(int Index) : OpenItem(Index)
{
    /// <summary>Lines written so far, for kinds that take several.</summary>
    public ImmutableList<string> Written { get; init; } = [];

    /// <summary>The written lines as one text, without empty lines at its ends.</summary>
    public string Text => string.Join('\n', Written).Trim();
}

/// <summary>An answer stands revealed and waits for the reader's grade.</summary>
/// <param name="Index">0-based index of the item in its round.</param>
/// <param name="Written">What the reader wrote; may be empty.</param>
internal abstract record Judging(int Index, string Written) : OpenItem(Index);

/// <summary>A recall card's answer stands revealed.</summary>
internal sealed record JudgingRecall(int Index, string Written) : Judging(Index, Written);

/// <summary>An explain card's verdicts stand there.</summary>
/// <param name="Index">0-based index of the item in its round.</param>
/// <param name="Written">What the reader wrote; may be empty.</param>
/// <param name="Report">The concepts, with corrections.</param>
/// <param name="GaveUp">Whether the answer was asked for with <c>??</c>, which leaves Again as the suggestion.</param>
internal sealed record JudgingExplain(int Index, string Written, ConceptReport Report, bool GaveUp)
    : Judging(Index, Written)
{
    public Grade Suggestion => GaveUp ? Grade.Again : ExplainGrading.Suggest(Report, Help);
}

/// <summary>An exam's Result stands there, and the question whether what was missed becomes due.</summary>
internal sealed record AskingDue : Phase;

/// <summary>The Result stands there.</summary>
internal sealed record Finished : Phase;
