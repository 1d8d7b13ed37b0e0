using System.CommandLine;
using WsgiLsp.Cli.Study;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Cli.Commands;

/// <summary><c>wsgilsp study</c>: a quiz at the terminal.</summary>
internal static class StudyCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = PathArgument.Create();
        var options = new StudyCommandOptions();
        var command = new Command("study", "Answer questions; the answers are recorded.") { paths };
        options.AddTo(command);
        command.SetAction(parsed =>
            RunAsync(terminal, parsed.GetRequiredValue(paths), settings => options.Read(parsed, settings))
        );
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal,
        string[] paths,
        Func<SessionOptions, SessionOptions> choose
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
                    if (await StudyAsync(terminal, decks, data, choose(data.Settings.Session)) is { } nothing)
                    {
                        terminal.Complain(nothing.Reason + nothing.Advice);
                    }

                    return ExitCode.Clean;
                },
                isExchanging: true
            );
    }

    /// <summary>Asks, or prints a page.</summary>
    /// <returns>Why there is nothing to ask; null where there was something.</returns>
    private static async Task<NothingToAsk?> StudyAsync(
        Terminal terminal,
        List<NamedDeck> decks,
        LearnerData data,
        SessionOptions options
    )
    {
        if (options.Mode == StudyMode.CheatSheet)
        {
            return CheatSheetPrint.Run(terminal, decks, data, options);
        }

        if (SessionStart.Make(terminal, decks, data, options, data.Settings.Transcript, out var nothing) is { } runner)
        {
            await new TerminalSession(terminal, runner).RunAsync();
        }

        return nothing;
    }
}
