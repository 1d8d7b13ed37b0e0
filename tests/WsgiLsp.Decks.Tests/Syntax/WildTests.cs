using WsgiLsp.Decks.Model;

namespace WsgiLsp.Decks.Tests.Syntax;

/// <summary>What is seen in real question banks, one specimen each: how many cards, options and keys are read from it.</summary>
public class WildTests
{
    private const string Plain = """
        ### Which port does HTTP use?

        - [ ] 22
        - [x] 80
        - [ ] 443

        ### Which port does SSH use?

        - [x] 22
        - [ ] 80

        """;

    private const string PlainCounts = "2 cards, 5 options, 2 keys";

    [Fact]
    public void Code_at_the_margin_belongs_to_the_option_above()
    {
        const string Text = """
            ### Which one prints?

            - [ ]
            ```c
            gets(x);
            ```
            - [x]

            ```c
            puts(x);
            ```

            - [ ] ```exit(x)```
            - [ ] nothing

            ```c
            main();
            ```
            """;
        var deck = Read(Text);

        Assert.Equal("1 cards, 4 options, 1 keys", Counts(deck));
        Assert.Equal(["split-options", "split-options"], Found(deck));
        Assert.Equal("```c\nmain();\n```", deck.Cards.Single().Content.Explanation);
    }

    [Fact]
    public void An_explanation_glued_to_the_last_option_explains()
    {
        var deck = Read("### Q?\n\n- [ ] a\n- [x] b\nExplanation: because.\n");

        Assert.Equal("1 cards, 2 options, 1 keys", Counts(deck));
        Assert.Equal("Explanation: because.", deck.Cards.Single().Content.Explanation);
        Assert.Equal(["glued-explanation"], Found(deck));
    }

    [Fact]
    public void Text_above_dashes_is_a_heading_and_said_to_be_an_accident()
    {
        var deck = Read("### Q?\n\n- [ ] a\n- [x] b\n\nIt is b, since a is not.\n---\n\n### R?\n\n- [x] c\n- [ ] d\n");

        Assert.Equal("2 cards, 4 options, 2 keys", Counts(deck));
        Assert.Equal("It is b, since a is not.", deck.Section(2).Title);
        Assert.Equal(["accidental-heading"], Found(deck));
    }

    [Fact]
    public void Signs_without_a_space_are_no_heading_and_said_to_be_text()
    {
        var apart = Read("###Q69. A?\n### B?\n\n- [x] a\n- [ ] b\n\n###Q70. C?\n\n- [ ] c\n- [x] d\n");
        var glued = Read("### B?\n- [x] a\n- [ ] b\n###Q70. C?\n- [ ] c\n- [x] d\n");

        Assert.Equal("1 cards, 2 options, 1 keys", Counts(apart));
        Assert.Equal(["accidental-heading", "split-options"], Found(apart));
        Assert.Equal("1 cards, 4 options, 2 keys", Counts(glued));
        Assert.Contains("accidental-heading", Found(glued));
    }

    [Fact]
    public void Signs_at_the_margin_of_a_fence_are_code()
    {
        var deck = Read(
            "### Q?\n\n```c\n#include <a.h>\n# define B\n## C\n```\n\n- [ ]\n```c\n#include <b.h>\n# X\n```\n- [x] b\n"
        );

        Assert.Equal("1 cards, 2 options, 1 keys", Counts(deck));
        Assert.Contains("# define B", deck.Cards.Single().Content.Prompt, StringComparison.Ordinal);
    }

    [Fact]
    public void Options_of_questions_without_headings_are_the_first_list_and_said_to_go_on()
    {
        var options = string.Concat(
            Enumerable.Range(0, 129).Select(i => $"- [{(i % 4 == 0 ? 'x' : ' ')}] option {i}\n")
        );
        var questions = string.Concat(
            Enumerable.Range(0, 32).Select(i => $"Question {i}?\n\n- [ ] a{i}\n- [x] b{i}\n- [ ] c{i}\n- [ ] d{i}\n\n")
        );

        Assert.Equal("1 cards, 129 options, 33 keys", Counts(Read("## Quiz\n\n" + options)));
        var deck = Read("## Quiz\n\n" + questions);
        Assert.Equal("1 cards, 4 options, 1 keys", Counts(deck));
        Assert.Equal(["split-options"], Found(deck));
    }

    [Fact]
    public void Tabs_part_like_spaces()
    {
        var tabs = Plain
            .Replace("- [", "-\t[", StringComparison.Ordinal)
            .Replace("### ", "###\t", StringComparison.Ordinal);

        Assert.Equal(PlainCounts, Counts(Read(tabs)));
        Assert.Equal(PlainCounts, Counts(Read(Plain.Replace("] ", "]\t", StringComparison.Ordinal))));
        Assert.Equal(
            "1 cards, 2 options, 1 keys",
            Counts(Read("### Q?\n\n- [ ] a\n\n\tmore\n- [x] b\n\t> feedback\n"))
        );
    }

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Line_ends_of_all_kinds_end_lines(string end)
    {
        var deck = Read(Plain.ReplaceLineEndings(end));

        Assert.Equal(PlainCounts, Counts(deck));
        Assert.Empty(Found(deck));
    }

    [Theory]
    [InlineData("")]
    [InlineData("---\nid: d\n---\n")]
    public void A_byte_order_mark_is_no_text(string frontMatter)
    {
        var deck = Read("\uFEFF" + frontMatter + Plain);

        Assert.Equal(PlainCounts, Counts(deck));
        Assert.Equal("Which port does HTTP use?", deck.Cards.First().Content.Title);
        Assert.Empty(Found(deck));
    }

    [Theory]
    [InlineData("por\u00ADt")]
    [InlineData("\u202Bport\u202C")]
    [InlineData("منفذ")]
    [InlineData("po\u200Brt")]
    [InlineData("端口\U0001F50C")]
    public void Soft_hyphens_marks_of_direction_and_other_scripts_are_text(string word)
    {
        var deck = Read(
            Plain.Replace("port", word, StringComparison.Ordinal).Replace("22", word, StringComparison.Ordinal)
        );

        Assert.Equal(PlainCounts, Counts(deck));
        Assert.Empty(Found(deck));
    }

    [Fact]
    public void Lines_of_a_megabyte_are_read()
    {
        var line = string.Concat(Enumerable.Repeat("word ", 200_000)).TrimEnd();

        Assert.Equal(
            "2 cards, 2 options, 1 keys",
            Counts(Read($"### {line}\n\n- [ ] {line}\n- [x] b\n\n{line}\n\n### Q?\n\n{line}\n"))
        );
        Assert.Equal("1 cards, 2 options, 1 keys", Counts(Read($"### Q?\n\n- [ ] a\n- [x] b\n{line}\n---")));
        Assert.Equal("1 cards, 0 options, 0 keys", Counts(Read("### Q?\n\n" + new string('[', 1 << 20))));
    }

    [Theory]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("1. ")]
    [InlineData("*")]
    [InlineData("[")]
    [InlineData("<details>")]
    public void A_hundred_levels_of_nesting_stay_in_their_card(string piece)
    {
        var deck = Read($"### Q?\n\n{string.Concat(Enumerable.Repeat(piece, 100))}text\n\n" + Plain);

        Assert.Equal("3 cards, 5 options, 2 keys", Counts(deck));
    }

    [Theory]
    [InlineData("```\n", "1 cards, 0 options, 0 keys")]
    [InlineData("- item\n\n  ```\n", "3 cards, 5 options, 2 keys")]
    [InlineData("> ```\n", "3 cards, 5 options, 2 keys")]
    [InlineData("<!-- \n", "1 cards, 0 options, 0 keys")]
    [InlineData("<pre>\n", "1 cards, 0 options, 0 keys")]
    [InlineData("<div>\n", "3 cards, 5 options, 2 keys")]
    [InlineData("<details>\n\n", "3 cards, 5 options, 2 keys")]
    [InlineData("text <b\n", "3 cards, 5 options, 2 keys")]
    public void What_is_left_open_goes_on_as_far_as_Markdown_has_it(string opened, string counts) =>
        Assert.Equal(counts, Counts(Read("### Q?\n\n" + opened + "\n" + Plain)));

    [Fact]
    public void A_box_counts_only_at_an_items_start_and_before_a_space()
    {
        var deck = Read("### Q?\n\n- [x] right [ ] no box\n- [ ]wrong\n- see [ ] there\n- [x](a.md)\n- *a* [x] b\n");

        Assert.Equal("1 cards, 2 options, 1 keys", Counts(deck));
        Assert.Equal(["malformed-option"], Found(deck));
        Assert.Equal("0 options", Counts(Read("### Q?\n\n- see [x] there\n- [x](a.md)\n")).Split(", ")[1]);
    }

    [Fact]
    public void Callouts_inside_other_blocks_are_text()
    {
        var content = Read("### Q?\n\n> > [!TIP]\n> > a\n\n- > [!NOTE]\n  > b\n").Cards.Single().Content;

        Assert.Empty(content.Hints);
        Assert.Equal("", content.Explanation);
        Assert.Equal("> > [!TIP]\n> > a\n\n- > [!NOTE]\n  > b", content.Answer);
    }

    [Fact]
    public void A_hard_space_after_a_box_is_mended()
    {
        var deck = Read("### Q?\n\n- [ ]\u00A0a\n- [x] b\n- [\u00A0] c\n");

        Assert.Equal("1 cards, 3 options, 1 keys", Counts(deck));
        Assert.Equal(["malformed-option", "malformed-option"], Found(deck));
    }

    private static Deck Read(string text) => Deck.Parse(text, new DeckSettings());

    private static string Counts(Deck deck)
    {
        var options = deck
            .Cards.Select(card => card.Content)
            .OfType<ChoiceContent>()
            .SelectMany(choice => choice.Options)
            .ToList();
        return $"{deck.Cards.Count()} cards, {options.Count} options, {options.Count(option => option.Correct)} keys";
    }

    // How many options are good is no matter here.
    private static IEnumerable<string> Found(Deck deck) =>
        deck.Findings.Select(finding => finding.Finding.Rule).Where(rule => rule != "option-count");
}
