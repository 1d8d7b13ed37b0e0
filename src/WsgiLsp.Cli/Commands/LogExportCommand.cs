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
            var target = File.Exists(path) ? File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName : null;
            var count = WriteWhole(log, target ?? path);
            terminal.Complain(count == 1 ? $"1 event written to {file}" : $"{count} events written to {file}");
            return ExitCode.Clean;
        }
        catch (Exception e) when (FileProblem.IsExpected(e))
        {
            terminal.Complain($"{file}: {FileProblem.From(file, e).Message}");
            return ExitCode.CannotRun;
        }
    }

    /// <summary>Writes beside the file first, so that a failure leaves no half export.</summary>
    private static long WriteWhole(ReviewLog log, string path)
    {
        var temporary = Path.Join(Path.GetDirectoryName(path), $".{Path.GetFileName(path)}.{Guid.NewGuid():N}");
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            // Answers are their learner's own, as the log is.
            options.UnixCreateMode = File.Exists(path)
                ? File.GetUnixFileMode(path)
                : UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        try
        {
            long count;
            using (var stream = new FileStream(temporary, options))
            {
                using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true)
                {
                    NewLine = "\n",
                };
                count = Write(log, writer);
                writer.Flush();
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, path, overwrite: true);
            return count;
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static long Write(ReviewLog log, TextWriter writer) =>
        log.Visit(logged => writer.WriteLine(EventJson.Write(logged)));
}
