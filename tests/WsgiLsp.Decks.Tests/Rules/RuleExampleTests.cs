using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Tests.Rules;

/// <summary>Runs the examples of each rule's page.</summary>
public class RuleExampleTests
{
    public static TheoryData<string> Names =>
        [.. RuleCatalogue.Rules.Where(r => r.ExampleLanguage == "markdown").Select(r => r.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Invalid_examples_are_found_exactly_where_they_are_marked(string name)
    {
        foreach (var example in Find(name).Invalid)
        {
            var (text, marks) = Unmark(example);
            var found = Deck.Parse(text, SettingsFor(name))
                .Findings.Where(f => f.Finding.Rule == name)
                .Select(f => (f.Start, f.End))
                .ToList();

            Assert.NotEmpty(marks);
            Assert.Equal(marks, found);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Valid_examples_have_no_finding_at_all(string name)
    {
        foreach (var example in Find(name).Valid)
        {
            Assert.Empty(Deck.Parse(example, SettingsFor(name)).Findings.Select(f => f.Finding.Message));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_fix_removes_its_own_finding_and_adds_none(string name)
    {
        foreach (var example in Find(name).Invalid)
        {
            var (text, _) = Unmark(example);
            var deck = Deck.Parse(text, SettingsFor(name));
            foreach (var finding in deck.Findings.Where(f => f.Finding.Rule == name))
            {
                foreach (var fix in finding.Finding.Fixes)
                {
                    var mended = finding.Edits(fix).Reverse().Aggregate(deck, (d, edit) => d.With(edit));
                    var left = mended.Findings.Where(f => f.Finding.Rule != "no-cards").ToList();
                    Assert.True(left.Count < deck.Findings.Length, $"{fix.Title}:\n{mended.Text}");
                    Assert.DoesNotContain(
                        left,
                        f => f.Finding.Message == finding.Finding.Message && f.Start == finding.Start
                    );
                }
            }
        }
    }

    [Fact]
    public void A_rule_can_be_switched_and_ignored()
    {
        const string Question = "### Q?\n\n- [ ] a\n- [ ] b\n";
        var switchedOff = new DeckSettings
        {
            Rules = System.Collections.Immutable.ImmutableDictionary<string, Severity?>.Empty.Add("no-key", null),
        };
        var softened = new DeckSettings
        {
            Rules = System.Collections.Immutable.ImmutableDictionary<string, Severity?>.Empty.Add(
                "no-key",
                Severity.Hint
            ),
        };

        Assert.Empty(Deck.Parse(Question, switchedOff).Findings);
        Assert.Equal(Severity.Hint, Assert.Single(Deck.Parse(Question, softened).Findings).Finding.Severity);
        Assert.Empty(Deck.Parse("---\nignore: no-key\n---\n" + Question, new DeckSettings()).Findings);
        Assert.Empty(
            Deck.Parse(
                Question.Replace("?\n", "?\n<!-- card: ignore=no-key -->\n", StringComparison.Ordinal),
                new DeckSettings()
            ).Findings
        );
    }

    [Fact]
    public void The_catalogue_lists_every_rule_of_the_assembly_in_alphabetical_order()
    {
        var written = typeof(Rule)
            .Assembly.GetTypes()
            .Where(t => t.IsSubclassOf(typeof(Rule)) && !t.IsAbstract)
            .Select(t => t.Name);
        var names = RuleCatalogue.Rules.Select(r => r.Name).ToList();

        Assert.Equal(written.Order(StringComparer.Ordinal), RuleCatalogue.Rules.Select(r => r.GetType().Name));
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
    }

    // A rule that is off by default is switched on for its own examples.
    private static DeckSettings SettingsFor(string name) =>
        Find(name) is { IsOptIn: true } rule ? Today with { Rules = Today.Rules.Add(name, rule.Severity) } : Today;

    private static DeckSettings Today { get; } = new() { Today = Rule.ExampleDay };

    private static Rule Find(string name) => RuleCatalogue.Rules.Single(r => r.Name == name);

    private static (string Text, List<(LinePosition, LinePosition)> Marks) Unmark(string example)
    {
        var lines = new List<string>();
        var marks = new List<(LinePosition, LinePosition)>();
        foreach (var line in example.ReplaceLineEndings("\n").Split('\n'))
        {
            var mark = line.Trim();
            if (mark.Length == 0 || mark.Trim('^').Length > 0)
            {
                lines.Add(line);
                continue;
            }

            var start = line.IndexOf('^', StringComparison.Ordinal);
            marks.Add(
                (new LinePosition(lines.Count - 1, start), new LinePosition(lines.Count - 1, start + mark.Length))
            );
        }

        marks.Sort();
        return (string.Join('\n', lines), marks);
    }
}
