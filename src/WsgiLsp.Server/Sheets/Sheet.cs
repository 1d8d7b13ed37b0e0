using System.Collections.Immutable;
using WsgiLsp.Study;
using WsgiLsp.Study.Resuming;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sheets;

namespace WsgiLsp.Server.Sheets;

/// <summary>
/// The session of a quiz sheet, which is the truth; the sheet's text is a view of it. For one piece of work at a time.
/// </summary>
/// <param name="place">The sheet.</param>
/// <param name="runner">The session.</param>
/// <param name="held">Keeps other servers from answering the same sheet.</param>
/// <param name="clock">Measures how long an answer stands revealed.</param>
internal sealed class Sheet(SheetPlace place, StudyRunner runner, IDisposable held, TimeProvider clock) : IDisposable
{
    // A button under the pointer turns from "Show answer" into a grade: nobody read an answer in so short a time.
    private static readonly TimeSpan LeastReading = TimeSpan.FromMilliseconds(500);

    private long? revealed;

    /// <summary>Where it is.</summary>
    public SheetPlace Place => place;

    /// <summary>The session.</summary>
    public StudyRunner Runner => runner;

    /// <summary>What stands on the sheet.</summary>
    public SheetText Text { get; private set; } = new(runner.Opening, runner.Typed);

    /// <summary>What was taken last; null for nothing yet.</summary>
    public SheetStep? Last { get; private set; }

    /// <summary>Whether an answer was revealed so lately that a button that grades it was not meant.</summary>
    public bool IsJustRevealed =>
        runner.State.AwaitsGrade && revealed is { } since && clock.GetElapsedTime(since) < LeastReading;

    /// <summary>Takes complete lines, as <see cref="StudyRunner.Feed"/> does.</summary>
    /// <returns>The reply's lines.</returns>
    /// <exception cref="ReviewLogException">The log cannot be written: nothing was taken.</exception>
    public ImmutableArray<string> Feed(ImmutableArray<string> answer)
    {
        var reply = runner.Feed(answer).Lines;
        if (reply.IsEmpty)
        {
            return reply;
        }

        revealed = runner.State.AwaitsGrade ? clock.GetTimestamp() : null;
        Last = new SheetStep(Text, answer, reply);
        Text = new SheetText(runner.Opening, runner.Typed);
        return reply;
    }

    /// <inheritdoc/>
    public void Dispose() => held.Dispose();
}
