using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Transcript;

/// <summary>
/// What a transcript must know of the world: the time, and what an answer would do to the schedule. Given from outside, so
/// that the transcript itself is pure.
/// </summary>
public interface IStudyView
{
    /// <summary>This moment, ms UTC.</summary>
    long Now { get; }

    /// <summary>How long an item would wait after a grade; null where nothing changes, or nobody schedules.</summary>
    TimeSpan? Wait(SessionItem item, Grade grade);

    /// <summary>How long an item would have waited since an answer, had that got another grade; null likewise.</summary>
    /// <param name="item">The item.</param>
    /// <param name="number">The answer's number in the session.</param>
    /// <param name="grade">The other grade.</param>
    TimeSpan? WaitInstead(SessionItem item, int number, Grade grade);

    /// <summary>
    /// How long ago the item's answer was looked at outside the session, where that caps the next answer's grade; else null.
    /// </summary>
    TimeSpan? Peeked(SessionItem item) => null;

    /// <summary>How often the item will have been missed after a miss of now, where that makes it a leech; else null.</summary>
    int? Leech(SessionItem item) => null;
}
