using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Study.Resuming;

/// <summary>Writes down what a view says, in the order of the questions: times and spans in ms, nothing as null.</summary>
internal sealed class RecordingView(IStudyView view) : IStudyView
{
    /// <summary>What was said so far.</summary>
    public List<long?> Said { get; } = [];

    public long Now => Note(view.Now)!.Value;

    public TimeSpan? Wait(SessionItem item, Grade grade) => Note(view.Wait(item, grade));

    public TimeSpan? WaitInstead(SessionItem item, int number, Grade grade) =>
        Note(view.WaitInstead(item, number, grade));

    public TimeSpan? Peeked(SessionItem item) => Note(view.Peeked(item));

    public int? Leech(SessionItem item) => (int?)Note(view.Leech(item));

    private TimeSpan? Note(TimeSpan? span) =>
        Note((long?)span?.TotalMilliseconds) is { } ms ? TimeSpan.FromMilliseconds(ms) : null;

    private long? Note(long? said)
    {
        Said.Add(said);
        return said;
    }
}
