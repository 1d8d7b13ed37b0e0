using FsCheck;
using FsCheck.Fluent;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;
using WsgiLsp.Study.Sync;

namespace WsgiLsp.Study.Tests.Sync;

/// <summary>
/// Three devices, whose clocks are wrong, answer, take back, regrade, attach and fit weights, and exchange in any
/// order: in the end they have the same events and states.
/// </summary>
public class ConvergenceTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.Parse("2026-03-01T10:00:00+01:00");

    /// <summary>One device does one thing: its device, what, two numbers that say to which item and how.</summary>
    private static readonly Gen<(int Device, int What, int One, int Other)> Deeds =
        from device in Gen.Choose(0, 2)
        from what in Gen.Choose(0, 13)
        from one in Gen.Choose(0, 3)
        from other in Gen.Choose(0, 3)
        select (device, what, one, other);

    private static readonly Gen<(int[] Hours, (int Device, int What, int One, int Other)[] Deeds)> Lives =
        from hours in Gen.ArrayOf(Gen.Choose(-60, 60), 3)
        from deeds in Gen.ArrayOf(Deeds)
        select (hours, deeds);

    [Fact]
    public void Any_order_of_exchanges_ends_equal() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(40).WithStartSize(5).WithEndSize(80),
            Prop.ForAll(Arb.From(Lives), life => EndsEqual(life.Hours, life.Deeds))
        );

    private static bool EndsEqual(int[] hours, (int Device, int What, int One, int Other)[] deeds)
    {
        using var folder = new TestFolder();
        var exchange = Directory.CreateDirectory(Path.Join(folder.Path, "exchange")).FullName;
        var devices = hours
            .Select((h, i) => new SyncDevice(Path.Join(folder.Path, $"device{i}"), exchange, Start.AddHours(h)))
            .ToList();
        try
        {
            foreach (var (device, what, one, other) in deeds)
            {
                Do(devices[device], what, $"deck/{one}", $"deck/{other}", other);
            }

            // What the last one wrote reaches the first in the second round.
            foreach (var device in devices.Concat(devices))
            {
                Exchange(device);
            }

            var (first, second, third) = (devices[0].Log, devices[1].Log, devices[2].Log);
            return AreEqual(first, second)
                && AreEqual(first, third)
                && devices.All(device => device.Log.Verify().IsSound)
                && devices.All(device => SyncFolder.Exchange(device.Log) is { TakenIn: 0, Written: 0 });
        }
        finally
        {
            devices.ForEach(device => device.Dispose());
        }
    }

    private static void Do(SyncDevice device, int what, string item, string other, int number)
    {
        var log = device.Log;
        var clock = device.Clock;
        clock.Pass(TimeSpan.FromMinutes(7));
        switch (what)
        {
            case 0 or 1 or 2 or 3:
                // Half of the items are recognized.
                device.Answer(item, (Grade)(number + 1), item is "deck/0" or "deck/1" ? "choice" : "recall");
                break;
            case 4 when Last(log, ReviewEventKind.Review) is { } review:
                log.Append(
                    new()
                    {
                        Kind = ReviewEventKind.Undo,
                        Item = review.Event.Item,
                        Target = review.Id,
                    }
                );
                break;
            case 5 when Last(log, ReviewEventKind.Review) is { } review:
                var grade = (Grade)(number + 1);
                log.Append(
                    new()
                    {
                        Kind = ReviewEventKind.Regrade,
                        Item = review.Event.Item,
                        Target = review.Id,
                        Grade = grade,
                    }
                );
                break;
            case 6 when item != other:
                log.Append(
                    new()
                    {
                        Kind = ReviewEventKind.Attach,
                        Item = item,
                        Given = other,
                    }
                );
                break;
            case 7 when Last(log, ReviewEventKind.Attach) is { } attached:
                log.Append(
                    new()
                    {
                        Kind = ReviewEventKind.Detach,
                        Item = attached.Event.Item,
                        Target = attached.Id,
                    }
                );
                break;
            case 8:
                ReviewEventKind[] kinds =
                [
                    ReviewEventKind.Suspend,
                    ReviewEventKind.Resume,
                    ReviewEventKind.Bury,
                    ReviewEventKind.Reset,
                ];
                log.Append(new() { Kind = kinds[number], Item = item });
                break;
            case 9:
                clock.Pass(TimeSpan.FromHours(number == 0 ? -30 : 13 * number));
                break;
            case 10:
                var weights = FsrsWeights.Default.Values.Select((weight, i) => i < 4 ? weight * (number + 2) : weight);
                var family = item is "deck/0" or "deck/2" ? WeightsFamily.Production : WeightsFamily.Recognition;
                log.AppendAll([new FittedWeights(family, [.. weights], number).ToEvent()]);
                break;
            default:
                Exchange(device);
                break;
        }
    }

    private static void Exchange(SyncDevice device) => Assert.Empty(SyncFolder.Exchange(device.Log).Problems);

    private static LoggedEvent? Last(ReviewLog log, ReviewEventKind kind) =>
        log.ReadAll().LastOrDefault(logged => logged.Event.Kind == kind);

    private static bool AreEqual(ReviewLog one, ReviewLog other)
    {
        var (states, others) = (one.ReadItemStates(), other.ReadItemStates());
        return one.ReadAll().SequenceEqual(other.ReadAll())
            && WeightsFamilies.All.All(family =>
                states.Fsrs[family].Weights.Values.SequenceEqual(others.Fsrs[family].Weights.Values)
            )
            && states.Known.Concat(others.Known).All(known => states[known.Key] == others[known.Key]);
    }
}
