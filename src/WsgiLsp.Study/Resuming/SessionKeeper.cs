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
    /// <param name="sheet">The sheet that it is on; null at a terminal.</param>
    public SessionKeeper(
        ImmutableArray<SessionItem> items,
        string title,
        int day,
        TranscriptStep opening,
        List<long?> world,
        SheetPlace? sheet
    )
        : this(
            new KeptSession
            {
                Title = title,
                Day = day,
                Began = opening.State.Began,
                Sheet = sheet,
                LeftOut = opening.State.Options.LeftOut,
                Items = [.. items.Select(SessionReplay.Keep)],
                Lines = [new KeptLine { World = world, Said = SessionReplay.MarkOf(opening.Lines) }],
            }
        ) { }

    /// <summary>The session as it was taken last.</summary>
    public KeptSession Kept => _kept;

    /// <summary>The id of the sheet that it is on; null at a terminal.</summary>
    public string? Sheet => _kept.Sheet?.Id;

    /// <summary>Whether any line was taken, or begun.</summary>
    public bool HasBegun => _kept.HasBegun;

    /// <summary>What is kept of the next line.</summary>
    public string Draft => _kept.Draft;

    /// <summary>The session after some more lines, which are not taken before <see cref="Take"/>.</summary>
    public KeptSession With(IEnumerable<KeptLine> lines, TranscriptState state) =>
        _kept with
        {
            Lines = [.. _kept.Lines, .. lines],
            Answered = state.History.Count,
            Places = state.Slots.Length,
            IsFinished = state.IsFinished,
            Draft = "",
        };

    /// <summary>The session from where its decks say something else, which is not taken before <see cref="Take"/>.</summary>
    /// <param name="state">Where it is.</param>
    /// <param name="opening">What stands there.</param>
    /// <param name="world">What the world said for it.</param>
    /// <param name="taken">Number of lines taken so far.</param>
    public KeptSession With(KeptState state, TranscriptStep opening, List<long?> world, int taken) =>
        _kept with
        {
            Renewed = state,
            TakenBefore = taken,
            Lines = [new KeptLine { World = world, Said = SessionReplay.MarkOf(opening.Lines) }],
        };

    /// <summary>The session with what is typed of the next line.</summary>
    public KeptSession With(string draft) => _kept with { Draft = draft };

    /// <summary>Takes the session as it is on disk.</summary>
    public void Take(KeptSession kept) => _kept = kept;
}
