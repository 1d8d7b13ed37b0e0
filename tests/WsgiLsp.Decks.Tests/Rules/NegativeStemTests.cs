namespace WsgiLsp.Decks.Tests.Rules;

public class NegativeStemTests
{
    [Theory]
    [InlineData("Which of these is not a keyword?", "not")]
    [InlineData("Q12. Which of the following is not true of sets?", "not")]
    [InlineData("In Python, which of these types are not hashable?", "not")]
    [InlineData("Which statement about the event loop is not correct?", "not")]
    [InlineData("What does a proxy not do?", "not")]
    [InlineData("Which of these does the compiler not check?", "not")]
    [InlineData("Which command cannot be undone?", "cannot")]
    [InlineData("Which of these isn't a valid name?", "isn't")]
    [InlineData("Which of the following statements is false?", "false")]
    [InlineData("Which answer is the code 418 meant for? Which of these is least likely?", "least")]
    [InlineData("All of the following are HTTP methods except:", "except")]
    [InlineData("Each of these starts a server, except", "except")]
    [InlineData("Which of these should not be committed", "not")]
    [InlineData("Look at the code. Which line is not reached?", "not")]
    [InlineData("Q7. Which of the following does not have a closing tag", "not")]
    [InlineData("12) All of the following are valid except", "except")]
    [InlineData("What can a proxy not do?", "not")]
    [InlineData("Which of these can you not change?", "not")]
    public void A_question_for_what_is_not_is_found(string prompt, string word)
    {
        Assert.Equal([word], RuleHits.Of("negative-stem", RuleHits.Card(prompt, "One", "Two", "Three")));
    }

    [Theory]
    [InlineData("Which of these is **not** a keyword?")]
    [InlineData("Which of these is *not* a keyword?")]
    [InlineData("Which of these is NOT a keyword?")]
    [InlineData("Which of these is <u>not</u> a keyword?")]
    [InlineData("Why is a tuple not hashable here?")]
    [InlineData("How is a file ignored that is not in the index?")]
    [InlineData("What happens if the key is not in the dictionary?")]
    [InlineData("What happens when a worker does not answer?")]
    [InlineData("What is the name of a method that does not return?")]
    [InlineData("Which status means that a page is not there?")]
    [InlineData("What does a server do because it is not ready?")]
    [InlineData("How many workers are at least needed? What is at least one way?")]
    [InlineData("Which rule is not only used in tests?")]
    [InlineData("What decides whether it is cached or not?")]
    [InlineData("Which server (one that is not Flask's) is meant?")]
    [InlineData("What does `not x` give?")]
    [InlineData("What does NOT NULL say?")]
    [InlineData("What is the principle of least privilege?")]
    [InlineData("What does \"not found\" mean?")]
    [InlineData("Which command tells git not to follow a file?")]
    [InlineData("What is the drawback of not closing a file?")]
    [InlineData("The file is not there. Which error is raised?")]
    [InlineData("It does not compile, which is not surprising. What is missing?")]
    [InlineData("What value has a variable not declared?")]
    [InlineData("What does a page not found give?")]
    [InlineData("What does the `except` clause do?")]
    [InlineData("What does an except clause catch?")]
    [InlineData("Which command lists everything except hidden files?")]
    [InlineData("Which value is false in a condition?")]
    [InlineData("What is the value of x if y is false?")]
    [InlineData("Which flag makes the linker not strip symbols?")]
    [InlineData("What is a not-null constraint?")]
    [InlineData("Which command shows the files git does not track?")]
    [InlineData("Which query will list employees not in department 5?")]
    [InlineData("Which fragment will print numbers not divisible by 3?")]
    [InlineData("What would make this loop not terminate?")]
    [InlineData("Which boolean expression is false? Which of the following conditions is false?")]
    [InlineData("Which principle says users should not have more rights than needed?")]
    [InlineData("In which case will the loop body not be executed?")]
    [InlineData("Q3. Under what circumstances does a finally block not run?")]
    [InlineData("What does an operator such as not in compare?")]
    [InlineData("Was ist not?")]
    [InlineData("")]
    public void Other_questions_are_left_alone(string prompt)
    {
        Assert.Empty(RuleHits.Of("negative-stem", RuleHits.Card(prompt, "One", "Two", "Three")));
    }

    [Fact]
    public void Recall_cards_and_other_languages_are_not_judged()
    {
        const string Question = "### Which of these is not a keyword?\n\n";

        Assert.Empty(RuleHits.Of("negative-stem", Question + "Print."));
        Assert.Empty(RuleHits.Of("negative-stem", "---\nlang: de\n---\n" + Question + "- [x] a\n- [ ] b\n"));
    }

    [Theory]
    [InlineData("It does not cache", "not")]
    [InlineData("Never, or too late", "Never")]
    [InlineData("None of the above", "None")]
    [InlineData("It can't be changed", "can't")]
    public void A_negative_option_below_a_negative_question_is_found(string option, string word)
    {
        var card = RuleHits.Card("Which of these is **not** so?", "One", option, "Three");

        Assert.Equal([word], RuleHits.Of("double-negative", card));
        Assert.Empty(RuleHits.Of("double-negative", RuleHits.Card("Which of these is so?", "One", option, "Three")));
    }

    [Theory]
    [InlineData("None")]
    [InlineData("`not x`")]
    [InlineData("404 Not Found")]
    [InlineData("NOT NULL columns")]
    [InlineData("Not only servers")]
    [InlineData("Whether it is there or not")]
    public void Names_and_values_are_no_negations(string option)
    {
        Assert.Empty(
            RuleHits.Of("double-negative", RuleHits.Card("Which of these is **not** so?", "One", option, "Three"))
        );
    }
}
