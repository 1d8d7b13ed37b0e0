using WsgiLsp.Decks.Completions;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Tests.Workspace;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Tests.Completions;

/// <summary>What can be written where; <c>‸</c> is the cursor.</summary>
public class DeckCompletionsTests
{
    private const string Mark = "‸";

    private const string Servers =
        "---\ndeck: All servers\ntags: [wsgi]\n---\n## What is a worker?\n<!-- card: id=worker tags=os,wsgi -->\n\nA process.\n\n## Group\n\n### What (else)?\n\nNothing.\n";

    [Theory]
    // A card's comment.
    [InlineData(
        "## A\n<!-- card: ‸ -->\n",
        "id= level= tags= kind= requires= shuffle= match= tol= reverse= ignore= suspend="
    )]
    [InlineData(
        "## A\n<!-- card: id=a ta‸ -->\n",
        "level= tags= kind= requires= shuffle= match= tol= reverse= ignore= suspend="
    )]
    [InlineData(
        "## A\n<!-- card: ki‸n=x -->\n",
        "id level tags kind requires shuffle match tol reverse ignore suspend"
    )]
    [InlineData(
        "## A\n<!-- card: ‸",
        "id= level= tags= kind= requires= shuffle= match= tol= reverse= ignore= suspend="
    )]
    [InlineData(
        "## A\n<!-- cards: ‸ -->\n\n### B\n",
        "level= tags= kind= requires= shuffle= match= tol= reverse= ignore= suspend="
    )]
    [InlineData(
        "## A\n<!-- card:\n  level=beginner\n  ‸\n-->\n",
        "id= tags= kind= requires= shuffle= match= tol= reverse= ignore= suspend="
    )]
    [InlineData("## A\n<!-- card: level=‸ -->\n", "beginner intermediate advanced")]
    [InlineData("## A\n<!-- card: kind=‸\n", "recall choice multi true-false explain cloze typed order match note")]
    [InlineData("## A\n<!-- card: match=c‸i -->\n", "exact ci number")]
    [InlineData("## A\n<!-- card: shuffle=‸ tags=x -->\n", "true false")]
    [InlineData("## A\n<!-- card: tol=‸ -->\n", "-")]
    [InlineData("## A b\n<!-- card: id=‸ -->\n", "a-b")]
    [InlineData("## A\n<!-- card: tags=mine,‸ -->\n\n## B\n<!-- card: tags=other -->\n", "other wsgi os")]
    [InlineData("## A\n<!-- card: tags=\"mine, o‸\" -->\n", "wsgi os")]
    [InlineData(
        "## A\n<!-- card: requires=‸ -->\n\nT.\n\n## B\n\nT.\n\n## C\n<!-- card: kind=note -->\n\nT.\n",
        "b servers/"
    )]
    [InlineData("## A\n<!-- card: requires=b,‸ -->\n\nT.\n\n## B\n\nT.\n", "servers/")]
    [InlineData("## A\n<!-- card: requires=servers/w‸ -->\n", "worker what-else")]
    [InlineData("## A\n<!-- card: requires=servers/worker,servers/‸ -->\n", "what-else")]
    [InlineData("## A\n<!-- card: id=a -->\n\nT ‸\n", "-")]
    [InlineData("## A\n<!-- not: ‸ -->\n", "-")]
    // Front matter.
    [InlineData(
        "---\n‸\n---\n",
        "deck:  id:  level:  tags:  minutes:  sources:  card-level:  shuffle:  cloze:  requires:  ignore:  retention:  by:  lang: "
    )]
    [InlineData(
        "---\ndeck: T\nle‸\nby: x\n---\n",
        "id:  level:  tags:  minutes:  sources:  card-level:  shuffle:  cloze:  requires:  ignore:  retention:  lang: "
    )]
    [InlineData(
        "---\nle‸: x\n---\n",
        "deck id level tags minutes sources card-level shuffle cloze requires ignore retention by lang"
    )]
    [InlineData("---\nlevel: ‸\n---\n", "beginner intermediate advanced")]
    [InlineData("---\nlevel:‸\n---\n", " beginner  intermediate  advanced")]
    [InlineData("---\ncloze: ‸\n", "braces mark")]
    [InlineData("---\nid: ‸\n---\n", "d")]
    [InlineData("---\ntags: [os, ‸]\n---\n", "wsgi")]
    [InlineData("---\ntags:\n  - os\n  - ‸\n---\n", "wsgi")]
    [InlineData("---\nrequires: ‸\n---\n", "servers")]
    [InlineData("---\nby: ‸\n---\n", "-")]
    [InlineData("---\nother: ‸\n---\n", "-")]
    // Links.
    [InlineData("## A\n\n[x](#‸)\n\n## B\n<!-- card: id=c -->\n\nT.\n", "a b c")]
    [InlineData("## A\n\n[x](servers.deck.md#w‸)\n", "what-is-a-worker worker group what-else")]
    [InlineData("## A\n\n[x](notes.md#‸)\n", "two")]
    [InlineData("## A\n\n[x](gone.md#‸)\n", "-0")]
    [InlineData("## A\n\n[x](?#‸)\n", "-0")]
    [InlineData("## A\n\n[x](‸)\n", "#a servers.deck.md notes.md sub/")]
    [InlineData("## A\n\n[x](sub/‸)\n", "servers.deck.md sub/pic%20one.png sub/x.md")]
    [InlineData("## A\n\n![x](sub/‸)\n", "sub/pic%20one.png")]
    [InlineData("## A\n\n[x]: ser‸\n", "servers.deck.md notes.md sub/")]
    [InlineData("## A\n\n[x](https://‸)\n", "-")]
    [InlineData("## A\n\n[x](a.md) ‸\n", "-")]
    [InlineData("## A\n\n[x](a.md \"‸\")\n", "-")]
    // Callouts.
    [InlineData("## A\n\n> [!‸\n", "[!TIP] [!NOTE] [!WARNING] [!CAUTION] [!IMPORTANT]")]
    [InlineData("## A\n\n> [!N‸]\n", "[!TIP] [!NOTE] [!WARNING] [!CAUTION] [!IMPORTANT]")]
    [InlineData("## A\n\n>‸\n", " [!TIP]  [!NOTE]  [!WARNING]  [!CAUTION]  [!IMPORTANT]")]
    [InlineData("## A\n\n> a [!‸\n", "-")]
    [InlineData("## A\n\n> a\n> ‸\n", "-")]
    // Comments and prose.
    [InlineData("## A\n<!‸\n\nT.\n", "<!-- card: $0 -->")]
    [InlineData("## A\n<!--‸\n\n### B\n", "<!-- cards: $0 -->")]
    [InlineData("## A\n\nT.\n<!‸\n", "-")]
    [InlineData("## A\n\nPro‸\n", "-")]
    [InlineData("## A\n\nPro‸se goes on\n", "-")]
    [InlineData("## A\n\n```\n\n‸\n```\n", "-")]
    public void What_can_be_written_depends_on_the_place(string text, string expected)
    {
        var set = At(text);
        if (expected == "-0")
        {
            Assert.Empty(set!.Items);
        }
        else
        {
            Assert.Equal(expected, set is null ? "-" : string.Join(' ', set.Items.Select(item => item.Text)));
        }
    }

    [Theory]
    [InlineData("## A\n<!-- card: le‸vel=x -->\n", "le", "level")]
    [InlineData("## A\n<!-- card: level=be‸gin -->\n", "be", "begin")]
    [InlineData("## A\n<!-- card: tags=a,b‸c,d -->\n", "b", "bc")]
    [InlineData("## A\n<!-- card: requires=servers/w‸x -->\n", "w", "wx")]
    [InlineData("---\ntags: [a, b‸c]\n---\n", "b", "bc")]
    [InlineData("---\nlev‸el: x\n---\n", "lev", "level")]
    [InlineData("## A\n\n[x](servers.de‸ck.md#y)\n", "servers.de", "servers.deck.md")]
    [InlineData("## A\n\n[x](servers.deck.md#y‸z)\n", "y", "yz")]
    [InlineData("## A\n\n> [!N‸OTE]\n", "[!N", "[!NOTE]")]
    public void The_word_at_the_cursor_is_taken_or_written_over(string text, string insert, string replace)
    {
        var set = At(text)!;
        var plain = text.Replace(Mark, "", StringComparison.Ordinal);
        Assert.Equal(insert, plain.Substring(set.Insert.Start, set.Insert.Length));
        Assert.Equal(replace, plain.Substring(set.Replace.Start, set.Replace.Length));
    }

    [Theory]
    [InlineData("‸", "## ")]
    [InlineData("# T\n\n‸\n", "## ")]
    [InlineData("# T\n\n### A\n\nT.\n\n‸\n", "### ")]
    [InlineData("# T\n\n### A\n\nT.\n\n####‸\n", "#### ")]
    [InlineData("---\ncard-level: 4\n---\n# T\n\n‸\n", "#### ")]
    public void A_skeleton_is_a_card_of_its_kind(string text, string heading)
    {
        var set = At(text)!;
        Assert.Equal(Vocabulary.Kinds.Select(kind => kind + " card"), set.Items.Select(item => item.Label));
        foreach (var item in set.Items)
        {
            Assert.StartsWith(heading, item.PlainText, StringComparison.Ordinal);
            Assert.DoesNotContain("$", item.PlainText, StringComparison.Ordinal);
            var plain = text.Replace(Mark, "", StringComparison.Ordinal);
            var written = plain
                .Remove(set.Replace.Start, set.Replace.Length)
                .Insert(set.Replace.Start, item.PlainText + "\n");
            var deck = TestWorkspace.Read("/w/d.deck.md", written);
            Assert.Equal(item.Label, deck.Sections.Last().Card!.Kind.Name() + " card");
            Assert.DoesNotContain(deck.Findings, found => found.Finding.Severity == Decks.Rules.Severity.Error);
        }
    }

    [Theory]
    [InlineData("# T\n\nch‸\n", "choice card", "choice")]
    [InlineData("# T\n\n### ty‸\n", "typed card", "### typed")]
    public void A_begun_word_asks_for_skeletons(string text, string label, string filter)
    {
        var item = Assert.Single(At(text)!.Items);
        Assert.Equal(label, item.Label);
        Assert.Equal(filter, item.Filter);
    }

    [Fact]
    public void Of_very_many_those_that_match_are_shown()
    {
        var many = string.Concat(Enumerable.Range(0, 600).Select(i => $"## Card {i}\n\nT.\n\n"));
        var set = At($"{many}[x](#card-59‸)\n")!;
        Assert.True(set.IsIncomplete);
        Assert.Contains(set.Items, item => item.Text == "card-599");
        Assert.All(set.Items, item => Assert.NotNull(SubsequenceMatch.Score("card-59", item.Text)));
    }

    [Fact]
    public void All_keys_are_told_of()
    {
        Assert.Equal(MetadataKeys.All, DeckKey.OfCards.Select(key => key.Name));
        Assert.Equal(FrontMatterReader.Keys, DeckKey.OfFrontMatter.Select(key => key.Name));
    }

    private static CompletionSet? At(string marked)
    {
        var offset = marked.IndexOf(Mark, StringComparison.Ordinal);
        var workspace = new TestWorkspace(
            ("servers.deck.md", Servers),
            ("notes.md", "# Two\n"),
            ("sub/x.md", ""),
            ("sub/pic one.png", ""),
            ("d.deck.md", marked.Replace(Mark, "", StringComparison.Ordinal))
        );
        const string path = TestWorkspace.Root + "/d.deck.md";
        return DeckCompletions.At(
            workspace.Workspace,
            workspace.Workspace.Decks[path],
            workspace.Decks[path],
            offset,
            CancellationToken.None
        );
    }
}
