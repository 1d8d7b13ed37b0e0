using System.Globalization;
using WsgiLsp.Server.Workspace;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Cli.Study;

/// <summary>What became of a file of events.</summary>
/// <param name="Taken">Number of events that are new.</param>
/// <param name="Known">Number of events that were there already.</param>
/// <param name="Broken">Number of lines that could not be read.</param>
internal sealed record EventImport(int Taken, int Known, int Broken)
{
    /// <summary>Takes a file in, and says what of it could not be read; null where it is no export, or cannot be read at all.</summary>
    public static EventImport? TakeIn(Terminal terminal, ReviewLog log, string file)
    {
        var (taken, known, broken) = (0, 0, 0);
        (long Number, string Problem)? first = null;
        try
        {
            using var stream = File.OpenRead(Path.GetFullPath(file, terminal.Folder));
            foreach (var lines in EventLines.Read(stream).Chunk(EventLines.Batch))
            {
                var events = lines.Where(line => line.Event is not null).Select(line => line.Event!).ToList();
                var fresh = log.Import(events);
                (taken, known) = (taken + fresh, known + events.Count - fresh);
                foreach (var line in lines.Where(line => line.Problem is not null))
                {
                    broken++;
                    first ??= (line.Number, line.Problem!);
                }
            }
        }
        catch (Exception e) when (FileProblem.IsExpected(e))
        {
            terminal.Complain($"{file}: {FileProblem.From(file, e).Message}");
            return null;
        }

        if (first is not var (number, problem))
        {
            return new EventImport(taken, known, broken);
        }

        var place = string.Create(CultureInfo.InvariantCulture, $"{file}:{number}: error: {problem}");
        if (taken + known == 0)
        {
            terminal.Report(
                $"{place}; none of {Counted.Of(broken, "line")} is an event, so this is no export: nothing was taken in"
            );
            return null;
        }

        terminal.Report(
            broken == 1
                ? $"{place}; all other lines were taken in"
                : $"{place}; {broken} such lines could not be read, all others were taken in"
        );
        return new EventImport(taken, known, broken);
    }
}
