using System.CommandLine;
using System.Security.Cryptography;
using WsgiLsp.Cli.Study;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Cli.Commands;

/// <summary><c>wsgilsp study</c>: a quiz at the terminal.</summary>
internal static class StudyCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = PathArgument.Create();
        var limit = NumberOption.Create("--limit", minimum: 1);
        limit.Description = "Ask at most N cards.";
        var order = new Option<string>("--order")
        {
            Description = "In which order to ask.",
            DefaultValueFactory = _ => "deck",
        };
        order.AcceptOnlyFromAmong("deck", "random");
        var seed = NumberOption.Create("--seed");
        seed.Description = "Shuffle cards and options in the same way each time.";

        var command = new Command("study", "Answer questions; the answers are recorded.") { paths, limit, order, seed };
        command.SetAction(parsed =>
        {
            var options = new SessionOptions(
                parsed.GetRequiredValue(order) == "random" ? SessionOrder.Random : SessionOrder.Deck,
                parsed.GetValue(limit),
                parsed.GetValue(seed) ?? RandomNumberGenerator.GetInt32(int.MaxValue)
            );
            return RunAsync(terminal, parsed.GetRequiredValue(paths), options);
        });
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, string[] paths, SessionOptions options)
    {
        var reader = new DeckReader(terminal);
        var decks = reader.Read(paths).Where(named => named.Deck.Cards.Any()).Select(named => named.Deck).ToList();
        if (reader.HasFailed)
        {
            return ExitCode.CannotRun;
        }

        try
        {
            var file = DataFolder.ReviewLogIn(DataFolder.Resolve(terminal.Environment));
            using var log = ReviewLog.Open(file, terminal.Clock);
            var items = SessionPlan.Make(
                decks.SelectMany(deck => deck.Cards),
                log.ReadItemStates(),
                log.Today,
                options
            );
            if (items.IsEmpty)
            {
                terminal.Complain("nothing to ask: no cards, or all of them suspended, buried today, or faulty");
                return ExitCode.Clean;
            }

            var faulty = decks.Sum(deck => deck.Cards.Count(card => !card.Suspended && IsFaulty(card)));
            if (faulty > 0)
            {
                terminal.Complain(
                    $"{Counted.Of(faulty, "card")} cannot be asked; wsgilsp check says what is wrong there"
                );
            }

            var title = SessionTitle.Of(decks.ConvertAll(deck => deck.Title));
            await new TerminalSession(terminal, new StudyRunner(items, title, log, terminal.Clock)).RunAsync();
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
