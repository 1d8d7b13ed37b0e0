using WsgiLsp.Server.Quiz;

namespace WsgiLsp.Server.Tests.Quiz;

public class QuizButtonsTests
{
    private static readonly string Long = new('x', 121);

    [Theory]
    [InlineData("a|b", "a|b", "")]
    [InlineData("`gunicorn app:app`|**bold** and [link](x.md)", "gunicorn app:app|bold and link", "")]
    [InlineData("two\nlines|b", "two lines|b", "")]
    [InlineData("same|*same*", "a|b", "a) same\nb) same")]
    [InlineData("|b", "a|b", "a) \nb) b")]
    public void Titles_are_clear_or_letters_with_a_legend(string options, string titles, string legend)
    {
        var buttons = QuizButtons.For(options.Split('|'));
        Assert.Equal(titles, string.Join('|', buttons.Titles));
        Assert.Equal(legend, buttons.Legend);
    }

    [Fact]
    public void Long_options_become_letters()
    {
        Assert.Equal(["a", "b"], QuizButtons.For([Long, "short"]).Titles);
        Assert.Equal([Long[1..], "short"], QuizButtons.For([Long[1..], "short"]).Titles);
    }
}
