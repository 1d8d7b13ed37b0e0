using WsgiLsp.Server.Quiz;

namespace WsgiLsp.Server.Tests.Quiz;

/// <summary>Texts as message boxes show them.</summary>
public class LineTests
{
    [Theory]
    [InlineData("one\ntwo  \nthree", "one two\nthree")]
    [InlineData("**one**\n\n`two` and [three](x.md)", "one\n\ntwo and three")]
    [InlineData("Both:\n\n- one\n  more\n- two\n\nDone", "Both:\n\none more\ntwo\n\nDone")]
    [InlineData("```\nlet x;\n\nlet y;\n```", "let x;\n\nlet y;")]
    [InlineData("---\n\n[a]: b.md\n\n", "")]
    public void Markdown_is_shown_without_its_marks_and_with_its_lines(string markdown, string text) =>
        Assert.Equal(text, PlainLine.Text(markdown).ReplaceLineEndings("\n"));

    [Theory]
    [InlineData("Right.|good → 2 d", "Next?", "Right. good → 2 d — Next?")]
    [InlineData("The answer: 4|It is even", "Next?", "The answer: 4. It is even — Next?")]
    [InlineData("one\ntwo\n\nthree|", "Next?", "one · two. three — Next?")]
    [InlineData("(It is.)|\"Is it?\"|Two:|x", "", "(It is.) \"Is it?\" Two: x")]
    [InlineData("", "The sun is hot|Choose.|a) yes\nb) no", "The sun is hot. Choose. a) yes · b) no")]
    [InlineData("", "", "")]
    public void Lines_become_sentences_on_one(string said, string last, string line) =>
        Assert.Equal(line, OneLine.Of(said.Split('|'), last.Split('|')));

    [Theory]
    [InlineData("short|other", "short|other")]
    [InlineData("Which option sets the threads?|Which option binds?", "Which option sets…|Which option binds?")]
    [InlineData("Which option sets the threads?|Which option sets the port?", "…sets the threads?|…sets the port?")]
    [InlineData(
        "Which option sets the threads?|Which option sets the port?|Which option sets a name?",
        "…sets the threads?|…sets the port?|Which option sets a…"
    )]
    [InlineData(
        "Which option sets the threads|Which option sets the threads of it",
        "…sets the threads|…the threads of it"
    )]
    [InlineData(
        "Which option sets the threads?|Which option sets the threads?",
        "Which option sets…|Which option sets…"
    )]
    public void Lines_that_are_cut_still_differ(string lines, string cut) =>
        Assert.Equal(cut, string.Join('|', ShortLine.Apart([.. lines.Split('|')], 20)));

    [Theory]
    [InlineData("12345", "12345")]
    [InlineData("123456", "1234…")]
    [InlineData("123 567", "123…")]
    [InlineData("123😀67", "123…")]
    public void A_line_is_cut_between_characters(string line, string cut) => Assert.Equal(cut, ShortLine.Of(line, 5));
}
