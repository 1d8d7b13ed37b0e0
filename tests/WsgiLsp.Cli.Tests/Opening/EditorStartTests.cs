using System.Text;
using WsgiLsp.Cli.Opening;

namespace WsgiLsp.Cli.Tests.Opening;

/// <summary>How editors are started, and that nothing in a path can say anything to them.</summary>
public class EditorStartTests
{
    private const string Nasty = "/a b/it's \"q\" $(touch x) `y` ;|&\\n\\\n]] %#<cfile> --+ü/d.deck.md";
    private static readonly ServerProgram Server = new(["/opt/w s/wsgilsp", "lsp"], "/opt/w s/wsgilsp");
    private static readonly OpenedDecks Decks = new("/home/decks", "/home/decks", [Nasty, "/home/decks/b.deck.md"]);

    /// <summary>Every character of the first blocks, each after a backslash and before a digit; and what is beyond them.</summary>
    public static TheoryData<string> Texts =>
        [Nasty, "", "\\", "\"", string.Concat(Enumerable.Range(1, 0x2FF).Select(c => $"\\{(char)c}1")), "漢字 🂡"];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Lua_literals_mean_their_text(string text) => Assert.Equal(text, ReadLua(LuaText.Of(text)));

    [Theory]
    [MemberData(nameof(Texts))]
    public void Lisp_literals_mean_their_text(string text) => Assert.Equal(text, ReadLisp(LispText.Of(text)));

    [Theory]
    [InlineData("0.7", "vim.g.wsgilsp_root = \"/home/decks\"", "start_client")]
    [InlineData("0.10.4", "vim.g.wsgilsp_root = \"/home/decks\"", "start_client")]
    [InlineData("0.11", "vim.lsp.enable('wsgilsp')", "root_markers")]
    [InlineData("0.12.1", "vim.lsp.enable('wsgilsp')", "root_markers")]
    public void Neovim_gets_the_settings_of_its_version(string version, string opened, string settings)
    {
        var start = NeovimStart.Of(Decks, Server, "/tmp/s p", Version.Parse(version));

        Assert.Equal(
            ["--cmd", "lua dofile(\"/tmp/s\\032p/open.lua\")", "--", Nasty, "/home/decks/b.deck.md"],
            start.Arguments
        );
        Assert.Equal(["/tmp/s p/wsgilsp.lua", "/tmp/s p/open.lua"], start.Scripts.Select(script => script.Path));
        Assert.Contains(settings, start.Scripts[0].Text, StringComparison.Ordinal);
        Assert.StartsWith(
            "vim.g.wsgilsp_command = { \"/opt/w\\032s/wsgilsp\", \"lsp\" }\n",
            start.Scripts[1].Text,
            StringComparison.Ordinal
        );
        Assert.Contains(opened, start.Scripts[1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("NVIM v0.7.2\nBuild type: Release\n", "0.7.2")]
    [InlineData("NVIM v0.12.0-dev-1+gabc\r\n", "0.12.0")]
    [InlineData("NVIM v0.4\n", "0.4")]
    [InlineData("VIM - Vi IMproved 9.0", null)]
    [InlineData("NVIM vnext", null)]
    [InlineData("", null)]
    public void Neovims_version_is_read(string output, string? version) =>
        Assert.Equal(version, NeovimStart.VersionIn(output)?.ToString());

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Emacs_visits_the_first_deck(bool isInTerminal)
    {
        var start = EmacsStart.Of(Decks, Server, "/tmp/s p", isInTerminal);

        string[] expected = ["-l", "/tmp/s p/open.el", Nasty];
        Assert.Equal(isInTerminal ? ["-nw", .. expected] : expected, start.Arguments);
        Assert.Contains(LispText.Of(Nasty), start.Scripts[1].Text, StringComparison.Ordinal);
        Assert.Contains(
            "wsgilsp-command '(\"/opt/w s/wsgilsp\" \"lsp\")",
            start.Scripts[1].Text,
            StringComparison.Ordinal
        );
        Assert.Contains("wsgilsp-root \"/home/decks\")", start.Scripts[1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void VS_Code_gets_the_folder_and_the_deck_and_is_told_of_the_server()
    {
        var start = CodeStart.Of(Decks, Server, new(IsInstalled: true, "/built"));

        Assert.Equal(["/home/decks", Nasty], start.Arguments);
        Assert.Equal("/opt/w s/wsgilsp", start.Environment["WSGILSP_SERVER"]);
    }

    [Fact]
    public void VS_Code_without_the_extension_gets_the_one_that_was_built()
    {
        var start = CodeStart.Of(Decks with { Root = null }, Server, new(IsInstalled: false, "/built"));

        Assert.Equal(["--extensionDevelopmentPath=/built", Nasty], start.Arguments);
    }

    [Theory]
    [InlineData("/opt/wsgilsp", true, "/opt/wsgilsp lsp", true)]
    [InlineData("/usr/bin/dotnet", true, "/app/wsgilsp lsp", true)]
    [InlineData("/usr/bin/dotnet", false, "/usr/bin/dotnet /app/wsgilsp.dll lsp", false)]
    public void The_server_is_this_program(string process, bool hasOwn, string command, bool isAlone)
    {
        var server = ServerProgram.Of(process, "/app", _ => hasOwn);

        Assert.Equal(command, string.Join(' ', server.Command));
        Assert.Equal(isAlone ? server.Command[0] : null, server.Alone);
    }

    /// <summary>As Lua reads it: every byte is itself, or three digits behind a backslash.</summary>
    private static string ReadLua(string literal)
    {
        var bytes = new List<byte>();
        for (var at = 1; at < literal.Length - 1; at++)
        {
            Assert.True(literal[at] is >= ' ' and < '\x7F' and not '"', literal);
            if (literal[at] == '\\')
            {
                bytes.Add(byte.Parse(literal.AsSpan(at + 1, 3), System.Globalization.CultureInfo.InvariantCulture));
                at += 3;
            }
            else
            {
                bytes.Add((byte)literal[at]);
            }
        }

        return Encoding.UTF8.GetString([.. bytes]);
    }

    /// <summary>As Emacs reads it: a backslash says that the next character is itself.</summary>
    private static string ReadLisp(string literal)
    {
        var text = new StringBuilder();
        for (var at = 1; at < literal.Length - 1; at++)
        {
            Assert.NotEqual('"', literal[at]);
            text.Append(literal[at] == '\\' ? literal[++at] : literal[at]);
        }

        return text.ToString();
    }
}
