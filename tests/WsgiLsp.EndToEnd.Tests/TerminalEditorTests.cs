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
        SitAsync(RequireEmacs(), ["-Q", "--batch", "-l", Script("sitting.el")]);

    /// <summary>All kinds, a wrong answer, a hint, a reveal, an undo, a line that says nothing, and typing ahead.</summary>
    [Fact]
    public Task Neovim_takes_a_quiz_on_a_sheet_with_nothing_but_keys() =>
        QuizOnSheetAsync(RequireNeovim(), [.. Neovim, Script("sheet.lua")]);

    /// <summary>At a terminal, so that keys go the way of a person's: by the editor's own command loop.</summary>
    [Fact]
    public Task Emacs_takes_a_quiz_on_a_sheet_with_nothing_but_keys() =>
        QuizOnSheetAsync(RequireTerminal(), InTerminal("sheet.el"));

    /// <summary>The editor is killed on the way, which leaves a swap file, and later its server.</summary>
    [Fact]
    public Task Neovim_goes_on_with_a_quiz_that_was_cut_off() =>
        ResumeAsync(RequireNeovim(), [.. Neovim.Where(argument => argument != "-n"), Script("resume.lua")]);

    /// <summary>The editor is killed on the way, and later its server.</summary>
    [Fact]
    public Task Emacs_goes_on_with_a_quiz_that_was_cut_off() => ResumeAsync(RequireTerminal(), InTerminal("resume.el"));

    /// <summary>A card gets another name in all decks, a completion is taken, and the deck is formatted as it is saved.</summary>
    [Fact]
    public Task Neovim_renames_completes_and_formats_on_saving() =>
        WriteAsync(RequireNeovim(), [.. Neovim, Script("writing.lua")]);

    /// <summary>A card gets another name in all decks, a completion is taken, and the deck is formatted as it is saved.</summary>
    [Fact]
    public Task Emacs_renames_completes_and_formats_on_saving() =>
        WriteAsync(RequireTerminal(), InTerminal("writing.el"));

    private static Task QuizOnSheetAsync(string editor, string[] arguments) =>
        Attempt.TwiceAsync(async () =>
        {
            using var workspace = new Workspace();
            await LiveAsync(workspace, editor, arguments);
            SheetSitting.AssertLogged(workspace);
            await AssertRecordedWellAsync(workspace);
        });

    private static Task WriteAsync(string editor, string[] arguments) =>
        Attempt.TwiceAsync(async () =>
        {
            using var workspace = new Workspace();
            await LiveAsync(workspace, editor, arguments);
            await AuthorSitting.AssertWrittenAsync(workspace);
            await AssertRecordedWellAsync(workspace);
        });

    private static Task ResumeAsync(string editor, string[] arguments) =>
        Attempt.TwiceAsync(async () =>
        {
            using var workspace = new Workspace(recorded: false);
            var ready = Path.Combine(workspace.Data, "ready");
            var environment = Person(workspace);
            environment["E2E_PART"] = "begin";
            environment["E2E_READY"] = ready;
            await using (var killed = ChildProcess.Start(editor, arguments, environment))
            {
                await Wait.UntilAsync(
                    "the person to be in the middle of a quiz",
                    Limit,
                    () => File.Exists(ready) || killed.HasExited
                );
                Assert.True(File.Exists(ready), killed.Output + ReportOf(workspace));
            }

            await Wait.UntilAsync("the server ended", Limit, () => ChildProcess.HasEnded(workspace.ServerId));
            await LiveAsync(workspace, editor, arguments);
            SheetSitting.AssertResumed(workspace);
        });

    /// <summary>Lets a script play a person to its end.</summary>
    private static async Task LiveAsync(Workspace workspace, string editor, string[] arguments)
    {
        var (exitCode, output) = await ChildProcess.RunAsync(editor, arguments, Person(workspace), Limit);
        output = ReportOf(workspace) ?? output;
        Assert.True(exitCode == 0, output);
        TestContext.Current.TestOutputHelper?.WriteLine(output);
    }

    private static Dictionary<string, string> Person(Workspace workspace)
    {
        var environment = Sitting.ForScripts(workspace);
        environment["E2E_PART"] = "go on";
        environment["E2E_REPORT"] = Report(workspace);
        environment["TERM"] = "xterm-256color";
        return environment;
    }

    private static string Report(Workspace workspace) => Path.Combine(workspace.Data, "report");

    private static string? ReportOf(Workspace workspace) =>
        File.Exists(Report(workspace)) ? File.ReadAllText(Report(workspace)) : null;

    private static async Task AssertRecordedWellAsync(Workspace workspace)
    {
        if (workspace.Recorder is { } recorder)
        {
            await recorder.AssertNoViolationsAsync();
        }
    }

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

    private static string RequireTerminal() => Tool.Require("script", "apt-get install -y bsdutils");

    private static string[] InTerminal(string script) =>
        ["-qefc", $"{RequireEmacs()} -Q -nw -l {Script(script)}", "/dev/null"];

    private static string RequireNeovim() => Tool.Require("nvim", "apt-get install -y neovim");

    private static string RequireEmacs() => Tool.Require("emacs", "apt-get install -y emacs-nox elpa-eglot");

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
