using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Study.Tests.Resuming;

/// <summary>A learner with a log.</summary>
internal sealed class Learner : IDisposable
{
    private static readonly TranscriptOptions Options = new();

    private readonly TestFolder _folder = new();
    private readonly ImmutableArray<SessionItem> _items;

    public Learner(params string[] ids)
        : this(isExam: false, ids) { }

    public Learner(bool isExam, string[] ids)
    {
        Log = ReviewLog.Open(_folder.LogPath, Clock);
        var mode = isExam ? StudyMode.Exam : StudyMode.Mixed;
        _items =
        [
            .. ids.Select(id => TestCards.ById[id])
                .Where(card => mode.Has(card.Kind))
                .Select(card => SessionPlan.Item(card, card.Items[0], ItemState.New, seed: 3, mode)),
        ];
    }

    public TestClock Clock { get; } = TestClock.At("2026-03-01T10:00:00+02:00");

    public ReviewLog Log { get; }

    public void Dispose()
    {
        Log.Dispose();
        _folder.Dispose();
    }

    public StudyRunner Begin(bool isKept = true) => new(_items, "Servers", Log, Clock, Options, isKept: isKept);

    public StudyRunner Run(string[] lines)
    {
        var runner = Begin();
        Array.ForEach(lines, line => runner.Feed(line));
        return runner;
    }

    public StudyRunner? Resume(IEnumerable<Card> cards) => StudyRunner.Resume(Log, cards, Clock, Options);

    /// <summary>What the log holds, without what chance decides, and without the time to the first line after a break.</summary>
    public IEnumerable<ReviewEvent> Happened() =>
        Log.ReadAll().Select(logged => logged.Event with { Target = null, MillisecondsSpent = null });
}
