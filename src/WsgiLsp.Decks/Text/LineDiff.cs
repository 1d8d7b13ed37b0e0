namespace WsgiLsp.Decks.Text;

/// <summary>Lines that differ between two texts.</summary>
/// <param name="OldStart">Index of the first line that goes; where lines are only added, of the line that they stand before.</param>
/// <param name="OldCount">How many lines go.</param>
/// <param name="NewStart">Index, in the new text, of the first line that comes.</param>
/// <param name="NewCount">How many lines come.</param>
public readonly record struct LineChange(int OldStart, int OldCount, int NewStart, int NewCount);

/// <summary>The fewest lines that make one text of another (Myers' greedy algorithm).</summary>
public static class LineDiff
{
    // Texts that differ in more lines than these are as good as all new; the search takes the square of it.
    private const int MostDifferences = 1000;

    /// <summary>The changes, ascending; between two of them is at least one common line.</summary>
    public static IReadOnlyList<LineChange> Between(IReadOnlyList<string> before, IReadOnlyList<string> after)
    {
        var head = 0;
        while (head < Math.Min(before.Count, after.Count) && before[head] == after[head])
        {
            head++;
        }

        var tail = 0;
        while (tail < Math.Min(before.Count, after.Count) - head && before[^(tail + 1)] == after[^(tail + 1)])
        {
            tail++;
        }

        var (oldCount, newCount) = (before.Count - head - tail, after.Count - head - tail);
        if (oldCount == 0 && newCount == 0)
        {
            return [];
        }

        return oldCount == 0 || newCount == 0
            ? [new LineChange(head, oldCount, head, newCount)]
            : Search(before, after, head, oldCount, newCount);
    }

    private static List<LineChange> Search(
        IReadOnlyList<string> before,
        IReadOnlyList<string> after,
        int head,
        int oldCount,
        int newCount
    )
    {
        // For each number of differences: how far each diagonal gets in the old text. Diagonal k is old line - new line.
        var rounds = new List<int[]>();
        var most = Math.Min(oldCount + newCount, MostDifferences);
        var reach = new int[(2 * most) + 2];
        for (var differences = 0; differences <= most; differences++)
        {
            rounds.Add((int[])reach.Clone());
            for (var k = -differences; k <= differences; k += 2)
            {
                var x = IsDown(reach, most, k, differences) ? reach[most + k + 1] : reach[most + k - 1] + 1;
                while (x < oldCount && x - k < newCount && before[head + x] == after[head + x - k])
                {
                    x++;
                }

                reach[most + k] = x;
                if (x >= oldCount && x - k >= newCount)
                {
                    return Trace(rounds, most, head, oldCount, newCount);
                }
            }
        }

        return [new LineChange(head, oldCount, head, newCount)];
    }

    // A step down adds a line, a step to the right drops one.
    private static bool IsDown(int[] reach, int middle, int k, int differences) =>
        k == -differences || (k != differences && reach[middle + k - 1] < reach[middle + k + 1]);

    private static List<LineChange> Trace(List<int[]> rounds, int middle, int head, int oldCount, int newCount)
    {
        var changes = new List<LineChange>();
        var (x, y) = (oldCount, newCount);
        for (var differences = rounds.Count - 1; differences > 0; differences--)
        {
            var reach = rounds[differences];
            var k = x - y;
            var isDown = IsDown(reach, middle, k, differences);
            var beforeK = isDown ? k + 1 : k - 1;
            x = reach[middle + beforeK];
            y = x - beforeK;
            Add(changes, new LineChange(head + x, isDown ? 0 : 1, head + y, isDown ? 1 : 0));
        }

        changes.Reverse();
        return changes;
    }

    /// <summary>Adds a step that stands before, or right before, those that are there.</summary>
    private static void Add(List<LineChange> changes, LineChange step)
    {
        if (
            changes is [.., var next]
            && step.OldStart + step.OldCount == next.OldStart
            && step.NewStart + step.NewCount == next.NewStart
        )
        {
            changes[^1] = new LineChange(
                step.OldStart,
                step.OldCount + next.OldCount,
                step.NewStart,
                step.NewCount + next.NewCount
            );
        }
        else
        {
            changes.Add(step);
        }
    }
}
