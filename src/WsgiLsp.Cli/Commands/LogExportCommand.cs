using System.CommandLine;
using System.Text;
using WsgiLsp.Server.Workspace;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Cli.Commands;

/// <summary><c>wsgilsp log export</c>: all events as JSON lines.</summary>
internal static class LogExportCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string?>("FILE")
        {
            Description = "Where to write; standard output if it is left out. A file that is there is replaced.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("export", "Write all events, one JSON object a line.") { file };
        command.SetAction(parsed => LogCommand.With(terminal, log => Run(terminal, log, parsed.GetValue(file))));
        return command;
    }

    private static int Run(Terminal terminal, ReviewLog log, string? file)
    {
        if (file is null or "-")
        {
            Write(log, terminal.Out);
            return ExitCode.Clean;
        }

        var path = Path.GetFullPath(file, terminal.Folder);
        try
        {
            long count = 0;
            AtomicFile.WritePrivate(path, stream => count = Write(log, stream));
            terminal.Complain($"{Counted.Of(count, "event")} written to {file}");
            return ExitCode.Clean;
        }
        catch (Exception e) when (FileProblem.IsExpected(e))
        {
            terminal.Complain($"{file}: {FileProblem.From(file, e).Message}");
            return ExitCode.CannotRun;
        }
    }

    private static long Write(ReviewLog log, Stream stream)
    {
        using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        return Write(log, writer);
    }

    private static long Write(ReviewLog log, TextWriter writer) =>
        log.Visit(logged => writer.WriteLine(EventJson.Write(logged)));
}
