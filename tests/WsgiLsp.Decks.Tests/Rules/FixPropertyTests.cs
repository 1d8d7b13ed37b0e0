using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Tests.Support;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Tests.Rules;

/// <summary>Fixes over decks that are glued together from all rules' examples, with every rule on.</summary>
public class FixPropertyTests
{
    private static readonly DeckSettings Settings = new()
    {
        Rules = RuleCatalogue
            .Rules.Where(rule => rule.IsOptIn)
            .ToImmutableDictionary(rule => rule.Name, rule => (Severity?)rule.Severity),
    };

    [Fact]
    public void A_fix_removes_its_own_finding()
    {
        var failures = new List<string>();
        var tried = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (deck, finding, fix, mended) in Cases(1500))
        {
            tried.Add(finding.Finding.Rule);
            if (IsStillThere(deck, finding, fix, mended))
            {
                failures.Add(Say(deck, finding, fix, mended));
            }
        }

        Check(failures);
        Assert.True(tried.Count > 15, "few rules had a fix to try: " + string.Join(' ', tried));
    }

    [Fact]
    public void A_safe_fix_adds_no_finding()
    {
        var failures = new List<string>();
        foreach (var (deck, finding, fix, mended) in Cases(1500).Where(c => c.Fix.IsSafe))
        {
            var added = RuleCatalogue.Rules.Select(r => r.Name).Where(r => Count(mended, r) > Count(deck, r)).ToList();
            if (added.Count > 0)
            {
                failures.Add($"adds {string.Join(' ', added)}: {Say(deck, finding, fix, mended)}");
            }
        }

        Check(failures);
    }

    [Fact]
    public void All_safe_fixes_together_come_to_an_end_with_nothing_left_to_fix()
    {
        var failures = new List<string>();
        for (var seed = 0; seed < 3000; seed++)
        {
            var deck = Deck.Parse(new GluedExamples(seed).Document(), Settings);
            var (mended, _) = FixAll.Apply(deck);
            var left = mended.Findings.Where(f => f.Finding.SafeFix() is not null).ToList();
            if (left.Count > 0)
            {
                failures.Add(
                    $"seed {seed}: {left[0].Finding.Rule}\n{Shown(deck.Text)}\n--- ends as\n{Shown(mended.Text)}"
                );
            }
        }

        Check(failures);
    }

    private static IEnumerable<(Deck Deck, PlacedFinding Finding, Fix Fix, Deck Mended)> Cases(int seeds)
    {
        for (var seed = 0; seed < seeds; seed++)
        {
            var deck = Deck.Parse(new GluedExamples(seed).Document(), Settings);
            foreach (var finding in deck.Findings)
            {
                foreach (var fix in finding.Finding.Fixes)
                {
                    yield return (
                        deck,
                        finding,
                        fix,
                        finding.Edits(fix).Reverse().Aggregate(deck, (d, edit) => d.With(edit))
                    );
                }
            }
        }
    }

    private static bool IsStillThere(Deck deck, PlacedFinding finding, Fix fix, Deck mended)
    {
        var start = finding.Span.Start;
        if (finding.Edits(fix).Any(edit => edit.Span.Start <= start && edit.Span.End > finding.Span.End))
        {
            // Its place is gone, and one like it may have moved there.
            return Count(mended, finding.Finding.Rule) >= Count(deck, finding.Finding.Rule);
        }

        start += finding
            .Edits(fix)
            .Where(edit => edit.Span.End <= finding.Span.Start)
            .Sum(edit => edit.NewText.Length - edit.Span.Length);
        return mended.Findings.Any(f =>
            f.Finding.Rule == finding.Finding.Rule
            && f.Finding.Message == finding.Finding.Message
            && f.Span.Start == start
        );
    }

    private static int Count(Deck deck, string rule) => deck.Findings.Count(f => f.Finding.Rule == rule);

    private static string Say(Deck deck, PlacedFinding finding, Fix fix, Deck mended) =>
        $"{finding.Finding.Rule} line {finding.Start.Line + 1}: {finding.Finding.Message} [{fix.Title}]\n"
        + $"{Shown(deck.Text)}\n--- becomes\n{Shown(mended.Text)}";

    private static string Shown(SourceText text) => text.ToString().Replace("\r", "␍", StringComparison.Ordinal);

    private static void Check(List<string> failures) =>
        Assert.True(
            failures.Count == 0,
            $"{failures.Count} fail\n" + string.Join("\n=======\n", failures.OrderBy(f => f.Length).Take(4))
        );
}
