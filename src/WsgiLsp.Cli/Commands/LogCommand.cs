using System.CommandLine;
using WsgiLsp.Cli.Study;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Cli.Commands;

/// <summary><c>wsgilsp log</c>: looks after the review log.</summary>
internal static class LogCommand
{
    public static Command Create(Terminal terminal) =>
        new("log", "Look after the log of your answers.")
        {
            CreatePath(terminal),
            LogVerifyCommand.Create(terminal),
            LogExportCommand.Create(terminal),
            LogImportCommand.Create(terminal),
            LogResetCommand.Create(terminal),
            LogForgetCommand.Create(terminal),
            LogOrphansCommand.Create(terminal),
        };

    /// <summary>Does something with the log; if it cannot be used, says why.</summary>
    public static Task<int> With(Terminal terminal, Func<ReviewLog, int> work) =>
        LearnerData.UseAsync(terminal, data => Task.FromResult(work(data.Log)));

    private static Command CreatePath(Terminal terminal)
    {
        var command = new Command("path", "Say where the log is. It is there from the first answer on.");
        command.SetAction(_ =>
            With(
                terminal,
                log =>
                {
                    terminal.Out.WriteLine(log.Path);
                    return ExitCode.Clean;
                }
            )
        );
        return command;
    }
}
