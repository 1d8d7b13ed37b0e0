using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Workspace;

namespace WsgiLsp.Decks.Tests.Workspace;

/// <summary>What rules find when they look at other decks and files.</summary>
public class WorkspaceRulesTests
{
    private const string Other =
        "---\nid: other\n---\n# Other\n\n## Group\n\n### What is a worker?\n<!-- card: id=worker -->\n\nA process.\n\n"
        + "### What is\nthe arbiter?\n\nIts parent. <a name=\"here\"></a>\n\n### A {{blank::hint}} here\n";

    /// <summary>A link in <c>a.deck.md</c>, and the message it gets; empty for none.</summary>
    public static TheoryData<string, string> Links =>
        new()
        {
            { "[x](other.deck.md)", "" },
            { "[x](other.deck.md#worker)", "" },
            { "[x](other.deck.md#what-is-a-worker)", "" },
            { "[x](other.deck.md#Group)", "" },
            { "[x](./sub/../other.deck.md?plain=1#user-content-group)", "" },
            { "[x](other.deck.md#here)", "" },
            { "[x](other.deck.md#a-blankhint-here)", "" },
            { "[x](other.deck.md#L3-L5)", "" },
            { "[x](other.deck.md#wroker)", "'other.deck.md' has no heading or card '#wroker'. Did you mean 'worker'?" },
            { "[x](other.deck.md#zzzzzz)", "'other.deck.md' has no heading or card '#zzzzzz'." },
            { "[x](othr.deck.md#worker)", "There is no file 'othr.deck.md'. Did you mean 'other.deck.md'?" },
            { "[x](deep.deck.md)", "There is no file 'deep.deck.md'. Did you mean 'sub/deep.deck.md'?" },
            { "[x](zzz.txt)", "There is no file 'zzz.txt'." },
            { "![x](pictures/a%20b.png)", "" },
            { "![x](pictures/a%20c.png)", "There is no picture 'pictures/a c.png'. Did you mean 'pictures/a b.png'?" },
            { "[x](pictures)", "" },
            { "[x](pictures/)", "" },
            { "[x](notes.md#two-1)", "" },
            { "[x](notes.md#named)", "" },
            { "[x](notes.md#tow)", "'notes.md' has no heading or card '#tow'. Did you mean 'two'?" },
            { "[x](data.csv#row=7)", "" },
            { "[x](../outside.md)", "" },
            { "[x](/root.md)", "" },
            { "[x](https://example.org/no.md#x)", "" },
            { "[x](mailto:nobody@example.org)", "" },
            { "[x](#)", "" },
            { "[x]()", "" },
            { "[x](%00)", "There is no file '\0'." },
            { "[x][r]\n\n[r]: <no such.md>", "There is no file 'no such.md'." },
        };

    [Theory]
    [MemberData(nameof(Links))]
    public void Links_are_looked_up(string link, string message)
    {
        var workspace = new TestWorkspace(
            ("a.deck.md", $"### Q?\n\nAnswer. {link}\n"),
            ("other.deck.md", Other),
            ("sub/deep.deck.md", "### Deep?\n\nYes.\n"),
            ("pictures/a b.png", ""),
            ("notes.md", "---\ntitle: x\n---\n# Two\n\n> ## Two\n\n<h2 id=named>x</h2>\n"),
            ("data.csv", "")
        );

        var found = workspace.FindingsIn("a.deck.md");

        Assert.Equal(message.Length == 0 ? 0 : 1, found.Count);
        Assert.All(found, line => Assert.EndsWith("” " + message, line, StringComparison.Ordinal));
        Assert.All(
            found,
            line =>
                Assert.StartsWith(
                    "broken-link 3:",
                    line.Replace(" 5:7", " 3:", StringComparison.Ordinal),
                    StringComparison.Ordinal
                )
        );
    }

    [Theory]
    [InlineData("[x](other.deck.md#wroker)", "[x](other.deck.md#worker)")]
    [InlineData("![x](pictures/a%20c.png)", "![x](pictures/a%20b.png)")]
    [InlineData("[x](othr.deck.md#group)", "[x](other.deck.md#group)")]
    public void A_link_is_mended_to_what_is_nearest(string link, string expected)
    {
        var workspace = new TestWorkspace(
            ("a.deck.md", $"### Q?\n\n{link}\n"),
            ("other.deck.md", Other),
            ("pictures/a b.png", "")
        );
        var finding = Assert.Single(Of(workspace, "a.deck.md"));
        var fix = Assert.Single(finding.Finding.Fixes);

        Assert.True(fix.IsPreferred);
        Assert.False(fix.IsSafe);
        var mended = finding.Edits(fix).Aggregate(workspace.Decks["/w/a.deck.md"], (deck, edit) => deck.With(edit));
        Assert.Equal($"### Q?\n\n{expected}\n", mended.Text.ToString());
    }

    /// <summary>What a card of <c>a.deck.md</c> requires, and the message.</summary>
    public static TheoryData<string, string> Requirements =>
        new()
        {
            { "other/worker", "" },
            { "other/what-iz", "The deck 'other' has no card 'what-iz'. Did you mean 'what-is'?" },
            { "other/group", "The deck 'other' has no card 'group'." },
            { "othr/worker", "No deck here has the id 'othr'. Did you mean 'other'?" },
            { "zzzzzzz/worker", "No deck here has the id 'zzzzzzz'." },
        };

    [Theory]
    [MemberData(nameof(Requirements))]
    public void Required_cards_are_looked_up(string requires, string message)
    {
        var workspace = new TestWorkspace(
            ("a.deck.md", $"### Q?\n<!-- card: tags=t requires=\"{requires}\" -->\n\nYes.\n"),
            ("other.deck.md", Other)
        );

        string[] expected = message.Length == 0 ? [] : [$"missing-requirement 2:29 “{requires}” {message}"];
        Assert.Equal(expected, workspace.FindingsIn("a.deck.md"));
    }

    [Fact]
    public void Required_decks_are_looked_up()
    {
        var workspace = new TestWorkspace(
            ("a.deck.md", "---\nrequires: [other, b, othr]\n---\n### Q?\n\nYes.\n"),
            ("b.deck.md", "### R?\n\nNo.\n"),
            ("other.deck.md", Other)
        );

        Assert.Equal(
            ["missing-requirement 2:22 “othr” No deck here has the id 'othr'. Did you mean 'other'?"],
            workspace.FindingsIn("a.deck.md")
        );
    }

    [Fact]
    public void A_circle_is_told_at_each_card_of_it()
    {
        var workspace = new TestWorkspace(
            (
                "a.deck.md",
                "### One?\n<!-- card: requires=two -->\n\nYes.\n\n### Two?\n<!-- card: id=two requires=b/three -->\n\nYes.\n"
            ),
            (
                "b.deck.md",
                "### Three\n<!-- card: requires=a/one -->\n\nYes.\n\n### Four\n<!-- card: requires=three -->\n\nNo.\n"
            )
        );

        const string Why = "These require one another in a circle, so that none can come first:";
        Assert.Equal(
            [
                $"missing-requirement 2:21 “two” {Why} a/one → a/two → b/three → a/one. Remove one link.",
                $"missing-requirement 7:28 “b/three” {Why} a/two → b/three → a/one → a/two. Remove one link.",
            ],
            workspace.FindingsIn("a.deck.md")
        );
        Assert.Equal(
            [$"missing-requirement 2:21 “a/one” {Why} b/three → a/one → a/two → b/three. Remove one link."],
            workspace.FindingsIn("b.deck.md")
        );
    }

    [Fact]
    public void Decks_can_require_one_another_in_a_circle_too()
    {
        var workspace = new TestWorkspace(
            ("a.deck.md", "---\nrequires: b\n---\n### Q?\n\nYes.\n"),
            ("b.deck.md", "---\nrequires: [a]\n---\n### R?\n\nNo.\n")
        );

        Assert.Contains("a → b → a", Assert.Single(workspace.FindingsIn("a.deck.md")), StringComparison.Ordinal);
        Assert.Contains("b → a → b", Assert.Single(workspace.FindingsIn("b.deck.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void A_deck_alone_tells_its_own_circles_and_nothing_of_others()
    {
        var deck = TestWorkspace.Read(
            "/w/a.deck.md",
            """
            ---
            requires: [a, other]
            ---
            ## Group
            <!-- cards: requires=one -->

            ### One
            <!-- card: id=one -->

            [x](no.md), [y](a.deck.md#one), [z](a.deck.md#none), [v](#group)

            ### Two
            <!-- card: id=two requires=two -->

            Yes.

            ### Three
            <!-- card: requires=a/three,b/one,four -->

            Yes.
            """
        );

        Assert.Equal(
            [
                "missing-requirement 2:12 “a” The deck requires itself. Remove 'a'.",
                "broken-link 10:37 “a.deck.md#none” This deck has no heading or card '#none'. Did you mean 'one'?",
                "missing-requirement 13:28 “two” 'two' requires itself. Remove that.",
                "missing-requirement 18:21 “a/three” 'three' requires itself. Remove that.",
                "missing-requirement 18:35 “four” No card of this deck has the id 'four'. A card elsewhere is called deck/card.",
            ],
            deck.Findings.Select(f => TestWorkspace.Line(f, deck))
        );
    }

    [Fact]
    public void Two_decks_with_one_explicit_id_are_both_told()
    {
        var workspace = new TestWorkspace(
            ("a.deck.md", "---\nid: x\n---\n### Q?\n\nYes.\n"),
            ("b.deck.md", "---\ndeck: B\nid: \"x\"\n---\n### R?\n\nNo.\n"),
            ("x.deck.md", "### S?\n\nNo.\n"),
            ("x-2.deck.md", "### T?\n\nNo.\n")
        );

        var finding = Assert.Single(Of(workspace, "b.deck.md"));
        Assert.Equal("duplicate-id", finding.Finding.Rule);
        Assert.Equal(Severity.Error, finding.Finding.Severity);
        var related = Assert.Single(finding.Finding.Related);
        Assert.Equal(("/w/a.deck.md", 1, 4), (related.Path, related.Start.Line, related.Start.Character));
        Assert.Equal("Change the id to 'x-3'", Assert.Single(finding.Finding.Fixes).Title);
        Assert.Single(Of(workspace, "a.deck.md"));
        Assert.Empty(Of(workspace, "x.deck.md"));
    }

    [Fact]
    public void A_prompt_of_another_deck_is_information()
    {
        var workspace = new TestWorkspace(
            ("a.deck.md", "# A\n\n### What is\n    a Worker?\n\nYes.\n\n### Mine?\n\nYes.\n"),
            ("b.deck.md", "### Mine, too?\n\nYes.\n\n### What is a worker?\n\nYes.\n"),
            ("other.deck.md", Other)
        );

        var finding = Assert.Single(Of(workspace, "b.deck.md"));
        Assert.Equal(Severity.Information, finding.Finding.Severity);
        Assert.Equal(
            "'other.deck.md' asks the same. Keep one of them, or ask for something else.",
            finding.Finding.Message
        );
        Assert.Equal(["/w/other.deck.md"], finding.Finding.Related.Select(place => place.Path!));
        Assert.Equal(7, finding.Finding.Related[0].Start.Line);
    }

    [Fact]
    public void A_prompt_of_decks_of_one_name_is_told_by_their_files()
    {
        const string deck = "### What is a worker?\n\nYes.\n";
        var workspace = new TestWorkspace(("a/n.deck.md", deck), ("b/n.deck.md", deck), ("n.deck.md", deck));

        Assert.Equal(
            "'../b/n.deck.md' and 1 more ask the same. Keep one of them, or ask for something else.",
            Assert.Single(Of(workspace, "a/n.deck.md")).Finding.Message
        );
    }

    [Fact]
    public void Switches_and_ignore_hold()
    {
        const string Link = "### Q?\n<!-- card: ignore=broken-link -->\n\n[x](no.md)\n";
        Assert.Empty(new TestWorkspace(("a.deck.md", Link)).FindingsIn("a.deck.md"));
        Assert.Empty(
            new TestWorkspace(("a.deck.md", "---\nignore: broken-link\n---\n### Q?\n\n[x](no.md)\n")).FindingsIn(
                "a.deck.md"
            )
        );

        var workspace = new TestWorkspace(("a.deck.md", "### Q?\n\n[x](no.md)\n"));
        foreach (var severity in new Severity?[] { null, Severity.Hint })
        {
            var settings = new DeckSettings
            {
                FileName = "a.deck.md",
                Rules = new DeckSettings().Rules.Add("broken-link", severity),
            };
            var outline = DeckOutline.Of("/w/a.deck.md", workspace.Decks["/w/a.deck.md"].With(settings));
            var found = WorkspaceFindings.Of(outline, workspace.Workspace.With(outline)).All;
            Assert.Equal(severity is null ? [] : [Severity.Hint], found.Select(f => f.Finding.Severity));
        }
    }

    private static ImmutableArray<PlacedFinding> Of(TestWorkspace workspace, string name) =>
        WorkspaceFindings.Of(workspace.Workspace.Decks["/w/" + name], workspace.Workspace).All;
}
