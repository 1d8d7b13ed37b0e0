using System.CommandLine;
using WsgiLsp.Server.Capture;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Cli.Commands;

/// <summary><c>wsgilsp capture</c>: a card from whatever is at hand.</summary>
internal sealed class CaptureCommand
{
    private readonly Terminal terminal;

    private CaptureCommand(Terminal terminal) => this.terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        var words = new Argument<string[]>("TEXT")
        {
            Description = "The question, then the answer, an argument a line. Without any, standard input is read.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var deck = new Option<string>("--deck")
        {
            Description = "The deck that gets the card; it is made if it is not there.",
            HelpName = "FILE",
            DefaultValueFactory = _ => CaptureFile.DefaultName,
        };
        var front = new Option<string?>("--front")
        {
            Description = "The question. All of the text is the answer then.",
            HelpName = "TEXT",
        };
        var at = new Option<string?>("--at")
        {
            Description = "Where the text comes from; the card says so, with the commit.",
            HelpName = "FILE:LINE",
        };
        var command = new Command("capture", "Make a card of a text: its first line asks, the rest answers.")
        {
            words,
            deck,
            front,
            at,
        };
        command.SetAction(parsed =>
            new CaptureCommand(terminal).Run(
                parsed.GetValue(words) ?? [],
                parsed.GetRequiredValue(deck),
                parsed.GetValue(front),
                parsed.GetValue(at)
            )
        );
        return command;
    }

    private int Run(string[] words, string deck, string? front, string? at)
    {
        var source = at is null ? null : CaptureSource.Parse(at, terminal.Folder);
        if (at is not null && source is null)
        {
            return Refuse($"--at takes FILE:LINE, such as src/app.py:12, not “{at}”");
        }

        if (source is not null && !File.Exists(source.Path))
        {
            return Refuse($"{at}: there is no such file");
        }

        if (!deck.EndsWith(".md", StringComparison.OrdinalIgnoreCase))
        {
            return Refuse($"{deck}: a deck is a Markdown file, such as {CaptureFile.DefaultName}");
        }

        var finder = new DeckFinder(terminal, new SearchComplaints(terminal));
        if (finder.At(deck) is not { } file)
        {
            return ExitCode.CannotRun;
        }

        var card = CapturedCard.Of(
            words.Length > 0 ? string.Join('\n', words) : ReadInput(),
            front,
            source?.Language ?? "",
            source?.Describe(terminal.Folder)
        );
        return card is null
            ? Refuse("nothing to capture: give the question and the answer, or a text on standard input")
            : Add(
                card,
                new CaptureFile(file.Path, file.Config.SettingsFor(file.Path), text => finder.IsDeck(file, text)),
                file.Name
            );
    }

    private string ReadInput()
    {
        if (terminal.IsInteractive)
        {
            terminal.Error.WriteLine("The question in the first line, then the answer; Ctrl-D ends.");
        }

        return terminal.In.ReadToEnd();
    }

    private int Add(CapturedCard card, CaptureFile file, string deck)
    {
        try
        {
            if (file.Add(card, out var problem) is not { } added)
            {
                return Refuse($"{deck}: not captured: {problem}");
            }

            terminal.Out.WriteLine(terminal.Shown($"{deck}:{added.Card.StartLine + 1}: {added.Card.Title}"));
            if (card.IsUnfinished)
            {
                terminal.Complain("the answer is still to be written; until then the card is suspended");
            }

            return ExitCode.Clean;
        }
        catch (Exception e) when (FileProblem.IsExpected(e))
        {
            var problem = FileProblem.From(deck, e);
            return Refuse($"{problem.Path}: {problem.Message}");
        }
    }

    private int Refuse(string message)
    {
        terminal.Complain(message);
        return ExitCode.CannotRun;
    }
}
