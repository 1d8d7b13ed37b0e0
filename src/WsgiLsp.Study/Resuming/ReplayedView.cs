using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Study.Resuming;

/// <summary>Says once more what a <see cref="RecordingView"/> wrote down.</summary>
/// <param name="said">What was said.</param>
internal sealed class ReplayedView(IReadOnlyList<long?> said) : IStudyView
{
    private int _next;

    /// <summary>Whether it was asked for all that was said, and for no more.</summary>
    public bool IsSpent => _next == said.Count;

    public long Now => Next() ?? 0;

    public TimeSpan? Wait(SessionItem item, Grade grade) => Span();

    public TimeSpan? WaitInstead(SessionItem item, int number, Grade grade) => Span();

    public TimeSpan? Peeked(SessionItem item) => Span();

    public int? Leech(SessionItem item) => (int?)Next();

    private TimeSpan? Span() => Next() is { } ms ? TimeSpan.FromMilliseconds(ms) : null;

    private long? Next() => _next++ < said.Count ? said[_next - 1] : null;
}
