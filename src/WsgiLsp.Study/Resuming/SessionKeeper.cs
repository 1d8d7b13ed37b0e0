using System.Collections.Immutable;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Study.Resuming;

/// <summary>Writes a session down, line by line, for the log to keep.</summary>
internal sealed class SessionKeeper
{
    private readonly string _title;
    private readonly int _day;
    private readonly int _leftOut;
    private readonly List<KeptItem> _items;
    private readonly List<KeptLine> _lines;
    private readonly long _began;

    /// <summary>Begins with the opening.</summary>
    /// <param name="items">What is asked.</param>
    /// <param name="title">What is asked as a whole.</param>
    /// <param name="day">The study day.</param>
    /// <param name="opening">The opening step.</param>
    /// <param name="world">What the world said for it.</param>
    public SessionKeeper(
        ImmutableArray<SessionItem> items,
        string title,
        int day,
        TranscriptStep opening,
        List<long?> world
    )
    {
        (_title, _day, _leftOut) = (title, day, opening.State.Options.LeftOut);
        _began = opening.State.Began;
        _items = [.. items.Select(SessionReplay.Keep)];
        _lines = [new KeptLine { World = world, Said = SessionReplay.MarkOf(opening.Lines) }];
    }

    /// <summary>Goes on with a session that was kept.</summary>
    public SessionKeeper(KeptSession kept)
    {
        (_title, _day, _leftOut, _began) = (kept.Title, kept.Day, kept.LeftOut, kept.Began);
        (_items, _lines) = (kept.Items, kept.Lines);
    }

    /// <summary>Whether any line was taken.</summary>
    public bool HasLines => _lines.Count > 1;

    /// <summary>The session after one more line, which is not taken before <see cref="Take"/>.</summary>
    public string With(KeptLine line, TranscriptState state) =>
        new KeptSession
        {
            Title = _title,
            Day = _day,
            Began = _began,
            LeftOut = _leftOut,
            Items = _items,
            Lines = [.. _lines, line],
            Answered = state.History.Count,
        }.ToString();

    /// <summary>Takes a line that is on disk.</summary>
    public void Take(KeptLine line) => _lines.Add(line);
}
