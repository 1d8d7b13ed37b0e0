using System.CommandLine;
using WsgiLsp.Cli.Files;
using WsgiLsp.Cli.Reports;
using WsgiLsp.Decks.Formatting;
using WsgiLsp.Decks.Model;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Cli.Commands;

/// <summary><c>wsgilsp fmt</c>: decks in their canonical form.</summary>
internal sealed class FmtCommand
{
    private readonly Terminal terminal;
    private readonly bool isCheck;
    private readonly bool isDiff;
    private readonly ConfigLookup configs = new();
    private readonly SearchComplaints complaints;

    private FmtCommand(Terminal terminal, bool isCheck, bool isDiff)
    {
        this.terminal = terminal;
        this.isCheck = isCheck;
        this.isDiff = isDiff;
        complaints = new SearchComplaints(terminal);
    }

    public static Command Create(Terminal terminal)
    {
        var paths = PathArgument.Create();
        var check = new Option<bool>("--check") { Description = "Change nothing; exit code 1 if a deck would change." };
        var diff = new Option<bool>("--diff")
        {
            Description = "Change nothing; print what would change, exit code 1 if anything would.",
        };
        var standardInput = new Option<string?>("--stdin-filename")
        {
            Description = "Format standard input, as if it were this file, to standard output.",
            HelpName = "PATH",
        };

        var command = new Command("fmt", "Format decks in place. What they say stays the same.")
        {
            paths,
            check,
            diff,
            standardInput,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(standardInput) is not null && result.GetResult(paths) is { Tokens.Count: > 0 })
            {
                result.AddError("--stdin-filename and PATH exclude one another");
            }
        });
        command.SetAction(parsed =>
        {
            var format = new FmtCommand(terminal, parsed.GetValue(check), parsed.GetValue(diff));
            return parsed.GetValue(standardInput) is { } name
                ? format.StandardInput(name)
                : format.Files(parsed.GetRequiredValue(paths));
        });
        return command;
    }

    private int StandardInput(string name)
    {
        var path = Path.GetFullPath(name, terminal.Folder);
        var config = configs.ForFile(path);
        complaints.Add(config);
        if (config.IsBroken)
        {
            return ExitCode.CannotRun;
        }

        var text = terminal.In.ReadToEnd();
        var formatted = Formatted(new DeckFile(path, name, config), text);
        if (!isCheck && !isDiff)
        {
            terminal.Out.Write(formatted);
            return ExitCode.Clean;
        }

        if (string.Equals(text, formatted, StringComparison.Ordinal))
        {
            return ExitCode.Clean;
        }

        Show(name, text, formatted);
        return ExitCode.Findings;
    }

    private int Files(string[] paths)
    {
        var search = new DeckFiles(configs).Find(paths, terminal.Folder);
        complaints.Add(search);
        if (search.Files.IsEmpty && !complaints.HasFailed)
        {
            complaints.AddNoDecks(paths);
        }

        var files = search.Files.Where(file => !file.Config.IsBroken).ToList();
        var changed = files.Count(Format);
        if (!isDiff)
        {
            var verb = isCheck ? "would change" : "formatted";
            terminal.Out.WriteLine($"{changed} of {Counted.Of(files.Count, "deck")} {verb}");
        }

        return complaints.HasFailed ? ExitCode.CannotRun
            : changed > 0 && (isCheck || isDiff) ? ExitCode.Findings
            : ExitCode.Clean;
    }

    /// <summary>Formats a file; false where it stays as it is.</summary>
    private bool Format(DeckFile file)
    {
        try
        {
            var source = DeckText.Read(file.Path);
            var formatted = Formatted(file, source.Text);
            if (
                string.Equals(source.Text, formatted, StringComparison.Ordinal)
                || (!isCheck && !isDiff && !Write(file, source, formatted))
            )
            {
                return false;
            }

            Show(file.Name, source.Text, formatted);
            return true;
        }
        catch (Exception e) when (FileProblem.IsExpected(e))
        {
            complaints.Add(FileProblem.From(file.Name, e));
            return false;
        }
    }

    private bool Write(DeckFile file, DeckText source, string formatted)
    {
        if (!source.IsFaithful)
        {
            complaints.Add(
                new FileProblem(file.Name, "not formatted: it has bytes that are no UTF-8, and they would be lost")
            );
            return false;
        }

        if (!AtomicFile.Replace(file.Path, source.Bytes, source.Encode(formatted)))
        {
            complaints.Add(
                new FileProblem(file.Name, "not formatted: somebody else changed it meanwhile; format it again")
            );
            return false;
        }

        return true;
    }

    private void Show(string name, string before, string after)
    {
        if (isDiff)
        {
            UnifiedDiff.Write(
                terminal.Out,
                new Style(terminal.UsesColour),
                terminal.Shown(name),
                terminal.Shown(before),
                terminal.Shown(after)
            );
        }
        else
        {
            terminal.Out.WriteLine(terminal.Shown($"{(isCheck ? "would format" : "formatted")} {name}"));
        }
    }

    private static string Formatted(DeckFile file, string text)
    {
        var deck = Deck.Parse(text, file.Config.SettingsFor(file.Path));
        return DeckFormatter.Apply(text, DeckFormatter.Format(deck));
    }
}
