using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Identity;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Study.Tests.Identity;

/// <summary>Decks without <c>id</c> whose files have one name in different folders.</summary>
public sealed class DeckOwnersTests : IDisposable
{
    private const string Http =
        "## What is HTTP?\n\nA protocol.\n\n## Default port?\n\n80\n\n## Introduction?\n\nOf HTTP.\n";
    private const string Sql =
        "## What is SQL?\n\nA language.\n\n## Which join is it?\n\nInner.\n\n## Introduction?\n\nOf SQL.\n";
    private const string A = "/a/notes.deck.md";
    private const string B = "/b/notes.deck.md";

    private readonly TestFolder _folder = new();
    private readonly TestClock _clock = TestClock.At("2026-03-01T10:00:00+02:00");
    private readonly ReviewLog _log;

    public DeckOwnersTests() => _log = ReviewLog.Open(_folder.LogPath, _clock);

    public void Dispose()
    {
        _log.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public void Another_deck_of_the_name_takes_and_changes_no_history()
    {
        Learn(B, Http);
        var states = _log.ReadItemStates().Known.ToDictionary();
        var kept = Keep((A, Sql), (B, Http));

        Assert.Equal([new DeckApart(A, B)], kept.Apart);
        Assert.Equal(states, _log.ReadItemStates().Known.ToDictionary());
        Assert.DoesNotContain(_log.ReadItems(), key => key.Contains("sql", StringComparison.Ordinal));

        // An edit of the deck that the log knows is still followed.
        kept = Keep((A, Sql), (B, Http.Replace("What is HTTP?", "What is the HTTP?", StringComparison.Ordinal)));
        Assert.Equal((1, 0), (kept.Attached, kept.Changed));
    }

    [Fact]
    public void Read_alone_the_other_deck_takes_nothing_either_while_the_known_one_is_there()
    {
        Learn(B, Http);
        var states = _log.ReadItemStates().Known.ToDictionary();

        Assert.Equal([new DeckApart(A, B)], Keep((A, Sql)).Apart);
        Assert.Equal(states, _log.ReadItemStates().Known.ToDictionary());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_known_deck_that_is_given_an_id_takes_its_histories_along(bool isOtherThere)
    {
        Learn(B, Http);
        var kept = isOtherThere
            ? Keep((A, Sql), (B, "---\nid: http\n---\n" + Http))
            : Keep((B, "---\nid: http\n---\n" + Http));

        Assert.Empty(kept.Apart);
        Assert.Equal(1, _log.ReadItemStates()["http/what-is-http"].Repetitions);
        Assert.True(_log.ReadItemStates()["notes/what-is-http"].IsNew);
        Assert.True(_log.ReadItemStates()["notes/introduction"].IsNew);
    }

    [Fact]
    public void A_deck_that_moved_is_the_same_deck()
    {
        Learn(B, Http);

        Assert.Empty(Keep(exists: false, (A, Http.Replace("80", "8080", StringComparison.Ordinal))).Apart);
    }

    [Theory]
    [InlineData(Http, Http)]
    [InlineData(Http, Http + "\n## What is TLS?\n\nMore.\n")]
    [InlineData(Http, "")]
    [InlineData(Http, "---\nid: other\n---\n" + Sql)]
    [InlineData("---\nid: notes\n---\n" + Http, "---\nid: notes\n---\n" + Sql)]
    public void Copies_decks_without_cards_and_decks_with_ids_are_not_told(string b, string a)
    {
        Learn(B, b);

        Assert.Empty(Keep((A, a), (B, b)).Apart);
    }

    [Fact]
    public void An_explicit_id_owns_the_name()
    {
        Learn(B, Http);

        Assert.Equal([new DeckApart(B, A)], Keep((A, "---\nid: notes\n---\n" + Sql), (B, Http)).Apart);
    }

    [Fact]
    public void Of_two_that_the_log_does_not_know_the_first_has_the_name() =>
        Assert.Equal([new DeckApart(B, A)], Keep((B, Http), (A, Sql)).Apart);

    [Fact]
    public void A_deck_that_was_rewritten_in_its_place_keeps_the_name()
    {
        Learn(B, Http);

        Assert.Equal([new DeckApart(A, B)], Keep((A, Sql), (B, "## Something else?\n\nYes, all of it.\n")).Apart);
    }

    private void Learn(string path, string text)
    {
        Keep((path, text));
        foreach (var card in Parse(text).Cards)
        {
            _log.Append(
                new ReviewEvent
                {
                    Kind = ReviewEventKind.Review,
                    Item = card.Key,
                    Grade = Grade.Good,
                }
            );
        }
    }

    private KeptHistories Keep(params (string Path, string Text)[] decks) => Keep(exists: true, decks);

    private KeptHistories Keep(bool exists, params (string Path, string Text)[] decks)
    {
        _clock.Pass(TimeSpan.FromMinutes(1));
        return HistoryKeeper.Keep(
            _log,
            [.. decks.Select(deck => new DeckAt(deck.Path, Parse(deck.Text)))],
            _ => exists
        );
    }

    private static Deck Parse(string text) => Deck.Parse(text, new DeckSettings { FileName = "notes.deck.md" });
}
