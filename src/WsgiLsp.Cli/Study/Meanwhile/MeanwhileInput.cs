using WsgiLsp.Cli.Study.Keys;
using WsgiLsp.Study;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Cli.Study.Meanwhile;

/// <summary>
/// What a learner types while a command runs. When the command has ended, there is no more of it; but an item that the
/// learner has begun is theirs to finish.
/// </summary>
/// <param name="terminal">The terminal.</param>
/// <param name="runner">The session.</param>
/// <param name="end">Ends the session at once.</param>
internal sealed class MeanwhileInput(Terminal terminal, StudyRunner runner, CancellationTokenSource end) : ILineInput
{
    private const string ToFinish = "finish this card to see its output";
    private const string TheEnd = "so the questions end here";

    private readonly ILineInput input = KeyInput.Over(terminal, runner);
    private readonly Lock guard = new();
    private SessionItem? open;
    private bool hasRead;
    private bool isBegun;
    private bool isWaiting;
    private bool isTold;
    private string? fact;

    public bool HasBegunLine => input.HasBegunLine;

    public bool EndsWithCard
    {
        get
        {
            lock (guard)
            {
                return fact is not null;
            }
        }
    }

    public void SayAbove(Action say) => input.SayAbove(say);

    public void KeepBegunLine() => input.KeepBegunLine();

    public void Close() => input.Close();

    /// <summary>The command has ended.</summary>
    /// <param name="ended">Says so.</param>
    public void End(string ended)
    {
        bool isIdle;
        lock (guard)
        {
            fact = ended;
            isBegun |= HasBegunLine;
            isIdle = isWaiting && !isBegun;
            if (isWaiting && isBegun)
            {
                input.SayAbove(() => Tell(ToFinish));
            }
        }

        if (isIdle)
        {
            // Behind the prompt.
            terminal.Out.WriteLine();
            terminal.Out.Flush();
            Tell(TheEnd);
            end.Cancel();
        }
    }

    public string? ReadLine(CancellationToken cancellationToken)
    {
        lock (guard)
        {
            var current = runner.State.Current;
            isBegun = hasRead && current is not null && ReferenceEquals(current, open);
            (open, hasRead) = (current, false);
            if (fact is not null && !isBegun)
            {
                // It ended between two lines.
                Tell(TheEnd);
                return null;
            }

            if (fact is not null)
            {
                Tell(ToFinish);
            }

            isWaiting = true;
        }

        var line = input.ReadLine(cancellationToken);
        lock (guard)
        {
            (isWaiting, hasRead) = (false, line is not null);
        }

        return line;
    }

    /// <summary>Says once that the command has ended, and what follows.</summary>
    private void Tell(string consequence)
    {
        if (!isTold)
        {
            isTold = true;
            terminal.Complain($"{fact}; {consequence}");
        }
    }
}
