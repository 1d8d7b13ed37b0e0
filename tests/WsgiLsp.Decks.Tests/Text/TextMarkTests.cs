using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Tests.Text;

public class TextMarkTests
{
    [Theory]
    [InlineData("", "", true)]
    [InlineData("a\nb\n", "a\nb\n", true)]
    [InlineData("a\nb\n", "b\na\n", false)]
    [InlineData("a\nb\n", "a\rb\n", false)]
    [InlineData("abcdefgh", "abcdefgi", false)]
    [InlineData("abcdefgh", "efghabcd", false)]
    [InlineData("\0\0\0\0", "\0\0\0", false)]
    [InlineData("a\0", "\0a", false)]
    public void Two_texts_have_one_mark_where_they_are_the_same(string one, string other, bool isSame) =>
        Assert.Equal(isSame, TextMark.Of(new SourceText(one)) == TextMark.Of(new SourceText(other)));

    [Fact]
    public void How_a_text_came_about_does_not_matter()
    {
        for (var seed = 0; seed < 50; seed++)
        {
            var random = new Random(seed);
            var text = new SourceText(string.Concat(Enumerable.Range(0, 3000).Select(i => $"Line {i}.\n")));
            for (var i = 0; i < 30; i++)
            {
                var start = random.Next(text.Length);
                var span = new TextSpan(start, random.Next(Math.Min(20_000, text.Length - start)));
                text = text.With(new TextEdit(span, new string('x', random.Next(9)) + "\n"));
            }

            Assert.Equal(TextMark.Of(new SourceText(text.ToString())), TextMark.Of(text));
        }
    }
}
