using System.Text.Json;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Tests.Scheduling;

/// <summary>The scheduler against the figures of another implementation of FSRS-6; see the file's own words.</summary>
public sealed class FsrsVectorTests
{
    private const double Tolerance = 1e-5;

    private static readonly JsonDocument Vectors = JsonDocument.Parse(
        File.ReadAllText(Path.Join(AppContext.BaseDirectory, "Scheduling", "fsrs-vectors.json"))
    );

    public static TheoryData<int> Sequences =>
        [.. Vectors.RootElement.GetProperty("sequences").EnumerateArray().Select(s => s.GetProperty("id").GetInt32())];

    [Theory]
    [MemberData(nameof(Sequences))]
    public void Agrees_step_for_step(int id)
    {
        var sequence = Vectors
            .RootElement.GetProperty("sequences")
            .EnumerateArray()
            .Single(s => s.GetProperty("id").GetInt32() == id);
        var weights = Vectors
            .RootElement.GetProperty("weights")
            .GetProperty(sequence.GetProperty("weights").GetString()!);
        var scheduler = new Scheduler(
            new Fsrs(FsrsWeights.Of("vector", [.. weights.EnumerateArray().Select(w => w.GetDouble())])),
            new SchedulerOptions
            {
                Retention = sequence.GetProperty("retention").GetDouble(),
                LearningSteps = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(10)],
                RelearningSteps = [TimeSpan.FromMinutes(10)],
            }
        );
        var item = default(ItemSchedule);
        foreach (var step in sequence.GetProperty("steps").EnumerateArray())
        {
            var isSecondStep = item is { Phase: LearningPhase.Learning, Step: 1 };
            var grade = (Grade)step[0].GetInt32();
            var answer = scheduler.Answer(item, grade, step[1].GetInt32());
            item = answer.After;

            Assert.Equal(step[2].GetInt32(), (int)item.Phase);
            AssertClose(step[3].GetDouble(), item.Memory.Stability);
            AssertClose(step[4].GetDouble(), item.Memory.Difficulty);
            Assert.Equal(Math.Min(step[5].GetInt32(), Fsrs.MaxInterval), answer.Days);
            Assert.Equal(step[7].GetInt32(), item.Step);

            // There a hard answer on the second step waits as on the first.
            if (item.IsOnStep && !(isSecondStep && grade == Grade.Hard))
            {
                Assert.Equal(step[6].GetInt32(), answer.Delay.TotalMinutes);
            }
        }
    }

    private static void AssertClose(double expected, double actual) =>
        Assert.True(
            Math.Abs(expected - actual) <= Tolerance * Math.Max(1, expected),
            $"{actual} is not close to {expected}"
        );
}
