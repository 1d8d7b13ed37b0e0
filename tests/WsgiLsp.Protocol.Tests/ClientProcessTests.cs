namespace WsgiLsp.Protocol.Tests;

public class ClientProcessTests
{
    [Theory]
    [InlineData("alive alive gone", true)]
    [InlineData("alive alive alive", false)]
    [InlineData("gone gone gone", false)]
    public async Task The_server_ends_when_a_process_that_was_seen_is_gone(string looks, bool ends)
    {
        var clock = new ManualClock();
        var answers = new Queue<string>(looks.Split(' '));
        var options = new ConnectionOptions { Time = clock, IsProcessAlive = _ => answers.Dequeue() == "alive" };
        await using var client = new TestClient(options);
        await client.InitializeAsync("""{"capabilities":{},"processId":42}""");
        while (answers.Count > 0)
        {
            clock.Tick();
        }

        if (ends)
        {
            Assert.Null(await client.TryReadAsync());
            Assert.Equal(1, await client.Exit);
        }
        else
        {
            await client.SendAsync("""{"jsonrpc":"2.0","id":1,"method":"shutdown"}""");
            await client.ReadAsync();
        }
    }

    [Fact]
    public void Our_own_process_is_alive() => Assert.True(ClientProcess.IsAlive(Environment.ProcessId));

    [Fact]
    public void A_process_that_is_not_there_is_not_alive() => Assert.False(ClientProcess.IsAlive(int.MaxValue));

    /// <summary>A clock whose periodic timers fire when the test says so; other timers never do.</summary>
    private sealed class ManualClock : TimeProvider
    {
        private Action _tick = () => { };

        public void Tick() => _tick();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            if (period > TimeSpan.Zero)
            {
                _tick += () => callback(state);
            }

            return new Timer();
        }

        private sealed class Timer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose() { }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
