using WsgiLsp.Server.Workspace;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Settings;
using WsgiLsp.Study.Sync;

namespace WsgiLsp.Cli.Study;

/// <summary>A learner's settings and log.</summary>
internal sealed class LearnerData : IDisposable
{
    private LearnerData(StudySettings settings, ReviewLog log, string folder)
    {
        Settings = settings;
        Log = log;
        Folder = folder;
    }

    /// <summary>What the learner set.</summary>
    public StudySettings Settings { get; }

    /// <summary>The log.</summary>
    public ReviewLog Log { get; }

    /// <summary>The data folder.</summary>
    public string Folder { get; }

    /// <summary>
    /// Does something with them. Settings that cannot be read are complained of, and the defaults hold; if the log cannot be
    /// used, the learner is told why.
    /// </summary>
    /// <param name="terminal">The terminal.</param>
    /// <param name="work">Answers the exit code.</param>
    /// <param name="isStudying">Whether what other computers wrote into the sync folder is taken in first.</param>
    public static async Task<int> UseAsync(Terminal terminal, Func<LearnerData, Task<int>> work, bool isStudying = true)
    {
        try
        {
            using var data = Open(terminal, isStudying);
            return await work(data);
        }
        catch (ReviewLogException e)
        {
            terminal.Complain(e.Message);
            return ExitCode.CannotRun;
        }
    }

    public void Dispose() => Log.Dispose();

    private static LearnerData Open(Terminal terminal, bool isStudying)
    {
        var folder = DataFolder.Resolve(terminal.Environment);
        var file = Path.Join(folder, "settings.json");
        var settings = UserSettings.Load(file, out var problem).Study;
        if (problem is not null)
        {
            terminal.Complain($"{file}: {problem}; the defaults hold");
        }

        var log = ReviewLog.Open(DataFolder.ReviewLogIn(folder), terminal.Clock, settings.Log);
        try
        {
            (isStudying ? SyncFolder.Exchange(log) : SyncReport.Nothing).Problems.ToList().ForEach(terminal.Complain);
            return new LearnerData(settings, log, folder);
        }
        catch
        {
            log.Dispose();
            throw;
        }
    }
}
