using System.CommandLine;
using WsgiLsp.Cli.Study;
using WsgiLsp.Cli.Web;
using WsgiLsp.Study;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Cli.Commands;

/// <summary><c>wsgilsp study</c>: a quiz at the terminal, or in a browser.</summary>
internal static class StudyCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = PathArgument.Create();
        var options = new StudyCommandOptions();
        var resume = new Option<bool>("--resume") { Description = "Go on with the session that was not ended." };
        var web = new Option<bool>("--web") { Description = "Ask in a browser of this machine." };
        var noBrowser = new Option<bool>("--no-browser")
        {
            Description = "With --web: print the address, and open no browser.",
        };
        var command = new Command("study", "Answer questions; the answers are recorded.")
        {
            paths,
            resume,
            web,
            noBrowser,
        };
        options.AddTo(command);
        command.Validators.Add(parsed =>
        {
            if (parsed.GetValue(resume) && options.AreIn(parsed))
            {
                parsed.AddError("--resume goes on with the session as it was begun; leave the other options out.");
            }

            if (parsed.GetValue(noBrowser) && !parsed.GetValue(web))
            {
                parsed.AddError("--no-browser says how --web begins, and --web is not there.");
            }
        });
        command.SetAction(parsed =>
            RunAsync(
                terminal,
                parsed.GetRequiredValue(paths),
                settings => parsed.GetValue(resume) ? null : options.Read(parsed, settings),
                parsed.GetValue(web) ? new WebFace(terminal, opensBrowser: !parsed.GetValue(noBrowser)) : null
            )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal,
        string[] paths,
        Func<SessionOptions, SessionOptions?> choose,
        WebFace? web
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

                    var (nothing, code) = await StudyAsync(terminal, decks, data, options, web);
                    if (nothing is not null)
                    {
                        terminal.Complain(nothing.Reason + nothing.Advice);
                    }

                    return code;
                },
                isExchanging: true
            );
    }

    /// <summary>Asks, or shows a page.</summary>
    /// <param name="terminal">The terminal.</param>
    /// <param name="decks">The decks.</param>
    /// <param name="data">The learner's settings and log.</param>
    /// <param name="options">What is asked; null for what a session that was not ended asks.</param>
    /// <param name="web">The browser; null for the terminal.</param>
    /// <returns>Why there is nothing to ask, null where there was something, and the exit code.</returns>
    private static async Task<(NothingToAsk? Nothing, int Code)> StudyAsync(
        Terminal terminal,
        List<NamedDeck> decks,
        LearnerData data,
        SessionOptions? options,
        WebFace? web
    )
    {
        if (options?.Mode == StudyMode.CheatSheet)
        {
            var none = CheatSheetPrint.Make(terminal, decks, data, options, out var page);
            var code =
                page is null ? ExitCode.Clean
                : web is null ? CheatSheetPrint.Print(terminal, page)
                : await web.ShowAsync(page, decks);
            return (none, code);
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

        if (runner is null)
        {
            return (nothing, ExitCode.Clean);
        }

        if (web is not null)
        {
            return (null, await web.StudyAsync(runner, decks, data.Log));
        }

        await new TerminalSession(terminal, runner).RunAsync();
        return (null, ExitCode.Clean);
    }
}
