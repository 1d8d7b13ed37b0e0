namespace WsgiLsp.EndToEnd.Tests;

public class TerminalEditorTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);
    private static readonly string[] Neovim =
    [
        "--clean",
        "--headless",
        "-n",
        "-i",
        "NONE",
        "--cmd",
        "luafile " + Repository.At("editor-client", "neovim", "wsgilsp.lua"),
        "-S",
    ];

    [Fact]
    public Task Neovim_shows_and_fixes_a_finding_reveals_an_answer_and_asks_a_question() =>
        SitAsync(RequireNeovim(), [.. Neovim, Script("sitting.lua")]);

    [Fact]
    public Task Emacs_shows_and_fixes_a_finding_reveals_an_answer_and_asks_a_question() =>
        SitAsync(
            Tool.Require("emacs", "apt-get install -y emacs-nox elpa-eglot"),
            ["-Q", "--batch", "-l", Script("sitting.el")]
        );

    [Fact]
    public async Task The_server_ends_when_its_editor_is_killed()
    {
        var neovim = RequireNeovim();
        using var workspace = new Workspace(recorded: false);
        var ready = Path.Combine(workspace.Data, "ready");
        var environment = Sitting.ForScripts(workspace);
        environment["E2E_READY"] = ready;
        await using var editor = ChildProcess.Start(neovim, [.. Neovim, Script("open.lua")], environment);
        await Wait.UntilAsync("the editor shows a finding", Limit, () => File.Exists(ready));
        var server = workspace.ServerId;
        Assert.False(ChildProcess.HasEnded(server));

        await editor.KillAloneAsync();

        await Wait.UntilAsync("the server ended", TimeSpan.FromSeconds(20), () => ChildProcess.HasEnded(server));
    }

    private static string RequireNeovim() => Tool.Require("nvim", "apt-get install -y neovim");

    private static string Script(string name) => Path.Combine(AppContext.BaseDirectory, "Editors", name);

    private static Task SitAsync(string editor, string[] arguments) =>
        Attempt.TwiceAsync(async () =>
        {
            using var workspace = new Workspace();
            var (exitCode, output) = await ChildProcess.RunAsync(
                editor,
                arguments,
                Sitting.ForScripts(workspace),
                Limit
            );
            Assert.True(exitCode == 0, output);
            TestContext.Current.TestOutputHelper?.WriteLine(output);
            await Sitting.AssertLeftBehindAsync(workspace);
        });
}
