using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Identity;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Study.Resuming;

/// <summary>
/// Where a session was when its decks said something else from then on: what was typed before cannot be played again. Never
/// an exam's, which asks what it began with.
/// </summary>
internal sealed class KeptState
{
    /// <summary>The places of the round.</summary>
    public required List<KeptSlot> Slots { get; init; }

    /// <summary>What stood open; null where the Result did.</summary>
    public KeptOpen? Open { get; init; }

    /// <summary>The answers of the round.</summary>
    public required List<KeptAnswer> History { get; init; }

    /// <summary>Number of answers in all rounds.</summary>
    public int AnswerCount { get; init; }

    /// <summary>When it began, ms UTC.</summary>
    public long Began { get; init; }

    /// <summary>What comes back.</summary>
    public required List<KeptReturn> Returning { get; init; }

    /// <summary>Number of items opened.</summary>
    public int Opened { get; init; }

    /// <summary>Writes a state down.</summary>
    /// <param name="state">The state.</param>
    /// <param name="reviewOf">The review that the log has of an answer, by its number.</param>
    public static KeptState Of(TranscriptState state, Func<int, Guid> reviewOf) =>
        new()
        {
            Slots =
            [
                .. state.Slots.Select(slot => new KeptSlot
                {
                    Item = SessionReplay.Keep(slot.Item),
                    Text = MarkOf(slot.Item),
                    BroughtBy = slot.BroughtBy,
                    Interrupted = slot.Interrupted is { } open ? KeptOpen.Of(open) : null,
                    IsSetAside = slot.IsSetAside,
                }),
            ],
            Open = state.Phase is OpenItem now ? KeptOpen.Of(now) : null,
            History = [.. state.History.Select(entry => KeptAnswer.Of(entry, reviewOf(entry.Number)))],
            AnswerCount = state.AnswerCount,
            Began = state.Began,
            Returning =
            [
                .. state.Returning.Select(one => new KeptReturn
                {
                    Item = SessionReplay.Keep(one.Item),
                    Number = one.Number,
                    Due = one.Due,
                    After = one.After,
                }),
            ],
            Opened = state.Opened,
        };

    /// <summary>
    /// The state again; null where a card is gone, or the decks say something else by now of what was asked. What was not asked
    /// yet will be asked in its new words.
    /// </summary>
    /// <param name="cards">The decks' cards.</param>
    /// <param name="options">What holds for the transcript.</param>
    public TranscriptState? Restore(IEnumerable<Card> cards, TranscriptOptions options)
    {
        var byKey = CardsByKey.Of(cards);
        var asked = History.Select(answer => answer.Before.Index).Append(Open?.Index ?? -1).ToHashSet();
        var slots = Slots
            .Select(
                (slot, index) =>
                    SessionReplay.Find(slot.Item, byKey) is { } item
                    && (MarkOf(item) == slot.Text || (!asked.Contains(index) && slot.Interrupted is null))
                        ? item
                        : null
            )
            .ToList();
        var returning = Returning.ConvertAll(one => SessionReplay.Find(one.Item, byKey));
        if (slots.Contains(null) || returning.Contains(null))
        {
            return null;
        }

        OpenItem OpenOf(KeptOpen open) => open.Restore(slots[open.Index]!, options.Known);
        return new TranscriptState
        {
            Slots =
            [
                .. Slots.Zip(
                    slots,
                    (slot, item) =>
                        new Slot(item!)
                        {
                            BroughtBy = slot.BroughtBy,
                            Interrupted = slot.Interrupted?.Restore(item!, options.Known),
                            IsSetAside = slot.IsSetAside,
                        }
                ),
            ],
            Phase = Open is null ? new Finished() : OpenOf(Open),
            History = [.. History.Select(answer => answer.Restore(OpenOf(answer.Before)))],
            AnswerCount = AnswerCount,
            Options = options,
            Began = Began,
            Returning =
            [
                .. Returning.Zip(returning, (one, item) => new Returning(item!, one.Number, one.Due, one.After)),
            ],
            Opened = Opened,
        };
    }

    private static string MarkOf(SessionItem item) => SeenItem.Of(item.Card, item.Name).Fingerprint;
}

/// <summary>A place of a kept round.</summary>
internal sealed class KeptSlot
{
    /// <summary>The item.</summary>
    public required KeptItem Item { get; init; }

    /// <summary>A mark of what it asks and of its answer.</summary>
    public required string Text { get; init; }

    /// <summary>The number of the answer that brought it back; null where the round began with it.</summary>
    public int? BroughtBy { get; init; }

    /// <summary>How it was left for the moment; null where it was not.</summary>
    public KeptOpen? Interrupted { get; init; }

    /// <summary>Whether it was buried or suspended.</summary>
    public bool IsSetAside { get; init; }
}

/// <summary>An item that comes back.</summary>
internal sealed class KeptReturn
{
    /// <summary>The item.</summary>
    public required KeptItem Item { get; init; }

    /// <summary>The number of the answer that brings it back.</summary>
    public required int Number { get; init; }

    /// <summary>When it is due, ms UTC.</summary>
    public required long Due { get; init; }

    /// <summary>The number of answers after which it may come back.</summary>
    public required int After { get; init; }
}
