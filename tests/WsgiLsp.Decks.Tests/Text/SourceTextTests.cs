using FsCheck;
using FsCheck.Fluent;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Tests.Text;

public class SourceTextTests
{
    [Theory]
    [InlineData("", 1)]
    [InlineData("a", 1)]
    [InlineData("a\n", 2)]
    [InlineData("a\r\nb\rc\n", 4)]
    public void Counts_lines_by_any_line_end(string text, int lines) =>
        Assert.Equal(lines, new SourceText(text).LineCount);

    [Fact]
    public void Positions_past_the_end_are_the_end()
    {
        var text = new SourceText("ab\r\ncd");

        Assert.Equal(2, text.GetOffset(new LinePosition(0, 99)));
        Assert.Equal(6, text.GetOffset(new LinePosition(9, 0)));
        Assert.Equal(0, text.GetOffset(new LinePosition(-1, 5)));
    }

    [Fact]
    public void An_edit_outside_the_text_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() =>
            new SourceText("a").With(new TextEdit(new TextSpan(1, 1), ""))
        );

    [Fact]
    public void Any_edits_of_a_long_text_give_the_edited_text_and_its_positions()
    {
        var random = new Random(7);
        string[] pieces =
        [
            "\n",
            "\r\n",
            "\r",
            "x",
            "",
            new string('y', 5000),
            "line\n",
            string.Concat(Enumerable.Repeat("a line of text\n", 900)),
        ];
        for (var round = 0; round < 40; round++)
        {
            var plain = string.Concat(Enumerable.Range(0, 12).Select(_ => pieces[random.Next(pieces.Length)]));
            var text = new SourceText(plain);
            for (var n = 0; n < 30; n++)
            {
                var start = random.Next(plain.Length + 1);
                var length = random.Next(Math.Min(plain.Length - start, random.Next(3) == 0 ? 20_000 : 3) + 1);
                var inserted = pieces[random.Next(pieces.Length)];
                plain = plain.Remove(start, length).Insert(start, inserted);
                text = text.With(new TextEdit(new TextSpan(start, length), inserted));
                Assert.Equal(plain, text.ToString());
                Assert.Equal(new SourceText(plain).LineCount, text.LineCount);
                for (var probe = 0; probe < 5; probe++)
                {
                    var offset = random.Next(plain.Length + 1);
                    Assert.Equal(new SourceText(plain).GetPosition(offset), text.GetPosition(offset));
                }
            }
        }
    }

    [Fact]
    public void Position_and_offset_are_inverse() =>
        Prop.ForAll<string>(given =>
            {
                var text = (given ?? "").Replace('b', '\n').Replace('c', '\r');
                var source = new SourceText(text);
                return Enumerable
                    .Range(0, text.Length + 1)
                    .Where(i => i == 0 || i == text.Length || text[i - 1] != '\r' || text[i] != '\n')
                    .All(i => source.GetOffset(source.GetPosition(i)) == i);
            })
            .QuickCheckThrowOnFailure();
}
