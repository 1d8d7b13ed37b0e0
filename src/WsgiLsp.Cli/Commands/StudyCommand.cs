using System.CommandLine;
using WsgiLsp.Cli.Study;
using WsgiLsp.Study;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Cli.Commands;

/// <summary><c>wsgilsp study</c>: a quiz at the terminal.</summary>
internal static class StudyCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = PathArgument.Create();
        var options = new StudyCommandOptions();
        var resume = new Option<bool>("--resume") { Description = "Go on with the session that was not ended." };
        var command = new Command("study", "Answer questions; the answers are recorded.") { paths, resume };
        options.AddTo(command);
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(resume) && options.AreIn(parsed))
            {
                parsed.AddError("--resume goes on with the session as it was begun; leave the other options out.");
            }
        });
        command.SetAction(parsed =>
            RunAsync(
                terminal,
                parsed.GetRequiredValue(paths),
                settings => parsed.GetValue(resume) ? null : options.Read(parsed, settings)
            )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal,
        string[] paths,
        Func<SessionOptions, SessionOptions?> choose
    )
    {
        var reader = new DeckReader(terminal);
        var decks = reader.ReadWithCards(paths);
        return reader.HasFailed
            ? ExitCode.CannotRun
            : await LearnerData.UseAsync(
                terminal,
                async data =>
                {
                    var options = choose(data.Settings.Session);
                    if (
                        options is not null
                        && decks.Count > 0
                        && UnknownSelection.IsIn(options.Selection, decks, terminal)
                    )
                    {
                        return ExitCode.CannotRun;
                    }

                    if (await StudyAsync(terminal, decks, data, options) is { } nothing)
                    {
                        terminal.Complain(nothing.Reason + nothing.Advice);
                    }

                    return ExitCode.Clean;
                },
                isExchanging: true
            );
    }

    /// <summary>Asks, or prints a page.</summary>
    /// <param name="terminal">The terminal.</param>
    /// <param name="decks">The decks.</param>
    /// <param name="data">The learner's settings and log.</param>
    /// <param name="options">What is asked; null for what a session that was not ended asks.</param>
    /// <returns>Why there is nothing to ask; null where there was something.</returns>
    private static async Task<NothingToAsk?> StudyAsync(
        Terminal terminal,
        List<NamedDeck> decks,
        LearnerData data,
        SessionOptions? options
    )
    {
        if (options?.Mode == StudyMode.CheatSheet)
        {
            return CheatSheetPrint.Run(terminal, decks, data, options);
        }

        NothingToAsk? nothing = null;
        StudyRunner? runner;
        if (options is null)
        {
            runner = SessionResume.Make(terminal, decks, data);
        }
        else
        {
            SessionResume.Offer(terminal, data.Log);
            runner = SessionStart.Make(
                terminal,
                decks,
                data,
                options,
                data.Settings.Transcript,
                out nothing,
                isKept: true
            );
        }

        if (runner is not null)
        {
            await new TerminalSession(terminal, runner).RunAsync();
        }

        return nothing;
    }
}
