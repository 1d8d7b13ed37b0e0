using WsgiLsp.Cli.Opening;

namespace WsgiLsp.Cli.Tests.Opening;

/// <summary>Which editor is opened, from what is asked for, the environment and what is on the PATH.</summary>
public class EditorChoiceTests
{
    /// <summary>
    /// The columns: what is asked for, the environment, the programs that are here, how VS Code gets the extension
    /// (<c>installed</c>, <c>built</c> or <c>-</c>), whether the system has a desktop, and the plan.
    /// </summary>
    [Theory]
    // What is asked for counts before all.
    [InlineData("nvim", "EDITOR=emacs DISPLAY=:0", "code nvim emacs", "installed", false, "nvim in the terminal")]
    [InlineData("emacs", "", "code nvim emacs", "installed", false, "emacs in the terminal")]
    [InlineData("emacs", "DISPLAY=:0", "emacs", "-", false, "emacs in a window")]
    [InlineData("emacs", "WAYLAND_DISPLAY=w", "emacs", "-", false, "emacs in a window")]
    [InlineData("emacs", "", "nvim", "-", false, "refuse: Emacs is not here")]
    [InlineData("code", "DISPLAY=:0", "code", "built", false, "code in a window")]
    [InlineData("code", "DISPLAY=:0", "code", "-", false, "refuse: VS Code is here without the extension")]
    [InlineData("code", "", "code nvim", "installed", false, "refuse: VS Code needs a display")]
    [InlineData("nvim", "TERM=dumb", "nvim", "-", false, "refuse: Neovim needs a terminal")]
    [InlineData("helix", "DISPLAY=:0", "code nvim emacs", "installed", false, "print helix")]
    [InlineData("lsp-mode", "", "emacs", "-", false, "print lsp-mode")]
    // Then what the person set.
    [InlineData(null, "EDITOR=emacs", "nvim emacs", "-", false, "emacs in the terminal")]
    [InlineData(null, "VISUAL=nvim EDITOR=emacs", "nvim emacs", "-", false, "nvim in the terminal")]
    [InlineData(null, "VISUAL=vi EDITOR=emacs", "nvim emacs", "-", false, "emacs in the terminal")]
    [InlineData(null, "EDITOR=emacs,-nw DISPLAY=:0", "emacs", "-", false, "emacs in the terminal")]
    [InlineData(null, "EDITOR=/bin/emacs", "nvim emacs", "-", false, "emacs in the terminal")]
    [InlineData(null, "EDITOR=code,--wait DISPLAY=:0", "code nvim", "installed", false, "code in a window")]
    [InlineData(null, "EDITOR=code,--wait", "code nvim", "installed", false, "nvim in the terminal")]
    [InlineData(null, "EDITOR=emacs", "nvim", "-", false, "nvim in the terminal")]
    [InlineData(null, "EDITOR=vim", "emacs", "-", false, "emacs in the terminal")]
    [InlineData(null, "EDITOR=", "emacs", "-", false, "emacs in the terminal")]
    // Then VS Code's own terminal, on this machine or over SSH.
    [InlineData(null, "TERM_PROGRAM=vscode", "code nvim", "installed", false, "code in a window")]
    [InlineData(null, "TERM_PROGRAM=vscode SSH_TTY=t", "code nvim", "installed", false, "code in a window")]
    [InlineData(null, "TERM_PROGRAM=vscode", "code nvim", "-", false, "nvim in the terminal")]
    // Then the first that is here and can be seen.
    [InlineData(null, "DISPLAY=:0", "code nvim emacs", "installed", false, "code in a window")]
    [InlineData(null, "DISPLAY=:0", "code nvim emacs", "built", false, "code in a window")]
    [InlineData(null, "DISPLAY=:0", "code nvim emacs", "-", false, "nvim in the terminal")]
    [InlineData(null, "", "code nvim emacs", "installed", false, "nvim in the terminal")]
    [InlineData(null, "", "code nvim emacs", "installed", true, "code in a window")]
    [InlineData(null, "SSH_CONNECTION=c", "code nvim emacs", "installed", true, "nvim in the terminal")]
    [InlineData(null, "SSH_TTY=t", "code emacs", "installed", true, "emacs in the terminal")]
    [InlineData(null, "SSH_TTY=t DISPLAY=:10", "code", "installed", false, "code in a window")]
    [InlineData(null, "TERM=dumb DISPLAY=:0", "nvim emacs", "-", false, "emacs in a window")]
    // Without any, a browser that the person sees.
    [InlineData(null, "DISPLAY=:0", "xdg-open", "-", false, "browse: VS Code is not here")]
    [InlineData(null, "DISPLAY=:0", "xdg-open nvim", "-", false, "nvim in the terminal")]
    [InlineData("nvim", "DISPLAY=:0", "xdg-open", "-", false, "refuse: Neovim is not here")]
    // And without that, the terminal.
    [InlineData(null, "", "xdg-open", "-", false, "study: VS Code is not here")]
    [InlineData(null, "", "", "-", false, "study: VS Code is not here")]
    [InlineData(null, "", "code", "installed", false, "study: VS Code needs a display")]
    [InlineData(null, "TERM=dumb", "nvim emacs", "-", false, "study: VS Code is not here")]
    public void The_editor_is(
        string? asked,
        string environment,
        string programs,
        string extension,
        bool hasDesktop,
        string expected
    )
    {
        var variables = environment
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(one => one.Replace(',', ' ').Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1]);
        var here = programs.Split(' ');

        var plan = EditorChoice.Make(
            asked,
            new Surroundings
            {
                Environment = variables.GetValueOrDefault,
                Find = name => here.Contains(Path.GetFileName(name)) ? "/bin/" + Path.GetFileName(name) : null,
                Extension = new(extension == "installed", extension == "built" ? "/extension" : null),
                HasScreen = variables.GetValueOrDefault("TERM") != "dumb",
                HasDesktop = hasDesktop,
            }
        );

        Assert.StartsWith(expected, Told(plan), StringComparison.Ordinal);
    }

    private static string Told(OpenPlan plan) =>
        plan switch
        {
            OpenPlan.Start start => $"{start.Editor.Name} in {(start.IsInTerminal ? "the terminal" : "a window")}",
            OpenPlan.Print print => $"print {print.Editor.Name}",
            OpenPlan.Browse browse => $"browse: {browse.Reason}",
            OpenPlan.Study study => $"study: {study.Reason}",
            OpenPlan.Refuse refusal => $"refuse: {refusal.Reason}",
            _ => plan.ToString(),
        };
}
