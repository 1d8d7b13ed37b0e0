using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Tests.Text;

public class NearestWordTests
{
    [Theory]
    [InlineData("chek", "check")]
    [InlineData("crads", "cards")]
    [InlineData("CHECK", "check")]
    [InlineData("stu", "study")]
    [InlineData("st", null)]
    [InlineData("x", null)]
    [InlineData("", null)]
    [InlineData("entirely", null)]
    public void The_word_with_fewest_slips_is_found(string word, string? expected) =>
        Assert.Equal(expected, NearestWord.Find(word, ["cards", "check", "study"]));
}
