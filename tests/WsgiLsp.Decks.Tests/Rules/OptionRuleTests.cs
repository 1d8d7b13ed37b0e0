using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules;

namespace WsgiLsp.Decks.Tests.Rules;

/// <summary>What rules about options find, and what only looks like it.</summary>
public class OptionRuleTests
{
    [Theory]
    [InlineData("All of the above")]
    [InlineData("All the above.")]
    [InlineData("all of above")]
    [InlineData("**All of these**")]
    [InlineData("All of the above options")]
    [InlineData("All of the above are correct")]
    [InlineData("All options are correct")]
    [InlineData("All of the mentioned")]
    [InlineData("All are correct")]
    [InlineData("D. All of the above")]
    [InlineData("None of these")]
    [InlineData("None of the above: it fails")]
    [InlineData("No answer is correct")]
    [InlineData("Neither of the above")]
    [InlineData("Both of these answers")]
    [InlineData("Both A and B")]
    [InlineData("A and C")]
    [InlineData("A, B, and C")]
    [InlineData("Neither A nor B")]
    [InlineData("Both (a) and (b)")]
    [InlineData("Options A and C are correct")]
    public void Options_about_options_are_found(string option)
    {
        var card = RuleHits.Card("What can it do?", "Fork", "Wait", "Listen", option);

        Assert.Equal([option.Trim('*')], RuleHits.Of("all-of-the-above", card).Select(text => text.Trim('*')));
    }

    [Theory]
    [InlineData("None")]
    [InlineData("All")]
    [InlineData("All of the columns")]
    [InlineData("All the other methods")]
    [InlineData("None of the rows")]
    [InlineData("Both tables")]
    [InlineData("`None of the above`")]
    [InlineData("All of the above code runs twice")]
    [InlineData("A and Z")]
    [InlineData("a and b")]
    [InlineData("Both keys and values")]
    [InlineData("It does all of the above work in one thread")]
    public void Options_about_the_matter_are_left_alone(string option)
    {
        Assert.Empty(
            RuleHits.Of("all-of-the-above", RuleHits.Card("What can it do?", "Fork", "Wait", "Listen", option))
        );
    }

    [Theory]
    [InlineData("Which statements are right? A. TCP is reliable B. UDP is", "Only A", "Only B", "Both A and B")]
    [InlineData("Assertion (A): it is a tree. Reason (B): it has a root", "A only", "B only", "Neither A nor B")]
    [InlineData("Which commits are merged?", "A", "B", "A and B")]
    [InlineData("Given tables A and B, what is read?", "A alone", "An index", "A and B")]
    [InlineData("Which users does the policy affect?", "Only root", "New users", "All of them")]
    public void Options_about_what_the_prompt_names_are_left_alone(
        string prompt,
        string first,
        string second,
        string third
    )
    {
        Assert.Empty(RuleHits.Of("all-of-the-above", RuleHits.Card(prompt, first, second, third)));
    }

    [Theory]
    [InlineData("Which of the following is a worker?", "Fork", "Wait", "All of them")]
    [InlineData("A server does what?", "A. Fork", "B. Wait", "Both A and B")]
    public void Letters_and_pronouns_may_stand_for_options(string prompt, string first, string second, string third)
    {
        Assert.Equal([third], RuleHits.Of("all-of-the-above", RuleHits.Card(prompt, first, second, third)));
    }

    [Fact]
    public void All_of_the_above_becomes_several_keys()
    {
        const string Card =
            "### What can it do?\r\n\r\n- [ ] Fork\r\n  > Yes.\r\n- [ ] Wait\r\n\r\n- [x] All of these\r\n  > Sure.\r\n\r\nEnd.\r\n";
        var deck = Deck.Parse(Card, new DeckSettings());
        var found = deck.Findings.Single(f => f.Finding.Rule == "all-of-the-above");
        var mended = found.Edits(found.Finding.Fixes[0]).Reverse().Aggregate(deck, (d, edit) => d.With(edit));
        var content = Assert.IsType<ChoiceContent>(mended.Cards.Single().Content);

        Assert.Equal([("Fork", true), ("Wait", true)], content.Options.Select(o => (o.Text, o.Correct)));
        Assert.True(content.IsMulti);
        Assert.Equal("End.", content.Explanation);
    }

    [Theory]
    [InlineData("It is an", "apple", "pear", "an")]
    [InlineData("A worker is a ____.", "process", "application", "a")]
    [InlineData("A worker is a:", "user", "hour", "a")]
    [InlineData("It speaks an …", "HTTP dialect", "JSON dialect", "an")]
    [InlineData("It is a", "union", "unindexed table", "a")]
    [InlineData("It is an ___", "8-bit value", "9-bit value", "an")]
    [InlineData("It is an ___", "x-ray", "UDP packet", "an")]
    public void An_article_that_fits_one_option_only_is_found(string prompt, string key, string other, string word)
    {
        Assert.Equal([word], RuleHits.Of("a-an-cue", RuleHits.Card(prompt, key, other, key + "s")));
    }

    [Theory]
    [InlineData("It is a", "union", "one-way function")]
    [InlineData("It is an", "hour", "API")]
    [InlineData("It is a", "SQL table", "index")]
    [InlineData("It is a", "LAN", "index")]
    [InlineData("It is a", "<div>", "index")]
    [InlineData("It is a", "a table", "an index")]
    [InlineData("What is the value of a?", "one", "eight")]
    [InlineData("What is the value of a:", "0", "8")]
    [InlineData("The value of f is stored in a", "1", "8")]
    [InlineData("What is stored in `a`", "0", "8")]
    [InlineData("Say it in plan", "table", "index")]
    [InlineData("a", "table", "index")]
    public void Articles_that_fit_or_are_uncertain_are_left_alone(string prompt, string key, string other)
    {
        Assert.Empty(RuleHits.Of("a-an-cue", RuleHits.Card(prompt, key, other, key)));
    }

    [Theory]
    [InlineData("1-10", "10-20", "21-30", "10-20")]
    [InlineData("1–10 ms", "5–20 ms", "30 ms or more", "5–20 ms")]
    [InlineData("10 to 20", "30 to 40", "up to 10", "10 to 20")]
    [InlineData("$1,000 - $2,000", "$2,000 - $3,000", "more than $3,000", "$2,000 - $3,000")]
    [InlineData("10%-20%", "20%+", "under 10%", "20%+")]
    public void Ranges_that_share_numbers_are_found(string first, string second, string third, string found)
    {
        Assert.Equal([found], RuleHits.Of("overlapping-ranges", RuleHits.Card("How many?", first, second, third)));
    }

    [Theory]
    [InlineData("1-9", "10-19", "20-29")]
    [InlineData("less than 10", "10-20", "more than 20")]
    [InlineData("0-255", "0-1023", "0-65535")]
    [InlineData("1-10", "2-5", "20-30")]
    [InlineData("1990-1995", "1995-2000", "2000-2005")]
    [InlineData("`1-10`", "`10-20`", "`20-30`")]
    [InlineData("1.2.3-1.2.9", "1.2.9-1.3.0", "1.3.0-1.4.0")]
    [InlineData("10.0.0.0-10.0.0.9", "10.0.0.9-10.0.1.0", "10.0.1.0-10.0.2.0")]
    [InlineData("-1-10", "10-20", "-5-20")]
    [InlineData("1-1", "1-2", "2-2")]
    [InlineData("1-10 ms", "10-20 s", "20-30 h")]
    [InlineData("up to 10", "up to 20", "up to 30")]
    [InlineData("1-10", "10-20 of them", "often")]
    public void Ranges_without_a_shared_number_or_meant_whole_are_left_alone(string first, string second, string third)
    {
        Assert.Empty(RuleHits.Of("overlapping-ranges", RuleHits.Card("How many?", first, second, third)));
    }

    [Fact]
    public void Versions_are_no_numbers()
    {
        var card = RuleHits.Card("Which versions have it?", "1.0 - 2.0", "2.0 - 3.0", "3.0 - 4.0");

        Assert.Empty(RuleHits.Of("overlapping-ranges", card));
    }

    [Theory]
    [InlineData(
        "It is the one that waits",
        "It is the one that reads",
        "It is the one that writes",
        "It is the one that"
    )]
    [InlineData("It **is a** queue", "It is a stack", "It is a heap", "It **is a")]
    public void Words_that_all_options_begin_with_are_found(string first, string second, string third, string found)
    {
        Assert.Equal([found], RuleHits.Of("common-prefix", RuleHits.Card("What?", first, second, third)));
    }

    [Theory]
    [InlineData("git commit --amend now", "git commit --all now", "git commit --fixup now")]
    [InlineData("SELECT name FROM users;", "SELECT name FROM people;", "SELECT name FROM rows;")]
    [InlineData("`a b c` d", "`a b c` e", "`a b c` f")]
    [InlineData("It is a", "It is a", "It is a stack")]
    [InlineData("It is about queues", "It is abort", "It is above")]
    [InlineData("The queue is", "The queue was", "The queue")]
    [InlineData("", "", "")]
    public void Code_and_shorter_beginnings_are_left_alone(string first, string second, string third)
    {
        Assert.Empty(RuleHits.Of("common-prefix", RuleHits.Card("What?", first, second, third)));
    }

    [Theory]
    [InlineData("1", "3", "2", true)]
    [InlineData("10 ms", "2 ms", "30 ms", true)]
    [InlineData("1,000", "900", "2,000", true)]
    [InlineData("1", "2", "3", false)]
    [InlineData("3", "2.5", "-2", false)]
    [InlineData("1 s", "3 ms", "2 h", false)]
    [InlineData("1.2.3", "1.2.1", "1.2.2", false)]
    [InlineData("007", "003", "005", false)]
    [InlineData("1", "3", "none", false)]
    [InlineData("1,2", "3,1", "2,3", false)]
    public void Numbers_out_of_order_are_found_where_options_keep_it(string a, string b, string c, bool isFound)
    {
        var card = RuleHits.Card("How many?", a, b, c);
        string[] found = isFound ? [a] : [];

        Assert.Empty(RuleHits.Of("unsorted-numbers", card));
        Assert.Equal(found, RuleHits.Of("unsorted-numbers", "---\nshuffle: false\n---\n" + card));
        Assert.Equal(found, RuleHits.Of("unsorted-numbers", "## Group\n<!-- cards: shuffle=false -->\n\n" + card));
        Assert.Empty(
            RuleHits.Of(
                "unsorted-numbers",
                "---\nshuffle: false\n---\n"
                    + card.Replace("?\n", "?\n<!-- card: shuffle=true -->\n", StringComparison.Ordinal)
            )
        );
    }

    [Fact]
    public void Sorting_moves_options_with_their_feedback()
    {
        const string Card =
            "### How many?\n<!-- card: shuffle=false -->\n\n- [ ] 3\n  > No.\n\n- [x] 1\n- [ ] 2\n  > Nor this.";
        var deck = Deck.Parse(Card, new DeckSettings());
        var found = Assert.Single(deck.Findings);
        var mended = found.Edits(found.Finding.Fixes[0]).Reverse().Aggregate(deck, (d, edit) => d.With(edit));

        Assert.Equal(
            "### How many?\n<!-- card: shuffle=false -->\n\n- [x] 1\n\n- [ ] 2\n  > Nor this.\n- [ ] 3\n  > No.",
            mended.Text.ToString()
        );
        Assert.Empty(mended.Findings);
    }

    [Theory]
    [InlineData("It sends each request that comes in to another server", "It waits", "It stops", Severity.Warning)]
    [InlineData("It sends each request elsewhere", "It waits for clients", "It stops", Severity.Information)]
    public void A_key_that_is_much_longer_is_found(string key, string second, string third, Severity severity)
    {
        var finding = Assert.Single(
            Deck.Parse(RuleHits.Card("What?", key, second, third), new DeckSettings()).Findings
        );

        Assert.Equal(("longest-key", severity), (finding.Finding.Rule, finding.Finding.Severity));
    }

    [Theory]
    [InlineData("A key of 24 characters..", "No", "Nor")]
    [InlineData("`a_very_long_name_that_is_code_and_nothing_else()`", "`b`", "`c`")]
    [InlineData("It sends each request elsewhere", "It waits for its clients to come", "No")]
    [InlineData("It sends each request that comes in elsewhere", "![b](b.png)", "![c](c.png)")]
    [InlineData("[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]", "[1]", "[]")]
    [InlineData("ls -la --color=auto --human-readable", "dir", "cat")]
    [InlineData("https://api.example.org/v1/users/list?page=1", "https://a.example", "/")]
    [InlineData("new Array(3).fill(0).map(x => x * 1)", "Array(3)", "[0] * 3")]
    [InlineData("All of the above answers are correct", "vi", "nano")]
    public void Short_keys_code_and_pictures_are_left_alone(string key, string second, string third)
    {
        Assert.Empty(RuleHits.Of("longest-key", RuleHits.Card("What?", key, second, third)));
    }

    [Theory]
    [InlineData("Which of the following is true?")]
    [InlineData("Which of these statements is correct?")]
    [InlineData("What is the default port?")]
    [InlineData("In Git, which command does a merge?")]
    [InlineData("Which of these is no way to start the server?")]
    [InlineData("Which command starts the server?")]
    [InlineData("Which command stages a file?")]
    [InlineData("Which object holds the content of a file?")]
    [InlineData("Which Git command undoes your last commit?")]
    public void Two_keys_below_a_question_for_one_are_found(string prompt)
    {
        Assert.Equal(["[x]"], RuleHits.Of("several-keys", TwoKeys(prompt)));
    }

    [Theory]
    [InlineData("Which of the following statements is/are true?")]
    [InlineData("Which of the following is true? (Choose two.)")]
    [InlineData("Select two ways")]
    [InlineData("Which of these is right (choose all that apply)?")]
    [InlineData("Which command(s) start the server?")]
    [InlineData("Which of the following can be used to start it?")]
    [InlineData("What is true about servers?")]
    [InlineData("Which options of the command must be set?")]
    [InlineData("Which commands can start it?")]
    [InlineData("What does `select` do?")]
    [InlineData("What is GraphQL?")]
    [InlineData("What is the advantages of threads?")]
    [InlineData("When does the garbage collector run?")]
    [InlineData("Which commands change the index?")]
    [InlineData("Which of these stages a file?")]
    [InlineData("Which access modifiers does a class know?")]
    [InlineData("Which data types does JavaScript know?")]
    [InlineData("Which of the following does Java support?")]
    [InlineData("A table which has two columns stores what?")]
    public void Two_keys_where_several_may_be_meant_are_left_alone(string prompt)
    {
        Assert.Empty(RuleHits.Of("several-keys", TwoKeys(prompt)));
    }

    [Theory]
    [InlineData("*a* ")]
    [InlineData("`a` ")]
    [InlineData("[a](b) ")]
    public void A_prompt_of_very_many_parts_is_survived(string part)
    {
        var prompt = "Which is not " + string.Concat(Enumerable.Repeat(part, 100_000));

        Assert.Single(Deck.Parse(RuleHits.Card(prompt, "One", "Two", "Three"), new DeckSettings()).Cards);
    }

    private static string TwoKeys(string prompt) => $"### {prompt}\n\n- [x] one\n- [x] two\n- [ ] three\n";
}
