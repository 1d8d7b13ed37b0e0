using System.Text;
using WsgiLsp.Cli.Study.Meanwhile;

namespace WsgiLsp.Cli.Tests.Meanwhile;

public class OutputTailTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a\nb", "a\nb\n")]
    [InlineData("a\nb\n", "a\nb\n")]
    [InlineData("12345678", "12345678\n")]
    [InlineData("1\n2\n3\n4\n", "1\n2\n3\n4\n")]
    [InlineData("1\n2\n3\n4\n5\n", "… 4 bytes before this are left out\n3\n4\n5\n")]
    [InlineData("abcdefghij", "… 2 bytes before this are left out\ncdefghij\n")]
    public void The_end_is_kept(string written, string shown) => Assert.Equal(shown, Shown(written, [written.Length]));

    [Fact]
    public void It_does_not_matter_in_which_pieces_it_comes()
    {
        var random = new Random(1);
        for (var run = 0; run < 500; run++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(60)).Select(_ => "ab\n"[random.Next(3)]));
            var pieces = Enumerable.Range(0, 60).Select(_ => random.Next(1, 20)).ToArray();

            Assert.Equal(Shown(text, [text.Length]), Shown(text, pieces));
        }
    }

    private static string Shown(string written, int[] pieces)
    {
        var tail = new OutputTail(8);
        ReadOnlySpan<byte> rest = Encoding.UTF8.GetBytes(written);
        foreach (var piece in pieces)
        {
            var length = Math.Min(piece, rest.Length);
            tail.Append(rest[..length]);
            rest = rest[length..];
        }

        using var output = new StringWriter { NewLine = "\n" };
        tail.WriteTo(output);
        return output.ToString();
    }
}
