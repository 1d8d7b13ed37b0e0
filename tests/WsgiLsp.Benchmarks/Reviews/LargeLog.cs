using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Benchmarks.Reviews;

/// <summary>Years of somebody's learning: cards in decks, and a log of answers to all of them, written once a run.</summary>
internal sealed class LargeLog
{
    public const int Decks = 100;
    public const int CardsOfDeck = 1_000;
    public const int AnswersOfCard = 10;

    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static LargeLog? shared;
    private readonly string folder = Directory.CreateTempSubdirectory("wsgilsp-benchmarks-").FullName;

    private LargeLog()
    {
        Cards =
        [
            .. Enumerable
                .Range(0, Decks)
                .SelectMany(deck =>
                    Deck.Parse(
                        LargeDeck.TextOf(deck, CardsOfDeck),
                        new DeckSettings { FileName = $"deck{deck}.deck.md" }
                    ).Cards
                ),
        ];
        Path = System.IO.Path.Join(folder, "reviews.db");
        Clock = new CountingClock(Now);
        using (var log = ReviewLog.Open(Path, Clock))
        {
            foreach (var events in Answers().OrderBy(logged => logged.Time).Chunk(100_000))
            {
                log.Import(events);
            }
        }

        File.Copy(Path, UntouchedPath);
    }

    /// <summary>The run's only one: it takes a minute to write.</summary>
    public static LargeLog Shared => shared ??= new LargeLog();

    /// <summary>All cards.</summary>
    public IReadOnlyList<Card> Cards { get; }

    /// <summary>The log's file.</summary>
    public string Path { get; }

    /// <summary>The same log's copy, which nothing is added to.</summary>
    public string UntouchedPath => Path + "-untouched";

    /// <summary>A file on the same disk, for a database without anything of ours.</summary>
    public string BarePath => Path + "-bare";

    /// <summary>Begins after the last answer, and goes on by a millisecond each time it is read.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Removes what the run wrote.</summary>
    public static void Remove()
    {
        if (shared is not null)
        {
            Directory.Delete(shared.folder, recursive: true);
        }
    }

    /// <summary>Each card is answered every few weeks; in the end about one in thirty is due.</summary>
    private IEnumerable<LoggedEvent> Answers()
    {
        var random = new Random(1);
        foreach (var card in Cards)
        {
            var time = Now.AddDays(-random.Next(200, 400)).AddMinutes(random.Next(600));
            for (var answer = 0; answer < AnswersOfCard; answer++)
            {
                var grade = random.Next(8) == 0 ? Grade.Again : Grade.Good;
                var day = StudyDay.Of(time, StudyDay.DefaultStart);
                var interval = 3 + random.Next(answer * 5 + 1);
                yield return new LoggedEvent(
                    Guid.CreateVersion7(time),
                    time,
                    day,
                    "benchmark",
                    new ReviewEvent
                    {
                        Kind = ReviewEventKind.Review,
                        Item = card.Key,
                        Grade = grade,
                        Practice = false,
                        RawInterval = interval,
                        DueDay =
                            answer == AnswersOfCard - 1
                                ? StudyDay.Of(Now, StudyDay.DefaultStart) + random.Next(30)
                                : day + interval,
                        AnswerFingerprint = "0123456789abcdef",
                        Phase = LearningPhase.Review,
                        Step = 0,
                        WeightsId = FsrsWeights.Default.Id,
                        MillisecondsSpent = 5_000,
                    }
                );
                time = time.AddDays(interval);
            }
        }
    }

    private sealed class CountingClock(DateTimeOffset now) : TimeProvider
    {
        private int reads;

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => now.AddMilliseconds(reads++);
    }
}
