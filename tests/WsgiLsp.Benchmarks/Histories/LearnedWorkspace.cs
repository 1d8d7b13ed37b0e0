using WsgiLsp.Decks.Model;
using WsgiLsp.Study;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Identity;
using WsgiLsp.Study.Resuming;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Benchmarks.Histories;

/// <summary>
/// A folder of many decks on disk, and a log that has seen all of their cards and an answer to each, and keeps the quizzes of
/// a month.
/// </summary>
internal sealed class LearnedWorkspace : IDisposable
{
    private const int Decks = 2_000;
    private const int CardsOfDeck = 50;
    private const int Quizzes = 30;
    private const int Asked = 20;

    private readonly string folder = Directory.CreateTempSubdirectory("wsgilsp-benchmarks-").FullName;

    public LearnedWorkspace()
    {
        Paths = [.. Enumerable.Range(0, Decks).Select(deck => Path.Join(folder, $"deck{deck}.deck.md"))];
        for (var deck = 0; deck < Decks; deck++)
        {
            File.WriteAllText(Paths[deck], LargeDeck.TextOf(deck, CardsOfDeck));
        }

        var decks = Paths.Select(Read).ToList();
        Keys = [.. decks.SelectMany(one => one.Deck.Cards).Select(card => card.Key)];
        LogPath = Path.Join(folder, "reviews.db");
        using var log = ReviewLog.Open(LogPath, TimeProvider.System);
        HistoryKeeper.Keep(log, decks, File.Exists);
        log.Import([.. Keys.Select(Answer)]);
        for (var quiz = 1; quiz <= Quizzes; quiz++)
        {
            Take(log, decks[quiz], quiz);
        }
    }

    /// <summary>The files of all decks.</summary>
    public IReadOnlyList<string> Paths { get; }

    /// <summary>The keys of all cards, in the order of the decks.</summary>
    public IReadOnlyList<string> Keys { get; }

    /// <summary>The log's file.</summary>
    public string LogPath { get; }

    /// <summary>Reads a deck.</summary>
    public static DeckAt Read(string path) =>
        new(path, Deck.Parse(File.ReadAllText(path), new DeckSettings { FileName = Path.GetFileName(path) }));

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, recursive: true);

    private void Take(ReviewLog log, DeckAt deck, int quiz)
    {
        var runner = new StudyRunner(
            [.. deck.Deck.Cards.Take(Asked).Select(card => SessionPlan.Item(card, "", ItemState.New, seed: quiz))],
            deck.Deck.Title,
            log,
            TimeProvider.System,
            sheet: new SheetPlace($"quiz{quiz}", Path.Join(folder, $"quiz{quiz}.quiz.md"), [deck.Path])
        );
        runner.Keep();
        for (var answer = 0; answer < Asked - 1; answer++)
        {
            runner.Feed("");
            runner.Feed("3");
        }
    }

    private static LoggedEvent Answer(string item, int index)
    {
        var time = TimeProvider.System.GetUtcNow().AddDays(-60).AddMilliseconds(index);
        var day = StudyDay.Of(time, StudyDay.DefaultStart);
        return new LoggedEvent(
            Guid.CreateVersion7(time),
            time,
            day,
            "benchmark",
            new ReviewEvent
            {
                Kind = ReviewEventKind.Review,
                Item = item,
                Grade = Grade.Good,
                Practice = false,
                RawInterval = 45 + (index % 30),
                DueDay = day + 45 + (index % 30),
                Phase = LearningPhase.Review,
                Step = 0,
                WeightsId = FsrsWeights.Default.Id,
            }
        );
    }
}
