using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading.Concepts;

namespace WsgiLsp.Study.Grading;

/// <summary>Whether an answer mentions a concept.</summary>
public enum ConceptVerdict
{
    /// <summary>It does not.</summary>
    Missing = 0,

    /// <summary>It does.</summary>
    Found = 1,

    /// <summary>Only its reader can tell; as long as nobody says so, it counts as missing. Kept sessions know the numbers.</summary>
    Perhaps = 2,
}

/// <summary>A verdict with its evidence.</summary>
/// <param name="Verdict">The verdict.</param>
/// <param name="Quote">The reader's words around what was found, on one line; empty where nothing was.</param>
public readonly record struct ConceptFinding(ConceptVerdict Verdict, string Quote);

/// <summary>What of a rubric an answer covers: what the machine found, and what the reader corrected.</summary>
/// <param name="Automatic">The machine's findings, one a concept.</param>
/// <param name="Final">The verdicts after corrections, one a concept.</param>
public sealed record ConceptReport(ImmutableArray<ConceptFinding> Automatic, ImmutableArray<ConceptVerdict> Final)
{
    /// <summary>Number of concepts of the rubric.</summary>
    public int Total => Final.Length;

    /// <summary>Number of concepts found, after corrections.</summary>
    public int Found => Final.Count(verdict => verdict == ConceptVerdict.Found);

    /// <summary>The report with one verdict corrected.</summary>
    /// <param name="index">0-based index of the concept.</param>
    /// <param name="said">Whether the reader did say it.</param>
    public ConceptReport With(int index, bool said) =>
        this with
        {
            Final = Final.SetItem(index, said ? ConceptVerdict.Found : ConceptVerdict.Missing),
        };
}

/// <summary>Grades explain cards by the concepts of their rubric.</summary>
public static class ExplainGrading
{
    /// <summary>Looks for every concept of a rubric in a text.</summary>
    /// <param name="card">The card, which has a rubric.</param>
    /// <param name="text">The reader's answer, any number of lines; may be empty.</param>
    /// <param name="known">Words that are no typos.</param>
    public static ConceptReport Examine(Card card, string text, KnownWords known)
    {
        var findings = new ConceptFinder(card, text, known).Findings();
        return new ConceptReport(findings, [.. findings.Select(finding => finding.Verdict)]);
    }

    /// <summary>Whether a key term earns anything: words of the question do not.</summary>
    /// <param name="card">The card, which has a rubric.</param>
    /// <param name="alternatives">What the term is called, as plain text.</param>
    internal static bool Earns(Card card, ImmutableArray<string> alternatives)
    {
        var isEnglish = !card.IsForeignLanguage;
        HashSet<string> question = [.. WordSequence.Of(card.Content.Prompt, isEnglish).Words.Select(word => word.Stem)];
        return alternatives.All(text => Term.Of(text, question, isEnglish) is not null);
    }

    /// <summary>The grade that a report suggests.</summary>
    public static Grade Suggest(ConceptReport report, AnswerHelp help) =>
        GradeRules.ForConcepts(report.Found, report.Total, help);

    /// <summary>The reader's final grade.</summary>
    /// <param name="grade">The grade.</param>
    /// <param name="report">The concepts, with corrections.</param>
    /// <param name="written">What the reader wrote; may be empty.</param>
    /// <param name="help">Hints and certainty.</param>
    public static GradedAnswer SelfGrade(Grade grade, ConceptReport report, string written, AnswerHelp help) =>
        new()
        {
            Grade = grade,
            Given = written,
            Correct = report.Found == report.Total,
            Help = help,
            AutomaticConcepts = [.. report.Automatic.Select(finding => finding.Verdict)],
            FinalConcepts = report.Final,
        };
}
