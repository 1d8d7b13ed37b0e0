using System.Text;

namespace WsgiLsp.Cli.Tests;

public class FmtTests
{
    private const string Sloppy = "# T\n## Which?\n* [X] a\n* [ ] b\n";

    private const string Formatted = "# T\n\n## Which?\n\n- [x] a\n- [ ] b\n";

    [Fact]
    public async Task Decks_are_formatted_in_place()
    {
        using var shell = new Shell();
        shell.Folder.With("a.deck.md", Sloppy).With("b.deck.md", Formatted).With("README.md", Sloppy);

        var result = await shell.RunAsync("fmt");

        Assert.Equal(new(0, "formatted a.deck.md\n1 of 2 decks formatted\n", ""), result);
        Assert.Equal(Formatted, await File.ReadAllTextAsync(shell.Folder["a.deck.md"], Cancel));
        Assert.Equal(Sloppy, await File.ReadAllTextAsync(shell.Folder["README.md"], Cancel));
        Assert.Equal(new(0, "0 of 2 decks formatted\n", ""), await shell.RunAsync("fmt", "."));
    }

    [Fact]
    public async Task A_named_file_is_always_a_deck()
    {
        using var shell = new Shell();
        shell.Folder.With("README.md", Sloppy);

        await shell.RunAsync("fmt", "README.md");

        Assert.Equal(Formatted, await File.ReadAllTextAsync(shell.Folder["README.md"], Cancel));
    }

    [Theory]
    [InlineData("--check", "would format a.deck.md\n1 of 1 deck would change\n")]
    [InlineData(
        "--diff",
        "--- a.deck.md\n+++ a.deck.md\n@@ -1,4 +1,6 @@\n # T\n+\n ## Which?\n-* [X] a\n-* [ ] b\n+\n+- [x] a\n+- [ ] b\n"
    )]
    public async Task Nothing_is_written_when_only_asked(string option, string output)
    {
        using var shell = new Shell();
        shell.Folder.With("a.deck.md", Sloppy);

        Assert.Equal(new(1, output, ""), await shell.RunAsync("fmt", option));
        Assert.Equal(Sloppy, await File.ReadAllTextAsync(shell.Folder["a.deck.md"], Cancel));
        shell.Folder.With("a.deck.md", Formatted);
        Assert.Equal(0, (await shell.RunAsync("fmt", option)).ExitCode);
    }

    [Fact]
    public async Task A_difference_is_coloured_on_a_terminal()
    {
        using var shell = new Shell { Adjust = terminal => terminal with { UsesColour = true } };
        shell.Folder.With("a.deck.md", Sloppy);

        var result = await shell.RunAsync("fmt", "--diff");

        Assert.Contains("\e[31m-* [X] a\e[0m\n", result.Output, StringComparison.Ordinal);
        Assert.Contains("\e[32m+- [x] a\e[0m\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Byte_order_mark_and_line_ends_stay()
    {
        using var shell = new Shell();
        byte[] mark = [0xEF, 0xBB, 0xBF];
        var path = shell.Folder["a.deck.md"];
        await File.WriteAllBytesAsync(path, [.. mark, .. Encoding.UTF8.GetBytes("# é #\r\n\r\n\r\n* a\r\n")], Cancel);

        await shell.RunAsync("fmt");

        byte[] expected = [.. mark, .. Encoding.UTF8.GetBytes("# é\r\n\r\n- a\r\n")];
        Assert.Equal(expected, await File.ReadAllBytesAsync(path, Cancel));
    }

    [Theory]
    [InlineData("", 0, Formatted)]
    [InlineData("--check", 1, "would format x/a.deck.md\n")]
    [InlineData("--diff", 1, "--- x/a.deck.md\n")]
    public async Task Standard_input_can_be_formatted(string option, int exitCode, string output)
    {
        using var shell = new Shell { In = new StringReader(Sloppy) };

        var result = await shell.RunAsync([
            "fmt",
            "--stdin-filename",
            "x/a.deck.md",
            .. option.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        ]);

        Assert.Equal(exitCode, result.ExitCode);
        Assert.StartsWith(output, result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_read_or_written_answers_2_and_the_rest_is_formatted()
    {
        using var shell = new Shell();
        shell.Folder.With("a.deck.md", Sloppy);
        byte[] latin = [.. "# caf"u8, 0xE9, .. " #\n"u8];
        await File.WriteAllBytesAsync(shell.Folder["latin.deck.md"], latin, Cancel);

        var result = await shell.RunAsync("fmt", "gone.md", ".");

        Assert.Equal(2, result.ExitCode);
        Assert.Equal("formatted a.deck.md\n1 of 2 decks formatted\n", result.Output);
        Assert.Equal(
            "wsgilsp: gone.md: there is no such file or folder\n"
                + "wsgilsp: latin.deck.md: not formatted: it has bytes that are no UTF-8, and they would be lost\n",
            result.Error
        );
        Assert.Equal(latin, await File.ReadAllBytesAsync(shell.Folder["latin.deck.md"], Cancel));
    }

    [Fact]
    public async Task Standard_input_and_paths_exclude_one_another()
    {
        using var shell = new Shell();

        var result = await shell.RunAsync("fmt", "--stdin-filename", "a.md", "b.md");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("--stdin-filename and PATH exclude one another", result.Error, StringComparison.Ordinal);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}
