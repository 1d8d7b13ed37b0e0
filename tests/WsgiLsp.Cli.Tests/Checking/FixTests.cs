using System.Text;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Cli.Tests.Checking;

public class FixTests
{
    private const string Broken = "# T\n\n## Which?\n\n- [x] a\n- []b\n- [ ] c\n";
    private const string Mended = "# T\n\n## Which?\n\n- [x] a\n- [ ] b\n- [ ] c\n";

    [Fact]
    public async Task What_is_safe_is_written_and_the_rest_is_reported()
    {
        using var shell = new Shell();
        shell
            .Folder.With("a.deck.md", Broken)
            .With("b.deck.md", TestDecks.NoKey)
            .With("c.deck.md", Mended)
            .With("wsgilsp.json", """{ "rules": { "duplicate-prompt": "off" } }""");

        var result = await shell.RunAsync("check", "--fix");

        Assert.Equal(Mended, shell.Read("a.deck.md"));
        Assert.Equal(TestDecks.NoKey, shell.Read("b.deck.md"));
        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("b.deck.md:3:1: error[no-key] ", result.Output, StringComparison.Ordinal);
        Assert.EndsWith(
            "3 cards in 3 decks, 1 fixed, 1 finding left: 1 error\n",
            result.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task All_mended_is_all_well()
    {
        using var shell = new Shell();
        shell.Folder.With("a.deck.md", Broken);

        var result = await shell.RunAsync("check", "--fix");

        Assert.Equal(("1 card in 1 deck, 1 fixed, no findings left\n", 0), (result.Output, result.ExitCode));
    }

    [Fact]
    public async Task Only_named_rules_are_fixed()
    {
        using var shell = new Shell();
        shell.Folder.With("a.deck.md", "## Q?\n\n- []b\n- [x] a\nThis text is glued to it.\n");

        var result = await shell.RunAsync("check", "--fix", "--rule", "glued-explanation");

        Assert.Equal("## Q?\n\n- []b\n- [x] a\n\nThis text is glued to it.\n", shell.Read("a.deck.md"));
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task Byte_order_mark_line_ends_and_mode_are_kept()
    {
        using var shell = new Shell();
        var broken = Broken.Replace("\n", "\r\n", StringComparison.Ordinal);
        var path = shell.Folder["a.deck.md"];
        await File.WriteAllTextAsync(path, broken, new UTF8Encoding(true), TestContext.Current.CancellationToken);
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, Mode);
        }

        await shell.RunAsync("check", "--fix");

        byte[] expected =
        [
            .. Encoding.UTF8.Preamble,
            .. "# T\r\n\r\n## Which?\r\n\r\n- [x] a\r\n- [ ] b\r\n- [ ] c\r\n"u8,
        ];
        Assert.Equal(expected, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(Mode, File.GetUnixFileMode(path));
        }
    }

    [Fact]
    public async Task Utf_16_stays_utf_16()
    {
        using var shell = new Shell();
        var path = shell.Folder["a.deck.md"];
        await File.WriteAllTextAsync(path, Broken, Encoding.Unicode, TestContext.Current.CancellationToken);

        await shell.RunAsync("check", "--fix");

        byte[] expected = [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Mended)];
        Assert.Equal(expected, await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_link_stays_a_link_and_its_target_is_mended()
    {
        using var shell = new Shell();
        shell.Folder.With("kept/a.txt", Broken);
        File.CreateSymbolicLink(shell.Folder["a.deck.md"], Path.Combine("kept", "a.txt"));

        var result = await shell.RunAsync("check", "--fix");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(Mended, shell.Read("kept/a.txt"));
        Assert.NotNull(new FileInfo(shell.Folder["a.deck.md"]).LinkTarget);
        Assert.Equal(["a.txt"], Directory.GetFileSystemEntries(shell.Folder["kept"]).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_not_lost()
    {
        using var shell = new Shell();
        byte[] bytes = [.. Encoding.UTF8.GetBytes(Broken), 0xE9, (byte)'\n'];
        await File.WriteAllBytesAsync(shell.Folder["a.deck.md"], bytes, TestContext.Current.CancellationToken);

        var result = await shell.RunAsync("check", "--fix");

        Assert.Equal(2, result.ExitCode);
        Assert.Contains("a.deck.md: not fixed: ", result.Error, StringComparison.Ordinal);
        Assert.Contains("[malformed-option]", result.Output, StringComparison.Ordinal);
        Assert.Equal(
            bytes,
            await File.ReadAllBytesAsync(shell.Folder["a.deck.md"], TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task A_file_that_may_not_be_written_is_not_replaced()
    {
        using var shell = new Shell();
        shell.Folder.With("a.deck.md", Broken);
        File.SetAttributes(shell.Folder["a.deck.md"], FileAttributes.ReadOnly);

        var result = await shell.RunAsync("check", "--fix");

        File.SetAttributes(shell.Folder["a.deck.md"], FileAttributes.Normal);
        Assert.Equal(2, result.ExitCode);
        Assert.Equal("wsgilsp: a.deck.md: not fixed: permission denied\n", result.Error);
        Assert.Equal(Broken, shell.Read("a.deck.md"));
    }

    [Fact]
    public void What_somebody_else_changed_meanwhile_is_not_overwritten()
    {
        using var folder = new TempFolder();
        folder.With("a.deck.md", "theirs");

        Assert.False(AtomicFile.Replace(folder["a.deck.md"], "read"u8, [.. "ours"u8]));
        Assert.Equal("theirs", File.ReadAllText(folder["a.deck.md"]));
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));

        Assert.True(AtomicFile.Replace(folder["a.deck.md"], "theirs"u8, [.. "ours"u8]));
        Assert.Equal("ours", File.ReadAllText(folder["a.deck.md"]));
        Assert.Single(Directory.GetFileSystemEntries(folder.Path));
    }

    [Fact]
    public void A_second_name_of_a_file_that_brings_the_same_text_is_content()
    {
        using var folder = new TempFolder();
        folder.With("a.deck.md", "ours");

        Assert.True(AtomicFile.Replace(folder["a.deck.md"], "read"u8, [.. "ours"u8]));
    }
}
