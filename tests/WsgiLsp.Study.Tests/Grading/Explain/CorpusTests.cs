using System.Globalization;
using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Tests.Grading.Explain;

/// <summary>How far the verdicts on concepts can be trusted: measured, and held.</summary>
public class CorpusTests(ITestOutputHelper output)
{
    /// <summary>Of the concepts that are found in answers of one quality so many are really said.</summary>
    private const double LeastPrecision = .9;

    /// <summary>
    /// Where an answer says hardly anything of what is asked, or turns around who does what, a few false ones are much of all
    /// that is found: of all verdicts on answers of that quality there may be so many.
    /// </summary>
    private const double MostFalse = .04;

    private const double MostPerhaps = .15;

    [Theory]
    [InlineData("tuning", .35, .45)]
    [InlineData("held-out", .2, .3)]
    public void What_is_found_is_said(string folder, double leastFound, double leastPossible)
    {
        Assert.SkipUnless(GradedCorpus.Has(folder), $"The answers of {folder} are not there.");
        var all = GradedCorpus.Judge(folder).ToList();
        var figures = all.GroupBy(one => one.Quality, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new Figures(group.Key, [.. group.Select(one => (one.IsSaid, one.Verdict))]))
            .Append(new Figures("all", [.. all.Select(one => (one.IsSaid, one.Verdict))]))
            .ToList();
        output.WriteLine(Figures.Head);
        figures.ForEach(one => output.WriteLine(one.ToString()));

        var whole = figures[^1];
        Assert.All(
            figures,
            one => Assert.True(one.Precision >= LeastPrecision || one.False <= MostFalse * one.Count, one.ToString())
        );
        Assert.True(whole.Perhaps <= MostPerhaps * whole.Count, whole.ToString());
        Assert.True(whole.Recall >= leastFound, whole.ToString());
        Assert.True(whole.RecallWithPerhaps >= leastPossible, whole.ToString());
    }

    private sealed record Figures(string Name, List<(bool IsSaid, ConceptVerdict Verdict)> Verdicts)
    {
        public const string Head =
            "quality              n   said  found  of these said  perhaps  of these said  recall  with perhaps";

        public int Count => Verdicts.Count;

        public int Perhaps => Verdicts.Count(one => one.Verdict == ConceptVerdict.Perhaps);

        public int False => Found - FoundAndSaid;

        public double Precision => Found == 0 ? 1 : (double)FoundAndSaid / Found;

        public double Recall => Said == 0 ? 1 : (double)FoundAndSaid / Said;

        public double RecallWithPerhaps => Said == 0 ? 1 : (double)(FoundAndSaid + PerhapsAndSaid) / Said;

        private int Said => Verdicts.Count(one => one.IsSaid);

        private int Found => Verdicts.Count(one => one.Verdict == ConceptVerdict.Found);

        private int FoundAndSaid => Verdicts.Count(one => one is { IsSaid: true, Verdict: ConceptVerdict.Found });

        private int PerhapsAndSaid => Verdicts.Count(one => one is { IsSaid: true, Verdict: ConceptVerdict.Perhaps });

        public override string ToString() =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Name, -16} {Count, 5} {Said, 6} {Found, 6} {FoundAndSaid, 6} ({Precision:0.00}) {Perhaps, 8} {PerhapsAndSaid, 8} ({100.0 * Perhaps / Count, 4:0.0} %) {Recall, 7:0.00} {RecallWithPerhaps, 9:0.00}"
            );
    }
}
