using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Optimizing;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Tests.Optimizing;

/// <summary>Weights of the learner to whom a log belongs.</summary>
public sealed class LearnerWeightsTests : IDisposable
{
    private const string Produced = "recall/0";
    private const string Recognized = "choice/0";

    private readonly TestFolder _folder = new();
    private readonly TestClock _clock = TestClock.At("2026-09-01T12:00:00+00:00");
    private readonly ReviewLog _log;

    public LearnerWeightsTests() => _log = ReviewLog.Open(_folder.LogPath, _clock);

    public void Dispose()
    {
        _log.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Better_weights_make_the_schedule_of_their_family_and_of_no_other()
    {
        Live(SimulatedLearner.Forgetful, "recall");
        Live(FsrsWeights.Default, "choice");
        var before = _log.ReadItemStates();
        var intervals = (Interval(Produced, WeightsFamily.Production), Interval(Recognized, WeightsFamily.Recognition));

        var trials = FitBoth();

        Assert.Equal([true, false], trials.Select(one => one.Trial.IsBetter));
        var kept = Assert.Single(_log.ReadAll(), logged => logged.Event.Kind == ReviewEventKind.Weights);
        var after = _log.ReadItemStates();
        Assert.NotEqual(before[Produced].Schedule.Memory, after[Produced].Schedule.Memory);
        Assert.Equal(before[Produced].DueDay, after[Produced].DueDay);
        Assert.Equal(before[Recognized], after[Recognized]);
        Assert.Equal(trials[0].Trial.Fitted, after.Fsrs[WeightsFamily.Production].Weights.Values);
        Assert.Same(FsrsWeights.Default, after.Fsrs[WeightsFamily.Recognition].Weights);
        Assert.NotEqual(intervals.Item1, Interval(Produced, WeightsFamily.Production));
        Assert.Equal(intervals.Item2, Interval(Recognized, WeightsFamily.Recognition));
        Assert.Equal($"{kept.Id:D}", Answer("new/one", "recall").Event.WeightsId);
        Assert.Equal(FsrsWeights.Default.Id, Answer("new/two", "choice").Event.WeightsId);
        Assert.True(_log.Verify().IsSound);
    }

    [Fact]
    public void Another_program_on_the_same_log_takes_them_at_once()
    {
        using var other = ReviewLog.Open(_folder.LogPath, _clock);
        Live(SimulatedLearner.Forgetful, "recall");
        var known = other.ReadItemStates();

        FitBoth();

        Assert.Null(other.ReadNews(known));
        var states = other.ReadItemStates();
        Assert.NotEqual(known[Produced].Schedule.Memory, states[Produced].Schedule.Memory);
        Assert.Equal(_log.ReadItemStates()[Produced], states[Produced]);
        Assert.Equal(
            _log.ReadWeights().Fsrs[WeightsFamily.Production].Weights.Values,
            other.ReadWeights().Fsrs[WeightsFamily.Production].Weights.Values
        );
        Assert.True(other.Verify().IsSound);
    }

    [Fact]
    public void A_regrade_is_planned_with_the_weights_of_its_answer()
    {
        Live(SimulatedLearner.Forgetful, "choice");
        FitBoth();
        var review = Answer("new/one", "choice");

        var regrade = _log.Append(
            new ReviewEvent
            {
                Kind = ReviewEventKind.Regrade,
                Item = "new/one",
                Target = review.Id,
                Grade = Grade.Easy,
            }
        );

        Assert.Equal(review.Event.WeightsId, regrade.Event.WeightsId);
        Assert.NotEqual(FsrsWeights.Default.Id, regrade.Event.WeightsId);
        var fsrs = _log.ReadItemStates().Fsrs[WeightsFamily.Recognition];
        Assert.Equal(fsrs.RawInterval(fsrs.First(Grade.Easy).Stability, 0.9), regrade.Event.RawInterval!.Value, 1e-9);
        Assert.True(_log.Verify().IsSound);
    }

    [Fact]
    public void It_is_offered_once_and_again_after_a_quarter_more()
    {
        Live(FsrsWeights.Default, "recall");
        Assert.Equal([(WeightsFamily.Production, 2000, false)], Offers());

        // These are not kept, and still nobody wants to be asked again.
        Assert.Equal([false], FitBoth().Select(one => one.Trial.IsBetter));
        Assert.Empty(Offers());

        Live(FsrsWeights.Default, "type", items: 99);
        Assert.Empty(Offers());

        Live(FsrsWeights.Default, "cloze", items: 1);
        Assert.Equal([(WeightsFamily.Production, 500, true)], Offers());
    }

    [Fact]
    public void Another_device_that_took_the_weights_in_does_not_offer_them_anew()
    {
        Live(SimulatedLearner.Forgetful, "recall");
        FitBoth();
        using var other = ReviewLog.Open(_folder.DataFolderFile("other.db"), _clock);

        other.Import(_log.ReadAll());

        Assert.Empty(LearnerWeights.Read(other).FindOffers());
        Assert.True(LearnerWeights.Read(other).HasOwn(WeightsFamily.Production));
        Assert.Equal(_log.ReadItemStates()[Produced], other.ReadItemStates()[Produced]);
        Assert.True(other.Verify().IsSound);
    }

    [Fact]
    public void Whoever_stops_it_in_the_middle_has_changed_nothing()
    {
        Live(SimulatedLearner.Forgetful, "recall");
        var (events, states) = (_log.ReadAll(), _log.ReadItemStates());

        Assert.Throws<InvalidOperationException>(() =>
            LearnerWeights
                .Read(_log)
                .Try(WeightsFamily.Production, () => throw new InvalidOperationException("The power is gone."))
        );

        using var reopened = ReviewLog.Open(_folder.LogPath, _clock);
        Assert.Equal(events, reopened.ReadAll());
        Assert.True(states.IsSame(_log.ReadItemStates()));
        Assert.Single(LearnerWeights.Read(reopened).FindOffers());
    }

    [Fact]
    public void Weights_that_cannot_be_kept_change_nothing()
    {
        Live(SimulatedLearner.Forgetful, "recall");
        var weights = LearnerWeights.Read(_log);
        var trial = weights.Try(WeightsFamily.Production)!;
        var before = _log.ReadItemStates();
        using (
            var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_folder.LogPath};Pooling=False")
        )
        {
            // The states are made anew after the event was added, and fail in the middle.
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText =
                $"CREATE TRIGGER fail BEFORE INSERT ON items WHEN NEW.item = '{Produced}' BEGIN SELECT RAISE(ABORT, 'no'); END";
            command.ExecuteNonQuery();
        }

        Assert.Throws<ReviewLogException>(() => weights.Keep([(WeightsFamily.Production, trial)]));

        Assert.DoesNotContain(_log.ReadAll(), logged => logged.Event.Kind == ReviewEventKind.Weights);
        Assert.Same(FsrsWeights.Default, _log.ReadWeights().Fsrs[WeightsFamily.Production].Weights);
        Assert.True(before.IsSame(_log.ReadItemStates()));
        Assert.True(_log.Verify().IsSound);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"algorithm\":\"fsrs6\",\"family\":\"production\"}")]
    [InlineData("{\"algorithm\":\"fsrs6\",\"family\":\"production\",\"weights\":[1,2,3]}")]
    [InlineData(
        "{\"algorithm\":\"fsrs6\",\"family\":\"cooking\",\"weights\":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]}"
    )]
    [InlineData(
        "{\"algorithm\":\"fsrs7\",\"family\":\"production\",\"weights\":[1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]}"
    )]
    [InlineData(
        "{\"algorithm\":\"fsrs6\",\"family\":\"production\",\"weights\":[1e999,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1,1]}"
    )]
    public void Weights_that_nobody_understands_do_not_hold(string? given)
    {
        Answer("deck/one", "recall");

        _log.AppendAll([new ReviewEvent { Kind = ReviewEventKind.Weights, Given = given }]);

        Assert.Same(WeightsInForce.Default, _log.ReadWeights());
        Assert.True(_log.Verify().IsSound);
    }

    [Fact]
    public void Weights_beyond_their_bounds_are_moved_to_them()
    {
        _log.AppendAll([new FittedWeights(WeightsFamily.Recognition, [.. Enumerable.Repeat(1e6, 21)], -3).ToEvent()]);

        var weights = _log.ReadWeights();
        Assert.Equal(
            FsrsWeights.Bounds.Select(bound => bound.Most),
            weights.Fsrs[WeightsFamily.Recognition].Weights.Values
        );
        Assert.Equal(0, weights[WeightsFamily.Recognition]!.Answers);
        Assert.Null(weights[WeightsFamily.Production]);
    }

    private void Live(FsrsWeights memory, string mode, int items = 400) =>
        _log.Import(SimulatedLearner.Events(memory, items, answers: 6, mode));

    private List<(WeightsFamily Family, WeightsTrial Trial)> FitBoth()
    {
        var weights = LearnerWeights.Read(_log);
        List<(WeightsFamily, WeightsTrial)> trials =
        [
            .. WeightsFamilies
                .All.Select(family => (family, weights.Try(family)))
                .Where(one => one.Item2 is not null)
                .Select(one => (one.family, one.Item2!)),
        ];
        weights.Keep(trials);
        return trials;
    }

    private List<(WeightsFamily, int, bool)> Offers() =>
        [.. LearnerWeights.Read(_log).FindOffers().Select(offer => (offer.Family, offer.Answers, offer.WasFitted))];

    private double Interval(string item, WeightsFamily family) =>
        _log.Plan(item, Grade.Good, family).RawInterval!.Value;

    private LoggedEvent Answer(string item, string mode)
    {
        _clock.Pass(TimeSpan.FromMinutes(1));
        return _log.Append(
            new ReviewEvent
            {
                Kind = ReviewEventKind.Review,
                Item = item,
                Grade = Grade.Easy,
                Mode = mode,
            }
        );
    }
}
