using System.CommandLine;
using WsgiLsp.Cli.Study;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Cli.Commands;

/// <summary><c>wsgilsp study</c>: a quiz at the terminal.</summary>
internal static class StudyCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = PathArgument.Create();
        var options = new StudyCommandOptions();
        var command = new Command("study", "Answer questions; the answers are recorded.") { paths };
        options.AddTo(command);
        command.SetAction(parsed =>
            RunAsync(terminal, parsed.GetRequiredValue(paths), settings => options.Read(parsed, settings))
        );
        return command;
    }

    private static async Task<int> RunAsync(
        Terminal terminal,
        string[] paths,
        Func<SessionOptions, SessionOptions> choose
    )
    {
        var reader = new DeckReader(terminal);
        var named = reader.Read(paths).Where(named => named.Deck.Cards.Any()).ToList();
        var decks = named.ConvertAll(one => one.Deck);
        if (reader.HasFailed)
        {
            return ExitCode.CannotRun;
        }

        try
        {
            using var data = LearnerData.Open(terminal);
            var log = data.Log;
            HistoryUpdate.Run(terminal, log, named);
            var options = choose(data.Settings.Session);
            options = options.Choice.HasFlag(ItemChoice.Missed)
                ? options with
                {
                    Missed = log.ReadExamMisses(),
                }
                : options;
            List<Card> cards = [.. decks.SelectMany(deck => deck.Cards)];
            var states = log.ReadItemStates();
            var items = SessionPlan.Make(cards, states, log.Now, options, data.Settings.Log.Scheduler.Fsrs);
            if (items.IsEmpty)
            {
                terminal.Complain(NothingToAsk.Because(cards, states, log.Now, options));
                return ExitCode.Clean;
            }

            var faulty = decks.Sum(deck => deck.Cards.Count(card => !card.Suspended && IsFaulty(card)));
            if (faulty > 0)
            {
                terminal.Complain(
                    $"{Counted.Of(faulty, "card")} cannot be asked; wsgilsp check says what is wrong there"
                );
            }

            var asked = items.Select(item => item.Card.DeckId).ToHashSet(StringComparer.Ordinal);
            var title = SessionTitle.Of([.. decks.Where(deck => asked.Contains(deck.Id)).Select(deck => deck.Title)]);
            var runner = new StudyRunner(
                items,
                title,
                log,
                terminal.Clock,
                data.Settings.Transcript with
                {
                    Known = KnownWords.Of(cards),
                }
            );
            await new TerminalSession(terminal, runner).RunAsync();
            return ExitCode.Clean;
        }
        catch (ReviewLogException e)
        {
            terminal.Complain(e.Message);
            return ExitCode.CannotRun;
        }
    }

    private static bool IsFaulty(Card card) => card.Content is not NoteContent && !SessionPlan.CanAsk(card);
}
