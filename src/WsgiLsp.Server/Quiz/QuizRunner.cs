using System.Collections.Immutable;
using System.Globalization;
using Microsoft.Extensions.Logging;
using WsgiLsp.Protocol;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Identity;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Server.Quiz;

/// <summary>Runs quizzes by message boxes, one at a time: a new one ends the one before it.</summary>
/// <param name="connection">The way to the client.</param>
/// <param name="window">Where the person is told of failures.</param>
/// <param name="client">The client's name.</param>
/// <param name="openLog">Opens the log.</param>
/// <param name="keep">Brings the log up to date with the deck that is asked.</param>
/// <param name="scale">What the grades are called.</param>
/// <param name="clock">Measures the time of each answer.</param>
/// <param name="logger">Told of what fails.</param>
internal sealed class QuizRunner(
    Connection connection,
    ClientWindow window,
    Func<string?> client,
    Func<ReviewLog> openLog,
    Func<IReadOnlyCollection<DeckAt>, Task> keep,
    Func<GradeScale> scale,
    TimeProvider clock,
    ILogger logger
) : IDisposable
{
    private readonly Lock guard = new();
#pragma warning disable CA2213 // The task that made it disposes it when it ends, which may be later.
    private CancellationTokenSource? current;
#pragma warning restore CA2213

    /// <summary>Starts a quiz and returns at once; the questions are put while other requests are served.</summary>
    /// <param name="decks">Reads the deck, or all decks where the request names none.</param>
    /// <param name="request">What to ask.</param>
    public void Start(Func<IReadOnlyList<DeckAt>> decks, QuizRequest request)
    {
        CancellationTokenSource own = new();
        lock (guard)
        {
            current?.Cancel();
            current = own;
        }

        _ = Task.Run(() => RunAsync(decks, request, own), CancellationToken.None);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (guard)
        {
            current?.Cancel();
            current = null;
        }
    }

    private async Task RunAsync(Func<IReadOnlyList<DeckAt>> read, QuizRequest request, CancellationTokenSource own)
    {
        var dialog = new QuizDialog(connection, NotifyingClients.Include(client()), own.Token);
        try
        {
            var decks = read();
            using var log = openLog();
            var hasLog = File.Exists(log.Path);
            if (hasLog)
            {
                await keep(decks);
            }

            // Who only looks at questions gets no log: the first answer makes it.
            var states = log.ReadItemStates();
            var items = QuizItems.Of([.. decks.Select(one => one.Deck)], request, log, states, new SessionOptions());
            await AskAllAsync(dialog, log, states, items, () => hasLog ? Task.CompletedTask : keep(decks));
        }
        catch (Exception exception) when (exception is OperationCanceledException or ObjectDisposedException)
        {
            // Another quiz took its place, or the server ends.
        }
        catch (RpcException exception)
        {
            logger.LogWarning("The client cannot be asked: {Reason}", exception.Message);
        }
        catch (ReviewLogException exception)
        {
            Complain(exception.Message);
        }
#pragma warning disable CA1031 // Nobody waits for this task: what goes wrong in it must be said here.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            logger.LogError(exception, "The quiz failed");
            Complain("The quiz failed: " + exception.Message);
        }
        finally
        {
            lock (guard)
            {
                current = current == own ? null : current;
            }

            own.Dispose();
        }
    }

    private void Complain(string message) => window.Say(MessageType.Error, message);

    private async Task AskAllAsync(
        QuizDialog dialog,
        ReviewLog log,
        ItemStates states,
        ImmutableArray<SessionItem> items,
        Func<Task> beforeFirst
    )
    {
        if (items.IsEmpty)
        {
            await dialog.EndAsync(QuizItems.NothingToAsk);
            return;
        }

        var (answered, got) = (0, 0);
        foreach (var item in items)
        {
            var progress =
                items.Length > 1
                    ? string.Create(CultureInfo.InvariantCulture, $"{answered + 1} of {items.Length}: ")
                    : "";
            var asked = clock.GetTimestamp();
            var grades = scale();
            var question = new QuestionAsker(
                dialog,
                item,
                progress,
                grades,
                grade => log.PlanFor(item, grade)?.Wait(log.Today)
            );
            if (await question.AskAsync() is not { } answer)
            {
                break;
            }

            var spent = clock.GetElapsedTime(asked);
            if (answered == 0)
            {
                await beforeFirst();
            }

            var plan = log.Plan(item.Key, answer.Grade, WeightsFamilies.Of(item.Card.Kind), DeckAim.Of(item.Card));
            log.Append(ReviewEvents.Review(item, answer, spent), DeckAim.Of(item.Card));
            dialog.Say(
                AnswerText.Recorded(grades, plan.Grade, plan.Wait(log.Today))
                    + AnswerText.Capped(plan.Grade, answer.Grade, plan.Peeked)
            );
            if (AnswerText.Leech(plan.Leech) is { } leech)
            {
                dialog.Say(leech);
            }

            if (item.IsSuspended)
            {
                // Only who names the card itself is asked a suspended one.
                log.Append(ReviewEvents.Resume(item));
                dialog.Say(SessionItem.ResumedText);
            }

            answered++;
            got += answer.Grade.IsGot() ? 1 : 0;
        }

        if (answered > 0)
        {
            await dialog.EndAsync(string.Create(CultureInfo.InvariantCulture, $"You got {got} of {answered}."));
        }
    }
}
