using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Tests.Support;

namespace WsgiLsp.Decks.Tests.Rules;

/// <summary>What would fool a naive check of a deck's structure, and what safe fixes write.</summary>
public class StructureRulesTests
{
    private const string Body = "\n\nText.\n";

    /// <summary>A text, the rule, and how many findings it has.</summary>
    public static TheoryData<string, string, int> Texts =>
        new()
        {
            // Titles that are underlined on purpose, and text that is not.
            { "What is a worker?\n---" + Body, "accidental-heading", 0 },
            { "Workers and masters\n-----" + Body, "accidental-heading", 0 },
            { "Examples:\n---" + Body, "accidental-heading", 0 },
            { "Acme Inc.\n---" + Body, "accidental-heading", 0 },
            { "To be continued...\n---" + Body, "accidental-heading", 0 },
            { "A sentence with a full stop is\na\n---\n<!-- card: id=x -->" + Body, "accidental-heading", 0 },
            { "Name the port that HTTP uses by default:\n---\n\n- [x] 80\n- [ ] 81\n", "accidental-heading", 0 },
            { "A worker is a process that answers requests.\n---" + Body, "accidental-heading", 1 },
            { "A worker is a process\nthat answers requests\n---" + Body, "accidental-heading", 1 },
            { "**Answer:** the second\n---" + Body, "accidental-heading", 1 },
            { "| a | b |\n---" + Body, "accidental-heading", 1 },
            { "![A picture](a.png)\n---" + Body, "accidental-heading", 1 },
            { "Title\n===" + Body, "accidental-heading", 0 },
            { "### Q?\n\n###Q70. What is it?\n\nText.\n", "accidental-heading", 1 },
            { "### Q?\n\n- [ ] a\n- [x] b\n###Q70. What is it?\n- [x] c\n", "accidental-heading", 1 },
            { "### Q?\n\n- [x] code\n  ##glued\n- [ ] b\n", "accidental-heading", 0 },
            { "### Q?\n\n#hashtag and #include\n", "accidental-heading", 0 },
            { "### Q?\n\n```\n##define\n```\n\n    ##more\n", "accidental-heading", 0 },
            { "### Q?\n\n- [x] a\n\n[label]: b.md\n\n> Text.\n", "glued-explanation", 0 },
            // Boxes.
            { "### Which of these are true?\n\n- {}\n- []\n", "malformed-option", 0 },
            { "### What are slices?\n\n- []int holds numbers\n- []byte holds bytes\n", "malformed-option", 0 },
            { "### Q?\n\n- [x]a\n- []b\n", "malformed-option", 2 },
            { "### Q?\n\n- [x] a\n- []b\n", "malformed-option", 1 },
            // Elements that fold.
            { "### Q?\n\n<details>\n\nA <details> in text.\n\n</details>\n", "unclosed-details", 0 },
            { "### Q?\n\n<details>\n<details>\n</details>\n\ntext\n", "unclosed-details", 1 },
            { "### Q?\n\n```\n<details>\n```\n\n<!-- <details> -->\n\ntext\n", "unclosed-details", 0 },
            { "### Q?\n\n<details>\n\ntext</details>\n", "unclosed-details", 0 },
            { "### Q?\n\n- item\n\n  <details>\n\ntext\n", "unclosed-details", 0 },
            // Equal options.
            { "### Q?\n\n- [x] `a`\n- [ ] a\n", "duplicate-options", 1 },
            { "### Q?\n\n- [x] a  b\n- [ ] a b\n", "duplicate-options", 1 },
            { "### Q?\n\n- [x] &lt;b&gt;\n- [ ] \\<b\\>\n", "duplicate-options", 0 },
            { "### Q?\n\n- [x] &amp;\n- [ ] \\&\n", "duplicate-options", 1 },
            { "### Q?\n\n- [x] *a*\n- [ ] **a**\n", "duplicate-options", 0 },
            { "### Q?\n\n- [x] a <i>b</i>\n- [ ] a <b>b</b>\n", "duplicate-options", 0 },
            { "### Q?\n\n- [x] ![](a.png)\n- [ ] ![](a.png)\n", "duplicate-options", 1 },
            { "### Q?\n\n- [x]\n- [ ]\n", "duplicate-options", 0 },
            {
                "### Q?\n\n- [x]\n  ```\n  if a:\n    b\n  ```\n- [ ]\n  ```\n  if a:\n  b\n  ```\n",
                "duplicate-options",
                0
            },
            { "### Q?\n\n- [x]\n  ```\n  a\n  b\n  ```\n- [ ]\n  ```\n  a\n  b\n  ```\n", "duplicate-options", 1 },
            // Callouts.
            { "### Q?\n\n> [!note]\n> Text.\n", "unknown-callout", 0 },
            { "### Q?\n\n> [!a](b)\n> Text.\n\n> [!see]: x\n\n> > [!hint]\n", "unknown-callout", 0 },
            { "### Q?\n\n> [!info]- Title\n> Text.\n", "unknown-callout", 1 },
            { "### Q?\n\n- item\n\n  > [!hint]\n  > Text.\n", "unknown-callout", 0 },
            // Kinds.
            { "### Q?\n<!-- card: kind=typed -->\n\n`80`\n", "kind-mismatch", 0 },
            { "### Q? {kind=typed}\n\n80\n", "kind-mismatch", 1 },
            { "### Q?\n<!-- card: kind=typed -->\n", "kind-mismatch", 0 },
            { "### Q?\n<!-- card: kind=cloze -->\n\nNo blank.\n", "kind-mismatch", 1 },
            { "### Q?\n<!-- card: kind=typed match=number -->\n\n`4` or `-2.5e3`\n", "kind-mismatch", 0 },
            {
                "## G\n<!-- cards: kind=order -->\n\n### Q?\n\n1. a\n2. b\n3. c\n\n### R?\n\nText.\n",
                "kind-mismatch",
                1
            },
            // Blanks.
            { "### The {{worker}} process\n", "cloze-shape", 0 },
            { "### {{北京}}是中国的首都\n", "cloze-shape", 0 },
            { "### Vitamin {{A}} is fat-soluble\n", "cloze-shape", 0 },
            { "### Was macht der Server?\n\n{{Er startet alle Worker und überwacht sie}}\n", "cloze-shape", 1 },
            { "### The fraction\n\nx is \\frac{{a}}{{b}}\n", "cloze-shape", 0 },
            { "### It is {{a}} server\n", "cloze-shape", 1 },
            { "### {{c1::Workers}} serve {{c1::requests}}\n", "cloze-shape", 1 },
            { "### {{Workers}} answer {{requests}}\n", "cloze-shape", 0 },
            // Groups.
            { "## G\n\n> [!NOTE]\n> Text.\n\n### Q?\n\nText.\n", "group-with-answer", 0 },
            { "## G\n\n<details>\n\nText.\n\n</details>\n\n### Q?\n\nText.\n", "group-with-answer", 1 },
            { "# T\n\n- [ ] a goal\n\n## Q?\n\nText.\n", "group-with-answer", 0 },
            // Metadata.
            { "### Q?\n<!-- card: reverse=true -->\n\nShort.\n", "unknown-metadata", 0 },
            { "### Q?\n<!-- card: reverse=true -->\n\n- [x] a\n", "unknown-metadata", 1 },
            { "## G\n<!-- cards: reverse=true match=ci -->\n\n### Q?\n\n- [x] a\n", "unknown-metadata", 0 },
            { "### Q? {#a lvl=1}\n\nText.\n", "unknown-metadata", 1 },
            { "### Q?\n<!-- card: ignore=leech,sheet-wrong,broken-link -->\n\nText.\n", "unknown-metadata", 0 },
            { "### Q?\n<!-- card: tags=a tags=b -->\n\nText.\n", "unknown-metadata", 1 },
            { "---\nignore: no-key, nokey\n---\n### Q?\n\n- [ ] a\n", "unknown-metadata", 1 },
            // Ignores.
            { "### Q?\n<!-- card: ignore=leech,duplicate-id,needless-ignore -->\n\nText.\n", "needless-ignore", 0 },
            { "### Q?\n<!-- card: ignore=no-key,needless-ignore -->\n\nText.\n", "needless-ignore", 0 },
            { "### Q?\n<!-- card: ignore=no-key,no-key -->\n\n- [ ] a\n", "needless-ignore", 1 },
            { "### Q? {ignore=no-key}\n\nText.\n", "needless-ignore", 1 },
            { "---\nignore: no-cards\n---\ntext\n", "needless-ignore", 0 },
            { "---\nignore: no-cards\n---\n### Q?\n\nText.\n", "needless-ignore", 1 },
            {
                "## G\n<!-- cards: ignore=no-key -->\n\n### Q?\n\nText.\n\n## H\n\n### R?\n\n- [ ] a\n",
                "needless-ignore",
                1
            },
            { "## G\n<!-- cards: ignore=no-key -->\n\n### Q?\n\nText.\n\n### R?\n\n- [ ] a\n", "needless-ignore", 0 },
        };

    /// <summary>A text, and what stands there after all safe fixes.</summary>
    public static TheoryData<string, string> Mended =>
        new()
        {
            {
                "### Q? {#a .advanced .t}\r\n<!-- card: tags=s,t -->\r\n\r\nText.\r\n",
                "### Q?\r\n<!-- card: id=a level=advanced tags=s,t -->\r\n\r\nText.\r\n"
            },
            { "### Q? {#a x=\"b c\"} ##\n\nText.\n", "### Q? ##\n<!-- card: id=a x=\"b c\" -->\n\nText.\n" },
            { "## G {.a .b}\n\n### Q?\n\nText.\n", "## G\n<!-- cards: tags=a,b -->\n\n### Q?\n\nText.\n" },
            { "### Q? {#a}\n<!-- card: id=b -->\n\nText.\n", "### Q? {#a}\n<!-- card: id=b -->\n\nText.\n" },
            {
                "### Q?\r\n\r\n<details>\r\n\r\nText.\r\n\r\n### R?\r\n\r\nText.\r\n",
                "### Q?\r\n\r\n<details>\r\n\r\nText.\r\n\r\n</details>\r\n\r\n### R?\r\n\r\nText.\r\n"
            },
            {
                "### Q?\n\n<details>\n<details>\n\nText.",
                "### Q?\n\n<details>\n<details>\n\nText.\n\n</details>\n\n</details>"
            },
            {
                "### Q?\n\n1. [ ]\n```c\n#include <a.h>\n\nx\n```\n2. [x] b\n",
                "### Q?\n\n1. [ ]\n   ```c\n   #include <a.h>\n\n   x\n   ```\n2. [x] b\n"
            },
            { "### Q?\n\n> [!HINT]\n> a\n\nText.\n", "### Q?\n\n> [!TIP]\n> a\n\nText.\n" },
            {
                "---\nid: d\nignore: [no-key, 'empty-card']\n---\n### Q?\n\n- [ ] a\n",
                "---\nid: d\nignore: [no-key]\n---\n### Q?\n\n- [ ] a\n"
            },
            {
                "---\nid: d\nignore: [no-key]\nlang: en\n---\n### Q?\n\nText.\n",
                "---\nid: d\nlang: en\n---\n### Q?\n\nText.\n"
            },
            {
                "---\nignore:\n  - empty-card\n  - no-key\n---\n### Q?\n\n- [ ] a\n",
                "---\nignore:\n  - no-key\n---\n### Q?\n\n- [ ] a\n"
            },
            { "---\nid: d\nignore:\n  - no-key\n---\n### Q?\n\nText.\n", "---\nid: d\n---\n### Q?\n\nText.\n" },
            {
                "---\nignore: empty-card, no-key # why, so\n---\n### Q?\n\n- [ ] a\n",
                "---\nignore: no-key # why, so\n---\n### Q?\n\n- [ ] a\n"
            },
            { "### Q?\n<!-- card: ignore=no-key -->\n\nText.\n", "### Q?\n\nText.\n" },
            {
                "### Q?\n<!-- card: id=a ignore=no-key,empty-card -->\n\nTODO\n",
                "### Q?\n<!-- card: id=a ignore=empty-card -->\n\nTODO\n"
            },
            { "### Q? {#a ignore=no-key}\n\nText.\n", "### Q?\n<!-- card: id=a -->\n\nText.\n" },
        };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_has_as_many_findings(string text, string rule, int count) =>
        Assert.Equal(
            count,
            Deck.Parse(text, new DeckSettings()).Findings.Count(finding => finding.Finding.Rule == rule)
        );

    [Theory]
    [MemberData(nameof(Mended))]
    public void Safe_fixes_write_what_the_author_meant(string text, string expected) =>
        Assert.Equal(expected, Mend(Deck.Parse(text, new DeckSettings())).Text.ToString());

    [Fact]
    public void Safe_fixes_of_any_deck_converge_and_keep_its_cards()
    {
        for (var seed = 0; seed < 3000; seed++)
        {
            var text = new Specimens(seed).Document();
            var deck = Deck.Parse(text, new DeckSettings());
            var mended = Mend(deck);

            Assert.True(deck.Cards.Count() == mended.Cards.Count(), $"seed {seed}\n{text}\n--- mended\n{mended.Text}");
        }
    }

    [Fact]
    public void Code_that_is_indented_into_its_options_leaves_them_as_they_were()
    {
        const string Text =
            "### Q?\n\n- [ ]\n```c\n#include <a.h>\n```\n- [x]\n\n```c\n\n  x\n```\n- [ ] c\n  > No.\n\nWhy.\n";
        var deck = Deck.Parse(Text, new DeckSettings());
        var mended = Mend(deck);

        Assert.Equal(2, deck.Findings.Count(finding => finding.Finding.Rule == "split-options"));
        Assert.Equal(Snapshot.OfCards(deck), Snapshot.OfCards(mended));
        Assert.Empty(mended.Findings);
    }

    [Fact]
    public void The_decks_of_this_repository_are_clean()
    {
        foreach (var path in Directory.EnumerateFiles(Path.Combine(Repository.Root, "decks"), "*.deck.md"))
        {
            var deck = Deck.Parse(File.ReadAllText(path), new DeckSettings());
            Assert.Empty(deck.Findings.Select(finding => $"{finding.Start} {finding.Finding.Message}"));
        }
    }

    /// <summary>A key that is misspelt is lost, wherever it stands.</summary>
    [Theory]
    [InlineData("---\ntgas: x\n---\n### Q?\n\nText.\n")]
    [InlineData("### Q?\n<!-- card: tgas=x -->\n\nText.\n")]
    public void A_misspelt_key_is_a_warning(string text)
    {
        var found = Assert.Single(Deck.Parse(text, new DeckSettings()).Findings).Finding;
        Assert.Equal(("unknown-metadata", Severity.Warning), (found.Rule, found.Severity));
    }

    [Fact]
    public void A_removed_card_leaves_the_text_around_it_apart()
    {
        const string Text = "### Q?\n\nText.\n### R?\nTitle\n---\n\nText.\n";
        var deck = Deck.Parse(Text, new DeckSettings());
        var finding = deck.Findings.Single(f => f.Finding.Rule == "empty-card");
        var removal = finding.Finding.Fixes.Single(fix => fix.Title == "Remove the card");
        var mended = deck.With(finding.Edits(removal).Single());

        Assert.Equal(["Q?", "Title"], mended.Cards.Select(card => card.Content.Title));
    }

    [Fact]
    public void Rules_of_English_words_are_not_needlessly_ignored_in_other_languages()
    {
        foreach (var rule in RuleCatalogue.Pages.Where(page => page.IsEnglish))
        {
            var text = $"---\nlang: de\nignore: {rule.Name}\n---\n### Was ist das?\n\nText.\n";
            Assert.Empty(Deck.Parse(text, new DeckSettings()).Findings);
        }
    }

    [Fact]
    public void Thousands_of_ignores_that_silence_something_are_not_found()
    {
        var cards = string.Concat(
            Enumerable.Range(0, 4000).Select(i => $"### Q{i}?\n<!-- card: ignore=no-key -->\n\n- [ ] a\n- [ ] b\n\n")
        );
        var deck = Deck.Parse("---\nignore: empty-card\n---\n" + cards, new DeckSettings());

        Assert.Equal(["needless-ignore"], deck.Findings.Select(finding => finding.Finding.Rule));
    }

    private static Deck Mend(Deck deck) => FixAll.Apply(deck).Deck;
}
