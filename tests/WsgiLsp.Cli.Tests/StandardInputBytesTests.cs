using System.Text;

namespace WsgiLsp.Cli.Tests;

/// <summary>What comes through standard input leaves through standard output as it is stored, or not at all.</summary>
public class StandardInputBytesTests
{
    private const string Messy = "# T\n\n## Which?\n\n* [x] a\n* []b\n* [ ] ü\n";

    public static TheoryData<string, int> Marked =>
        new MatrixTheoryData<string, int>(["fmt", "check --fix"], [Encoding.UTF8.CodePage, Encoding.Unicode.CodePage]);

    [Theory]
    [MemberData(nameof(Marked))]
    public async Task The_byte_order_mark_and_the_encoding_stay(string command, int codePage)
    {
        var encoding = Encoding.GetEncoding(codePage);
        using var shell = new Shell { InBytes = [.. encoding.Preamble, .. encoding.GetBytes(Messy)] };

        var result = await shell.RunAsync([.. command.Split(' '), "--stdin-filename", "a.deck.md"]);

        Assert.True(result.Bytes.AsSpan().StartsWith(encoding.Preamble));
        var text = encoding.GetString(result.Bytes.AsSpan(encoding.Preamble.Length));
        Assert.NotEqual(Messy, text);
        Assert.EndsWith(" [ ] ü\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fmt_refuses_what_would_be_lost()
    {
        using var shell = new Shell { InBytes = [.. Encoding.UTF8.GetBytes(Messy), 0xE9, (byte)'\n'] };

        var result = await shell.RunAsync("fmt", "--stdin-filename", "a.deck.md");

        Assert.Equal((2, ""), (result.ExitCode, result.Output));
        Assert.Equal(
            "wsgilsp: a.deck.md: not formatted: it has bytes that are no UTF-8, and they would be lost\n",
            result.Error
        );
    }

    [Fact]
    public async Task Fix_gives_back_what_would_be_lost_as_it_was()
    {
        using var shell = new Shell { InBytes = [.. Encoding.UTF8.GetBytes(Messy), 0xE9, (byte)'\n'] };

        var result = await shell.RunAsync("check", "--fix", "--stdin-filename", "a.deck.md");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(shell.InBytes, result.Bytes);
        Assert.Contains("a.deck.md: not fixed: it has bytes that are no UTF-8", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fmt", 2, "not formatted: it has bytes that are no UTF-8")]
    [InlineData("check --fix", 1, "a.deck.md:5:3: warning[lost-character]")]
    public async Task What_needs_no_change_comes_back_whatever_its_bytes(string command, int exitCode, string told)
    {
        using var shell = new Shell { InBytes = [.. "# T\n\n## Q?\n\nA "u8, 0xE9, (byte)'\n'] };

        var result = await shell.RunAsync([.. command.Split(' '), "--stdin-filename", "a.deck.md"]);

        Assert.Equal(exitCode, result.ExitCode);
        Assert.Contains(told, result.Error, StringComparison.Ordinal);
        Assert.Equal(shell.InBytes, result.Bytes);
    }
}
