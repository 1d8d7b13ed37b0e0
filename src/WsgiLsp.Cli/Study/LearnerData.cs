using WsgiLsp.Server.Workspace;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Settings;

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

    /// <summary>Opens them. Settings that cannot be read are complained of, and the defaults hold.</summary>
    public static LearnerData Open(Terminal terminal)
    {
        var folder = DataFolder.Resolve(terminal.Environment);
        var file = Path.Join(folder, "settings.json");
        var settings = UserSettings.Load(file, out var problem).Study;
        if (problem is not null)
        {
            terminal.Complain($"{file}: {problem}; the defaults hold");
        }

        return new LearnerData(
            settings,
            ReviewLog.Open(DataFolder.ReviewLogIn(folder), terminal.Clock, settings.Log),
            folder
        );
    }

    public void Dispose() => Log.Dispose();
}
