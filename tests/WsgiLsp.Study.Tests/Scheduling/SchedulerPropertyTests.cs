using FsCheck;
using FsCheck.Fluent;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Tests.Scheduling;

public sealed class SchedulerPropertyTests
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(2000);

    private static Gen<FsrsWeights> Weights =>
        FsrsWeights
            .Bounds.Select(bound =>
                Gen.Choose(0, 1000).Select(part => bound.Least + ((bound.Most - bound.Least) * part / 1000))
            )
            .Aggregate(
                Gen.Constant(new List<double>()),
                (all, one) => all.SelectMany(list => one.Select(w => (List<double>)[.. list, w]))
            )
            .Select(values => FsrsWeights.Of("any", [.. values]));

    private static Gen<(Grade Grade, int Days)[]> History =>
        Gen.Choose(1, 4)
            .SelectMany(grade =>
                Gen.OneOf(Gen.Constant(0), Gen.Choose(0, 30), Gen.Choose(0, 40000)).Select(days => ((Grade)grade, days))
            )
            .ArrayOf();

    private static Gen<Scheduler> Schedulers =>
        Weights.SelectMany(weights =>
            Gen.Choose(70, 99)
                .Select(retention => new Scheduler(
                    new Fsrs(weights),
                    new SchedulerOptions { Retention = retention / 100.0 }
                ))
        );

    [Fact]
    public void Memory_and_intervals_stay_within_their_bounds() =>
        Check(
            (scheduler, history) =>
            {
                var item = default(ItemSchedule);
                foreach (var (grade, days) in history)
                {
                    var answer = scheduler.Answer(item, grade, days);
                    item = answer.After;
                    Assert.InRange(item.Memory.Stability, 0.001, 36500);
                    Assert.InRange(item.Memory.Difficulty, 1, 10);
                    Assert.InRange(answer.Days, item.IsOnStep ? 0 : 1, Fsrs.MaxInterval);
                    Assert.Equal(item.IsOnStep, answer.Delay > TimeSpan.Zero);
                }
            }
        );

    [Fact]
    public void A_better_grade_never_waits_shorter_in_review() =>
        Check(
            (scheduler, history) =>
            {
                var item = default(ItemSchedule);
                foreach (var (grade, days) in history)
                {
                    if (item.Phase == LearningPhase.Review)
                    {
                        var waits = Enum.GetValues<Grade>()
                            .Where(g => g != Grade.Again)
                            .Select(g => scheduler.Answer(item, g, days).Days)
                            .ToList();
                        Assert.Equal(waits.Order(), waits);
                    }

                    item = scheduler.Answer(item, grade, days).After;
                }
            }
        );

    [Fact]
    public void A_failure_never_makes_a_memory_more_stable_and_a_success_never_less() =>
        Check(
            (scheduler, history) =>
            {
                var item = default(ItemSchedule);
                foreach (var (grade, days) in history)
                {
                    var before = item;
                    item = scheduler.Answer(item, grade, days).After;
                    if (before.Phase != LearningPhase.New && days > 0)
                    {
                        var ratio = item.Memory.Stability / before.Memory.Stability;
                        Assert.True(
                            grade == Grade.Again ? ratio <= 1 + 1e-12 || before.Memory.Stability <= 0.001 : ratio >= 1,
                            $"{before} became {item} after {grade}"
                        );
                    }
                }
            }
        );

    [Fact]
    public void Retrievability_falls_with_time_and_is_nine_tenths_after_the_stability() =>
        Check(
            (scheduler, history) =>
            {
                var stability = Math.Max(0.001, history.Sum(h => h.Days) / 7.0);
                Assert.Equal(0.9, scheduler.Fsrs.Retrievability(stability, stability), 9);
                Assert.Equal(1, scheduler.Fsrs.Retrievability(stability, 0));
                Assert.True(
                    scheduler.Fsrs.Retrievability(stability, stability)
                        > scheduler.Fsrs.Retrievability(stability, stability * 2)
                );
            }
        );

    [Fact]
    public void Fuzz_keeps_to_its_range_and_prefers_quiet_days() =>
        Prop.ForAll(
                Gen.Choose(1, 36500).ToArbitrary(),
                Gen.Choose(0, 30).ToArbitrary(),
                (days, repetition) =>
                {
                    var (first, last) = IntervalFuzz.Range(days, Fsrs.MaxInterval);
                    Assert.InRange(days, first, last);
                    Assert.True(last <= Fsrs.MaxInterval);
                    Assert.True(first > days * 0.84 && last < (days * 1.16) + 1);
                    var chosen = IntervalFuzz.Choose("deck/card", repetition, days, Fsrs.MaxInterval, _ => 0);
                    Assert.InRange(chosen, first, last);
                    Assert.Equal(chosen, IntervalFuzz.Choose("deck/card", repetition, days, Fsrs.MaxInterval, _ => 0));
                    Assert.Equal(
                        last,
                        IntervalFuzz.Choose("deck/card", repetition, days, Fsrs.MaxInterval, day => last - day)
                    );
                }
            )
            .Check(Config);

    [Fact]
    public void Fuzz_uses_its_whole_range() =>
        Assert.Equal(
            Enumerable.Range(28, 5),
            Enumerable
                .Range(0, 200)
                .Select(i => IntervalFuzz.Choose($"deck/card-{i}", 3, 30, Fsrs.MaxInterval, _ => 0))
                .Distinct()
                .Order()
        );

    private static void Check(Action<Scheduler, (Grade Grade, int Days)[]> holds) =>
        Prop.ForAll(Schedulers.ToArbitrary(), History.ToArbitrary(), (scheduler, history) => holds(scheduler, history))
            .Check(Config);
}
