using System.CommandLine;
using System.Diagnostics;
using WsgiLsp.Cli.Opening;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Cli.Commands;

/// <summary><c>wsgilsp open</c>: decks in an editor, connected to this program for that run.</summary>
internal sealed class OpenCommand
{
    private readonly Terminal terminal;
    private readonly Surroundings around;

    private OpenCommand(Terminal terminal)
    {
        this.terminal = terminal;
        around = Surroundings.Of(terminal);
    }

    public static Command Create(Terminal terminal)
    {
        var path = new Argument<string>("PATH")
        {
            Description = "A deck, or a folder with decks.",
            DefaultValueFactory = _ => ".",
        };
        var editor = new Option<string?>("--editor")
        {
            Description = "Open it there. For editors that cannot be started from here, print their settings.",
        };
        editor.TakesOneOf([.. Editor.All.Select(one => one.Name)]);
        var command = new Command(
            "open",
            "Open decks in an editor, connected to this program; without one, study in the browser, or here."
        )
        {
            path,
            editor,
        };
        command.SetAction(parsed =>
            new OpenCommand(terminal).RunAsync(parsed.GetRequiredValue(path), parsed.GetValue(editor))
        );
        return command;
    }

    private async Task<int> RunAsync(string path, string? asked)
    {
        // Settings are wanted whether or not there is a deck yet.
        var plan = EditorChoice.Make(asked, around);
        if (asked is not null && (plan is OpenPlan.Print || !terminal.IsInteractive))
        {
            Print(Editor.Named(asked));
            return ExitCode.Clean;
        }

        var complaints = new SearchComplaints(terminal);
        var files = new DeckFinder(terminal, complaints).Find([path]);
        if (complaints.HasFailed)
        {
            return ExitCode.CannotRun;
        }

        if (files.IsEmpty)
        {
            return ExitCode.Clean;
        }

        var full = Path.GetFullPath(path, terminal.Folder);
        var isFolder = Directory.Exists(full);
        var decks = new OpenedDecks(
            isFolder ? full : terminal.Folder,
            isFolder ? full : null,
            [.. files.Select(file => file.Path)]
        );
        return terminal.IsInteractive ? await CarryOutAsync(plan, decks, path) : Tell(plan, files[0], path);
    }

    private async Task<int> CarryOutAsync(OpenPlan plan, OpenedDecks decks, string path)
    {
        switch (plan)
        {
            case OpenPlan.Start start:
                return await new EditorRun(terminal, ServerProgram.Current, around.Extension).RunAsync(start, decks);
            case OpenPlan.Browse browse:
                terminal.Complain($"no editor can be opened, so the questions come in the browser ({browse.Reason})");
                return await StudyCommand.Create(terminal).Parse(["--web", "--", path]).InvokeAsync();
            case OpenPlan.Study study:
                terminal.Complain($"no editor can be opened, so the questions come here ({study.Reason})");
                return await StudyCommand.Create(terminal).Parse(["--", path]).InvokeAsync();
            case OpenPlan.Refuse refusal:
                terminal.Complain(refusal.Reason);
                terminal.Complain("`wsgilsp study` asks at the terminal; `wsgilsp open --help` lists the editors");
                return ExitCode.CannotRun;
            default:
                throw new UnreachableException();
        }
    }

    /// <summary>Where nobody sits at the terminal, no editor is started: says what would be done.</summary>
    private int Tell(OpenPlan plan, DeckFile first, string path)
    {
        var name = terminal.Shown(first.Name);
        terminal.Out.WriteLine(
            plan is OpenPlan.Start start
                ? $"At a terminal, this opens {name} in {start.Editor.Title} ({start.Program}), connected to this program."
                : $"At a terminal, this asks the cards of {terminal.Shown(path)}"
                    + $"{(plan is OpenPlan.Browse ? " in the browser" : "")}, as no editor can be opened here."
        );
        terminal.Out.WriteLine(
            "wsgilsp open --editor NAME prints settings for every day; NAME is one of "
                + string.Join(", ", Editor.All.Select(editor => editor.Name))
                + "."
        );
        return ExitCode.Clean;
    }

    /// <summary>Settings go to standard output, what to do with them to standard error.</summary>
    private void Print(Editor editor)
    {
        if (editor.Settings.IsEmpty)
        {
            terminal.Out.WriteLine(editor.Place);
            return;
        }

        terminal.Complain(editor.Place + "; its first lines say which keys do what");
        if (around.Find("wsgilsp") is null)
        {
            terminal.Complain(
                "`wsgilsp` is not on the PATH; until it is, write "
                    + string.Join(' ', ServerProgram.Current.Command.SkipLast(1))
                    + " in its place"
            );
        }

        terminal.Out.Write(string.Join('\n', editor.Settings.Select(ReadySettings.Read)));
    }
}
