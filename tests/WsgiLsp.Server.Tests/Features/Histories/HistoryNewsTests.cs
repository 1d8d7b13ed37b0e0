using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.Extensions.Logging.Abstractions;
using WsgiLsp.Decks.Model;
using WsgiLsp.Server.Features.Histories;
using WsgiLsp.Server.Tests.Workspace;
using WsgiLsp.Server.Workspace;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Identity;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Statistics.Cards;

namespace WsgiLsp.Server.Tests.Features.Histories;

/// <summary>Only what came to the log is looked at after an answer: that must come to what a look at everything does.</summary>
public class HistoryNewsTests
{
    private const string Whole = "\n## What is a worker?\n\nLoads modules eagerly. Writes logs lazily.\n";
    private const string Halves =
        "\n## What is a worker?\n\nLoads modules eagerly.\n\n## What is a worker?\n\nWrites logs lazily.\n";
    private const string Own = "# D\n\n## Who wrote the first WSGI specification?\n\nPhillip J. Eby.\n";
    private const string Choices = "# C\n\n## Which?\n\n- [x] One\n- [ ] Two\n\n## What is a file?\n\nA module.\n";

    // Among them one whose history may be another deck's, one that has blanks, one of a deck that never was.
    private static readonly string[] Items =
    [
        "d/what-is-a-worker",
        "old/what-is-a-worker",
        "c/which",
        "c/what-is-a-file",
        "e/it/1",
        "e/it/2",
        "none/card",
    ];

    private static readonly Gen<Happening[]> Evenings = Gen.ArrayOf(
        from kind in Gen.Frequency(
            (8, Gen.Constant(ReviewEventKind.Review)),
            (2, Gen.Elements(ReviewEventKind.Undo, ReviewEventKind.Regrade)),
            (1, Gen.Elements(Enum.GetValues<ReviewEventKind>()))
        )
        from item in Gen.Elements(Items)
        from grade in Gen.Frequency((3, Gen.Constant(Grade.Again)), (1, Gen.Constant(Grade.Easy)))
        from target in Gen.Choose(0, 20)
        from isLookedAt in Gen.Elements(true, false)
        select new Happening(kind, item, grade, target, isLookedAt)
    );

    [Fact]
    public void After_whatever_happens_the_book_says_what_a_look_at_everything_says() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(25).WithEndSize(30),
            Prop.ForAll(Arb.From(Evenings), evening => AssertSoundAsync(evening).GetAwaiter().GetResult())
        );

    [Fact]
    public async Task An_answer_has_no_deck_read_again()
    {
        using var folder = new TempFolder().With("c.deck.md", Choices);
        using var log = ReviewLog.Open(folder["reviews.db"], TimeProvider.System);
        HistoryKeeper.Keep(log, [Read(folder["c.deck.md"])], File.Exists);
        var (looks, news) = (0, new List<HistoryNews>());
        var watch = new HistoryWatch(
            new LogQueue(() => ReviewLog.Open(log.Path, TimeProvider.System), TimeProvider.System, NullLogger.Instance),
            new ConfigLookup(),
            () =>
            {
                looks++;
                return [folder["c.deck.md"]];
            },
            () => ImmutableHashSet<string>.Empty,
            news.Add,
            _ => { }
        );
        watch.Update(keeps: false);
        await watch.Done;
        log.Append(Review("c/which", Grade.Easy));
        await LookAsync();
        Assert.Equal((1, new HistoryNews(IsTold: false, IsLearned: true)), (looks, news[^1]));

        // Where a card says something else, all that look alike may be meant.
        log.AppendAll([new ReviewEvent { Kind = ReviewEventKind.Seen, Item = "c/which" }]);
        await LookAsync();
        Assert.Equal((2, new HistoryNews(IsTold: true, IsLearned: false)), (looks, news[^1]));
        log.Append(Review("c/which", Grade.Easy));
        await LookAsync();
        Assert.Equal((2, 4), (looks, news.Count));

        // Nobody wants to know what answers say, and so they are not read.
        Assert.Empty(watch.Book.Facts);

        Task LookAsync()
        {
            watch.UpdateIfWritten(log.Path);
            return watch.Done;
        }
    }

    private static async Task AssertSoundAsync(Happening[] evening)
    {
        using var folder = new TempFolder()
            .With("old.deck.md", "# Old\n" + Whole)
            .With("d.deck.md", Own)
            .With("c.deck.md", Choices)
            .With(
                "e.deck.md",
                "# E\n\n## It?\n<!-- card: id=it kind=cloze -->\n\nIt is {{c1::so}} and {{c2::thus}}.\n"
            );
        string[] paths = [folder["d.deck.md"], folder["c.deck.md"], folder["e.deck.md"]];
        var clock = new PassingClock();
        using var log = ReviewLog.Open(folder["reviews.db"], clock);
        HistoryKeeper.Keep(log, [.. paths.Append(folder["old.deck.md"]).Select(Read)], File.Exists);
        foreach (var item in Items[1..])
        {
            log.Append(Review(item, Grade.Easy));
        }

        File.Delete(folder["old.deck.md"]);
        folder.With("d.deck.md", Own + Halves);
        var watch = Watch();
        await watch.KeepAsync([]);
        Assert.Equal(2, watch.Book.Asked.Length);
        var logged = new List<LoggedEvent>();
        foreach (var happening in evening)
        {
            clock.Pass(TimeSpan.FromDays(20));
            logged.Add(log.Append(happening.Event(logged)));
            if (happening.IsLookedAt)
            {
                await LookAsync(watch);
            }
        }

        await LookAsync(watch);
        var fresh = Watch();
        fresh.Update(keeps: false);
        await fresh.Done;
        Assert.Equal(Texts(fresh.Book), Texts(watch.Book));

        // Only a look that lets histories follow their cards finds out whom to ask about.
        List<SeenDeck> decks = [.. paths.Select(path => SeenDeck.Of(path, Read(path).Deck))];
        Assert.Equal(
            new HistoryTelling(decks, watch.Book.Asked, HistoryKeeper.FindApart(log, decks, File.Exists))
                .Tell(fresh.Book.Learned!.States)
                .SelectMany(deck => deck.Remarks)
                .Select(remark => $"{remark}"),
            paths.SelectMany(path => watch.Of(path)!.Remarks).Select(remark => $"{remark}")
        );

        HistoryWatch Watch() =>
            new(
                new LogQueue(() => ReviewLog.Open(log.Path, clock), clock, NullLogger.Instance),
                new ConfigLookup(),
                () => paths,
                () => paths.ToHashSet(StringComparer.Ordinal),
                _ => { },
                _ => { }
            );

        Task LookAsync(HistoryWatch one)
        {
            one.UpdateIfWritten(log.Path);
            return one.Done;
        }

        IEnumerable<string> Texts(HistoryBook book) =>
            [
                .. book.Learned!.States.Known.Select(one => $"{one.Key} {one.Value}").Order(StringComparer.Ordinal),
                .. book
                    .Decks.Values.SelectMany(
                        deck => deck.Leeches,
                        (deck, leech) => $"{deck.Path} {leech.Card} {leech.Lapses}"
                    )
                    .Order(StringComparer.Ordinal),
                .. paths.SelectMany(path =>
                    Read(path).Deck.Cards.Select(card => FactsText(card, book.Facts[path].Of(card)))
                ),
            ];
    }

    private static string FactsText(Card card, CardFacts? facts) =>
        $"{card.Key} {facts?.FirstTries} {string.Join(' ', facts?.Options ?? [])}";

    private static DeckAt Read(string path) =>
        new(path, Deck.Parse(File.ReadAllText(path), new DeckSettings { FileName = Path.GetFileName(path) }));

    private static ReviewEvent Review(string item, Grade grade) =>
        new()
        {
            Kind = ReviewEventKind.Review,
            Item = item,
            Grade = grade,
            Given = grade == Grade.Again ? "1" : "0",
            Correct = grade != Grade.Again,
            Options = OptionMarks.Of((ChoiceContent)Deck.Parse(Choices, new DeckSettings()).Cards.First().Content),
        };

    private sealed record Happening(ReviewEventKind Kind, string Item, Grade Grade, int Target, bool IsLookedAt)
    {
        public ReviewEvent Event(List<LoggedEvent> before)
        {
            var target = Target < before.Count ? before[Target] : null;
            return Kind switch
            {
                ReviewEventKind.Review => Review(Item, Grade),
                ReviewEventKind.Undo or ReviewEventKind.Regrade when target is not null => new ReviewEvent
                {
                    Kind = Kind,
                    Item = target.Event.Item,
                    Target = target.Id,
                    Grade = Kind == ReviewEventKind.Regrade ? Grade : null,
                },
                _ => new ReviewEvent
                {
                    Kind = Kind,
                    Item = Item,
                    Target = Kind == ReviewEventKind.Detach ? target?.Id : null,
                    Given = Kind == ReviewEventKind.Attach && Item != Items[1] ? Items[1] : null,
                },
            };
        }
    }

    private sealed class PassingClock : TimeProvider
    {
        private DateTimeOffset now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public void Pass(TimeSpan time) => now += time;

        public override DateTimeOffset GetUtcNow() => now;
    }
}
