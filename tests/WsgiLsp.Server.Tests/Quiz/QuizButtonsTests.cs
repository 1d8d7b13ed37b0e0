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

    [Fact]
    public void A_notification_gets_short_titles()
    {
        Assert.Equal(["fifteen letters", "b"], QuizButtons.For(["fifteen letters", "b"], inNotification: true).Titles);
        var lettered = QuizButtons.For(["sixteen  letters!", "b"], inNotification: true);
        Assert.Equal(["a", "b"], lettered.Titles);
        Assert.Equal("a) sixteen letters!\nb) b", lettered.Legend);
    }

    [Theory]
    [InlineData("Visual Studio Code", true)]
    [InlineData("Visual Studio Code - Insiders", true)]
    [InlineData("code-server", true)]
    [InlineData("VSCodium", true)]
    [InlineData("Cursor", true)]
    [InlineData("Neovim", false)]
    [InlineData("Eglot", false)]
    [InlineData(null, false)]
    public void VS_Code_and_its_kin_show_notifications(string? client, bool notifies) =>
        Assert.Equal(notifies, NotifyingClients.Include(client));
}
