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
    private readonly SearchComplaints complaints;
    private readonly DeckFinder finder;

    private FmtCommand(Terminal terminal, bool isCheck, bool isDiff)
    {
        this.terminal = terminal;
        this.isCheck = isCheck;
        this.isDiff = isDiff;
        complaints = new SearchComplaints(terminal);
        finder = new DeckFinder(terminal, complaints);
    }

    public static Command Create(Terminal terminal)
    {
        var paths = PathArgument.Create();
        var check = new Option<bool>("--check") { Description = "Change nothing; exit code 1 if a deck would change." };
        var diff = new Option<bool>("--diff")
        {
            Description = "Change nothing; print what would change, exit code 1 if anything would.",
        };
        var command = new Command("fmt", "Format decks in place. What they say stays the same.") { paths, check, diff };
        var standsFor = StandardInputOption.AddTo(
            command,
            paths,
            "Format standard input, as if it were this file, to standard output."
        );
        command.SetAction(parsed =>
        {
            var format = new FmtCommand(terminal, parsed.GetValue(check), parsed.GetValue(diff));
            return parsed.GetValue(standsFor) is { } name
                ? format.StandardInput(name)
                : format.Files(parsed.GetRequiredValue(paths));
        });
        return command;
    }

    private int StandardInput(string name)
    {
        if (finder.At(name) is not { } file)
        {
            return ExitCode.CannotRun;
        }

        var source = StandardDeck.Read(terminal);
        var formatted = Formatted(file, source.Text);
        var isSame = string.Equals(source.Text, formatted, StringComparison.Ordinal);
        if (!source.IsFaithful)
        {
            complaints.Add(Unfaithful(file));
            if (isSame && !isCheck && !isDiff)
            {
                StandardDeck.Write(terminal, source, formatted);
            }

            return ExitCode.CannotRun;
        }

        if (isCheck || isDiff)
        {
            if (!isSame)
            {
                Show(file.Name, source.Text, formatted);
            }

            return isSame ? ExitCode.Clean : ExitCode.Findings;
        }

        StandardDeck.Write(terminal, source, formatted);
        return ExitCode.Clean;
    }

    private int Files(string[] paths)
    {
        var files = finder.Find(paths);
        var changed = files.Count(Format);
        if (!isDiff)
        {
            var verb = isCheck ? "would change" : "formatted";
            terminal.Out.WriteLine($"{changed} of {Counted.Of(files.Length, "deck")} {verb}");
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
            if (!source.IsFaithful)
            {
                complaints.Add(Unfaithful(file));
                return false;
            }

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

    private static FileProblem Unfaithful(DeckFile file) => new(file.Name, $"not formatted: {DeckText.Unfaithful}");

    private static string Formatted(DeckFile file, string text)
    {
        var deck = Deck.Parse(text, file.Config.SettingsFor(file.Path));
        return DeckFormatter.Apply(text, DeckFormatter.Format(deck));
    }
}
