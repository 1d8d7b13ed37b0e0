using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Text;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Server.Tests.Workspace;

/// <summary>Runs the examples of the page of bad-config, and of any other rule whose examples are JSON.</summary>
public class BadConfigTests
{
    public static TheoryData<string> Names =>
        [.. RuleCatalogue.Rules.Where(r => r.ExampleLanguage == "json").Select(r => r.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Invalid_examples_are_found_exactly_where_they_are_marked(string name)
    {
        foreach (var example in Find(name).Invalid)
        {
            var text = Unmark(example);
            var found = Read(text).Findings.Where(finding => finding.Finding.Rule == name);

            Assert.NotEqual(example, text);
            Assert.Equal(example, Mark(text, found));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Valid_examples_have_no_finding_at_all(string name) =>
        Assert.All(Find(name).Valid, example => Assert.Empty(Read(example).Problems));

    [Theory]
    [MemberData(nameof(Names))]
    public void Each_fix_removes_its_own_finding_and_adds_none(string name)
    {
        foreach (var text in Find(name).Invalid.Select(Unmark))
        {
            var found = Read(text).Findings;
            foreach (var finding in found)
            {
                foreach (var fix in finding.Finding.Fixes)
                {
                    var mended = finding.Edits(fix).Aggregate(new SourceText(text), (t, edit) => t.With(edit));
                    Assert.Equal(found.Length - 1, Read(mended.ToString()).Findings.Length);
                }
            }
        }
    }

    [Fact]
    public void Most_slips_have_a_fix() =>
        Assert.Equal(
            ["\"decks\"", "\"no-key\"", "\"off\"", "\"notes/*.md\""],
            Find(ConfigProblem.Rule)
                .Invalid.SelectMany(example => Read(Unmark(example)).Findings)
                .SelectMany(finding => finding.Finding.Fixes)
                .SelectMany(fix => fix.Edits)
                .Select(edit => edit.NewText)
        );

    private static Rule Find(string name) => RuleCatalogue.Rules.Single(r => r.Name == name);

    private static WsgiLspConfig Read(string text) => ConfigReader.Parse("/x/wsgilsp.json", text);

    private static bool IsMark(string line) => line.Trim() is { Length: > 0 } mark && mark.Trim('^').Length == 0;

    private static string Unmark(string example) =>
        string.Join('\n', example.ReplaceLineEndings("\n").Split('\n').Where(line => !IsMark(line)));

    private static string Mark(string text, IEnumerable<PlacedFinding> findings)
    {
        var lines = text.Split('\n').ToList();
        foreach (var finding in findings.Reverse())
        {
            var length = finding.End.Character - finding.Start.Character;
            lines.Insert(finding.Start.Line + 1, new string(' ', finding.Start.Character) + new string('^', length));
        }

        return string.Join('\n', lines);
    }
}
