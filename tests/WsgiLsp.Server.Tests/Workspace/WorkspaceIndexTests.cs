using Microsoft.Extensions.Logging;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Server.Tests.Workspace;

public sealed class WorkspaceIndexTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly Failures failures = new();

    public WorkspaceIndexTests() => folder.With("a.deck.md", "# A\n\n## B?\n\nC.\n");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_reading_that_fails_is_logged_and_keeps_nobody_waiting()
    {
        var index = new WorkspaceIndex(new ConfigLookup(), () => { }, failures);

        await index.Read([folder.Path], (_, _) => throw new InvalidOperationException("reading"));

        Assert.True(index.WhenRead.IsCompleted);
        Assert.Equal(["reading"], failures.Messages);
    }

    [Fact]
    public async Task What_fails_when_it_is_told_is_logged_and_the_next_reading_goes_on()
    {
        var index = new WorkspaceIndex(
            new ConfigLookup(),
            () => throw new InvalidOperationException("telling"),
            failures
        );

        await index.Read([folder.Path]);
        folder.With("a.deck.md", "# Other\n");
        await index.FilesChanged([folder["a.deck.md"]]);

        Assert.Equal(["telling", "telling"], failures.Messages);
        Assert.Equal("Other", index.Current!.Decks[folder["a.deck.md"]].Title);
    }

    /// <summary>What is logged as failed.</summary>
    private sealed class Failures : ILogger
    {
        public List<string?> Messages { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            Assert.Equal(LogLevel.Error, logLevel);
            Messages.Add(exception?.Message);
        }
    }
}
