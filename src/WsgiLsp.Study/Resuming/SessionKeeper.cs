using System.Collections.Immutable;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Study.Resuming;

/// <summary>Writes a session down, line by line, for the log to keep.</summary>
/// <param name="kept">The session so far.</param>
internal sealed class SessionKeeper(KeptSession kept)
{
    private KeptSession _kept = kept;

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
        : this(
            new KeptSession
            {
                Title = title,
                Day = day,
                Began = opening.State.Began,
                LeftOut = opening.State.Options.LeftOut,
                Items = [.. items.Select(SessionReplay.Keep)],
                Lines = [new KeptLine { World = world, Said = SessionReplay.MarkOf(opening.Lines) }],
            }
        ) { }

    /// <summary>Whether any line was taken, or begun.</summary>
    public bool HasBegun => _kept.HasBegun;

    /// <summary>What is kept of the next line.</summary>
    public string Draft => _kept.Draft;

    /// <summary>The session after one more line, which is not taken before <see cref="Take"/>.</summary>
    public KeptSession With(KeptLine line, TranscriptState state) =>
        _kept with
        {
            Lines = [.. _kept.Lines, line],
            Answered = state.History.Count,
            Draft = "",
        };

    /// <summary>The session with what is typed of the next line.</summary>
    public KeptSession With(string draft) => _kept with { Draft = draft };

    /// <summary>Takes the session as it is on disk.</summary>
    public void Take(KeptSession kept) => _kept = kept;
}
