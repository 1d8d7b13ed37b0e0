namespace WsgiLsp.Cli.Tests.Checking;

public class StandardInputTests
{
    private const string Broken = "# T\n\n## Which?\n\n- [x] a\n- []b\n- [ ] c\n";

    [Fact]
    public async Task A_text_is_checked_as_if_it_were_the_file()
    {
        using var input = new StringReader(Broken);
        using var shell = new Shell { In = input };
        shell.Folder.With("sub/wsgilsp.json", """{ "rules": { "malformed-option": "error" } }""");

        var result = await shell.RunAsync("check", "--stdin-filename", "sub/new.deck.md");

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("sub/new.deck.md:6:3: error[malformed-option]", result.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(shell.Folder["sub/new.deck.md"]));
    }

    [Fact]
    public async Task With_fix_the_text_comes_back_and_the_report_goes_to_standard_error()
    {
        using var input = new StringReader(Broken + "\n### Empty\n");
        using var shell = new Shell { In = input };
        shell.Folder.With("a.deck.md", "untouched");

        var result = await shell.RunAsync("check", "--fix", "--stdin-filename", "a.deck.md");

        Assert.Equal("# T\n\n## Which?\n\n- [x] a\n- [ ] b\n- [ ] c\n\n### Empty\n", result.Output);
        Assert.Contains("[empty-card]", result.Error, StringComparison.Ordinal);
        Assert.Contains("1 fixed", result.Error, StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
        Assert.Equal("untouched", shell.Read("a.deck.md"));
    }

    [Fact]
    public async Task A_broken_config_leaves_the_text_as_it_is()
    {
        using var input = new StringReader(Broken);
        using var shell = new Shell { In = input };
        shell.Folder.With("wsgilsp.json", "{");

        var result = await shell.RunAsync("check", "--fix", "--stdin-filename", "a.deck.md");

        Assert.Equal((Broken, 2), (result.Output, result.ExitCode));
    }
}
