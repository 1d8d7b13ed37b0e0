using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Study.Tests;

/// <summary>A world without a schedule, in which no time passes.</summary>
internal sealed class NoSchedule : IStudyView
{
    public static NoSchedule Instance { get; } = new();

    public long Now => 0;

    public TimeSpan? Wait(SessionItem item, Grade grade) => null;

    public TimeSpan? WaitInstead(SessionItem item, int number, Grade grade) => null;
}
