using WsgiLsp.Server.Workspace;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Settings;
using WsgiLsp.Study.Sync;

namespace WsgiLsp.Cli.Study;

/// <summary>A learner's settings and log.</summary>
internal sealed class LearnerData : IDisposable
{
    private LearnerData(StudySettings settings, ReviewLog log)
    {
        Settings = settings;
        Log = log;
    }

    /// <summary>What the learner set.</summary>
    public StudySettings Settings { get; }

    /// <summary>The log.</summary>
    public ReviewLog Log { get; }

    /// <summary>
    /// Does something with them. Settings that cannot be read are complained of, and the defaults hold; if the log cannot be
    /// used, the learner is told why.
    /// </summary>
    /// <param name="terminal">The terminal.</param>
    /// <param name="work">Answers the exit code.</param>
    /// <param name="isExchanging">Whether events are exchanged with the sync folder first.</param>
    public static async Task<int> UseAsync(
        Terminal terminal,
        Func<LearnerData, Task<int>> work,
        bool isExchanging = false
    )
    {
        try
        {
            using var data = Open(terminal, isExchanging);
            return await work(data);
        }
        catch (ReviewLogException e)
        {
            terminal.Complain(e.Message);
            return ExitCode.CannotRun;
        }
    }

    public void Dispose() => Log.Dispose();

    private static LearnerData Open(Terminal terminal, bool isExchanging)
    {
        var folder = DataFolder.Resolve(terminal.Environment);
        var settings = UserSettings.LoadFrom(folder, out var problems).Study;
        foreach (var problem in problems)
        {
            terminal.Report(problem.ToString());
        }

        var log = ReviewLog.Open(DataFolder.ReviewLogIn(folder), terminal.Clock, settings.Log);
        try
        {
            (isExchanging ? SyncFolder.Exchange(log) : SyncReport.Nothing).Problems.ToList().ForEach(terminal.Complain);
            return new LearnerData(settings, log);
        }
        catch
        {
            log.Dispose();
            throw;
        }
    }
}
