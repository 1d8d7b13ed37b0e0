using System.CommandLine;
using System.ComponentModel;
using System.Security.Cryptography;
using WsgiLsp.Cli.Study;
using WsgiLsp.Cli.Study.Meanwhile;
using WsgiLsp.Study;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Cli.Commands;

/// <summary><c>wsgilsp while</c>: asks what is due until a command has ended.</summary>
internal sealed class WhileCommand
{
    /// <summary>How much of the command's output is shown at the end, in bytes.</summary>
    private const int TailLength = 64 * 1024;

    /// <summary>What shells answer for a program that a hang-up ended.</summary>
    private const int HungUp = 129;

    /// <summary>What shells answer for a program that was interrupted.</summary>
    private const int Interrupted = 130;

    private readonly Terminal terminal;
    private readonly string[] command;

    private WhileCommand(Terminal terminal, string[] command)
    {
        this.terminal = terminal;
        this.command = command;
    }

    public static Command Create(Terminal terminal)
    {
        var words = new Argument<string[]>("COMMAND")
        {
            Description = "The command and its arguments, after “--”.",
            Arity = ArgumentArity.OneOrMore,
        };
        var paths = new Option<string[]>("--deck-path")
        {
            Description = "Ask from these decks or folders, by default from this folder. May be given several times.",
            HelpName = "PATH",
            DefaultValueFactory = _ => ["."],
        };
        var result = new Command(
            "while",
            "Ask what is due until a command has ended; then show the end of its output and answer its exit code."
        )
        {
            paths,
            words,
        };
        result.SetAction(parsed =>
            new WhileCommand(terminal, parsed.GetRequiredValue(words)).RunAsync(parsed.GetRequiredValue(paths))
        );
        return result;
    }

    private async Task<int> RunAsync(string[] paths)
    {
        // The command gets it as well, and its end is what is waited for.
        var interrupted = terminal.CatchInterrupt();
        if (!terminal.IsInteractive)
        {
            return await PassThroughAsync(interrupted);
        }

        // Nothing is started where something is wrong with what the learner asked for.
        var reader = new DeckReader(terminal);
        var decks = reader.ReadWithCards(paths);
        return reader.HasFailed
            ? ExitCode.CannotRun
            : await LearnerData.UseAsync(
                terminal,
                async data =>
                    Plan(decks, data) is { } runner
                        ? await AskAsync(runner, interrupted)
                        : await PassThroughAsync(interrupted),
                isExchanging: true
            );
    }

    /// <summary>
    /// What is due, without limits of a session: the command's end is the limit. Null where nothing is, which is said.
    /// </summary>
    private StudyRunner? Plan(List<NamedDeck> decks, LearnerData data)
    {
        var options = data.Settings.Session with { Limit = null, Seed = RandomNumberGenerator.GetInt32(int.MaxValue) };
        var transcript = data.Settings.Transcript with { TimeLimit = null };
        var runner = SessionStart.Make(terminal, decks, data, options, transcript, out var nothing);
        if (nothing is not null)
        {
            terminal.Complain(nothing.Reason);
        }

        return runner;
    }

    /// <summary>Lets the command have the terminal, or whatever stands in its place.</summary>
    private async Task<int> PassThroughAsync(CancellationToken interrupted)
    {
        await terminal.Out.FlushAsync(CancellationToken.None);
        if (interrupted.IsCancellationRequested)
        {
            return Interrupted;
        }

        using var running = Start(tail: null);
        return running is null ? ExitCode.CannotRun : await running.WaitAsync();
    }

    private async Task<int> AskAsync(StudyRunner runner, CancellationToken interrupted)
    {
        var tail = new OutputTail(TailLength);
        using var running = Start(tail);
        if (running is null)
        {
            return ExitCode.CannotRun;
        }

        try
        {
            return await AskAsync(runner, running, tail, interrupted);
        }
        catch (IOException)
        {
            // The terminal is gone, and nobody is left to tell.
            running.End();
            return HungUp;
        }
    }

    private async Task<int> AskAsync(
        StudyRunner runner,
        RunningCommand running,
        OutputTail tail,
        CancellationToken interrupted
    )
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(interrupted);
        var input = new MeanwhileInput(terminal, runner, end);
        var ended = running.WaitAsync();
        var session = StudyAsync(terminal with { CatchInterrupt = () => end.Token }, runner, input);
        if (await Task.WhenAny(ended, session) == ended)
        {
            input.End($"{command[0]} has ended, exit code {await ended}");
        }

        await session;
        if (!ended.IsCompleted)
        {
            terminal.Complain($"waiting for {command[0]} to end");
        }

        var code = await ended;
        await terminal.Out.WriteLineAsync();
        tail.WriteTo(terminal.Out);
        await terminal.Out.FlushAsync(CancellationToken.None);
        if (code != 0)
        {
            terminal.Complain($"{command[0]} failed: exit code {code}");
        }

        return code;
    }

    /// <summary>Asks. A log that cannot be written ends the questions, never the command.</summary>
    private static async Task StudyAsync(Terminal terminal, StudyRunner runner, MeanwhileInput input)
    {
        try
        {
            await new TerminalSession(terminal, runner, input).RunAsync();
        }
        catch (ReviewLogException e)
        {
            terminal.Complain(e.Message);
        }
    }

    private RunningCommand? Start(OutputTail? tail)
    {
        try
        {
            return RunningCommand.Start(command, terminal, tail);
        }
        catch (Win32Exception e)
        {
            terminal.Complain($"cannot start {command[0]}: {e.Message}");
            return null;
        }
    }
}
