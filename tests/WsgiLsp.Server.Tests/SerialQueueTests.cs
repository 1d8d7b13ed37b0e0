using WsgiLsp.Server.Tests.Support;

namespace WsgiLsp.Server.Tests;

public class SerialQueueTests
{
    private readonly List<string> done = [];
    private readonly List<Exception> failures = [];
    private readonly TaskCompletionSource gate = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly SerialQueue queue;

    public SerialQueueTests() =>
        queue = new SerialQueue(failures.Add, new ManualClock(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero)));

    [Fact]
    public async Task Work_is_done_in_its_order_whatever_fails()
    {
        _ = queue.Post(() => gate.Task);
        var first = queue.Run(() => Task.FromResult(Note("one")));
        var bad = queue.Run<bool>(() => throw new InvalidOperationException("bad"));
        _ = queue.Post(() => throw new InvalidOperationException("unseen"));
        _ = queue.Post(() => Note("two"));
        Assert.Empty(done);
        gate.SetResult();

        await queue.Done;
        Assert.Equal(["one", "two"], done);
        Assert.True(await first);
        Assert.Equal("bad", (await Assert.ThrowsAsync<InvalidOperationException>(() => bad)).Message);
        Assert.Equal(["unseen"], failures.Select(failure => failure.Message));
    }

    [Fact]
    public async Task What_takes_long_holds_nobody_up()
    {
        queue.Start(async () =>
        {
            await gate.Task;
            await queue.Post(() => Note("late"));
        });
        await queue.Post(() => Note("soon"));
        Assert.Equal(["soon"], done);
    }

    [Theory]
    [InlineData(true, "running waiting")]
    [InlineData(false, "running")]
    public async Task At_the_end_what_runs_is_finished_and_nothing_more_is_taken(bool finishes, string expected)
    {
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _ = queue.Post(async () =>
        {
            begun.SetResult();
            await gate.Task;
            Note("running");
        });
        var waiting = queue.Post(() => Note("waiting"));
        await begun.Task;
        var end = queue.EndAsync(finishes);
        await queue.Post(() => Note("late"));
        await Assert.ThrowsAsync<ObjectDisposedException>(() => queue.Run(() => Task.FromResult(Note("late"))));
        gate.SetResult();

        await end;
        await waiting;
        Assert.Equal(expected, string.Join(' ', done));
        Assert.Empty(failures);
    }

    [Fact]
    public async Task What_never_ends_is_not_waited_for()
    {
        var clock = new ManualClock(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
        var stuck = new SerialQueue(failures.Add, clock);
        _ = stuck.Post(() => gate.Task);
        var end = stuck.EndAsync(finishes: true);
        Assert.False(end.IsCompleted);
        clock.Pass(TimeSpan.FromSeconds(5));
        await end;
    }

    private bool Note(string what)
    {
        done.Add(what);
        return true;
    }
}
