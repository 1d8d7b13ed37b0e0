using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Identity;

namespace WsgiLsp.Study.Tests.Identity;

/// <summary>A rule each, on decks as text; what is expected is one line an item now, and the lost ones.</summary>
public class IdentityMatcherTests
{
    private const string Wsgi = """
        ### What is WSGI?
        A calling convention between Python web servers and applications.

        ### What is Gunicorn?
        A server written in Python that forks its workers before requests arrive.

        ### Which file names the module?
        `app.py`
        """;

    [Fact]
    public void Nothing_changed_nothing_moves() =>
        Assert.All(
            Match(Wsgi, Wsgi).Decisions,
            decision => Assert.False(Assert.IsType<Identified>(decision).IsAttachment)
        );

    [Theory]
    [InlineData("What is WSGI?", "What is WSGI exactly?", "wsgi/what-is-wsgi", "Answer")]
    [InlineData("What is WSGI?", "What is WGSI?", "wsgi/what-is-wsgi", "Answer")]
    [InlineData("A calling convention", "A convention for calls", "wsgi/what-is-wsgi", "Anchor")]
    [InlineData(
        "### Which file names the module?",
        "### Which file is the module's?",
        "wsgi/which-file-names-the-module",
        "Similarity"
    )]
    [InlineData("### What is WSGI?", "### What is WSGI?\n<!-- card: id=wsgi -->", "wsgi/what-is-wsgi", "Fingerprint")]
    public void A_card_that_was_edited_keeps_its_history(string old, string edited, string history, string evidence)
    {
        var result = Match(Wsgi, Wsgi.Replace(old, edited, StringComparison.Ordinal));

        Assert.Empty(result.Lost);
        var found = Assert.Single(result.Decisions.Cast<Identified>(), one => one.Known.Id == history);
        Assert.Equal(evidence, found.Evidence.ToString());
        Assert.All(
            result.Decisions.Cast<Identified>(),
            one => Assert.True(one.Known.Id == history || !one.IsAttachment)
        );
    }

    [Fact]
    public void An_explicit_id_outlives_any_edit()
    {
        var result = Match(
            "### What is WSGI?\n<!-- card: id=x -->\nA calling convention.",
            "### Why do servers and frameworks fit together?\n<!-- card: id=x -->\nPEP 3333 says how."
        );

        Assert.Equal(IdentityEvidence.ExplicitId, Found(result, "wsgi/x").Evidence);
    }

    [Fact]
    public void A_numbered_anchor_that_now_names_another_card_takes_no_history()
    {
        const string First = "### Example\nSay `a` and wait until somebody answers you.\n\n";
        const string Second = "### Example\nCount backwards from ten in the dark.\n\n";

        var result = Match(First + Second, Second);

        Assert.Equal("wsgi/example-1", Assert.IsType<Identified>(Assert.Single(result.Decisions)).Known.Id);
        Assert.Equal("wsgi/example", Assert.Single(result.Lost).Id);
    }

    [Fact]
    public void A_numbered_anchor_that_moved_to_an_edited_card_takes_no_history_either()
    {
        const string First = "### Example\nSay `a` and wait until somebody answers you.\n\n";
        const string Second = "### Example\nCount backwards from ten in the dark.\n\n";

        var result = Match(First + Second, Second.Replace("dark", "evening", StringComparison.Ordinal));

        Assert.Equal("wsgi/example-1", Assert.IsType<Identified>(Assert.Single(result.Decisions)).Known.Id);
    }

    [Fact]
    public void Texts_that_change_places_take_their_histories_along()
    {
        const string First = "### C\nA language.\n\n";
        const string Second = "### C\nA vitamin.\n\n";

        var result = Match(First + Second, Second + First);

        Assert.Equal("wsgi/c-1", Found(result, "wsgi/c").Known.Id);
        Assert.Equal("wsgi/c", Found(result, "wsgi/c-1").Known.Id);
    }

    [Fact]
    public void A_card_of_a_family_is_not_taken_for_the_one_that_went()
    {
        var deck = string.Concat("HTTP 80,SSH 22,SMTP 25,DNS 53,NTP 123".Split(',').Select(Port));

        var result = Match(deck + Port("FTP 21"), deck + Port("IMAP 143"));

        Assert.IsType<Unknown>(result.Decisions[^1]);
        Assert.Equal("wsgi/default-port-of-ftp", Assert.Single(result.Lost).Id);
    }

    [Fact]
    public void A_reworded_card_of_a_family_keeps_its_history()
    {
        var deck = string.Concat("HTTP 80,SSH 22,SMTP 25,DNS 53,NTP 123".Split(',').Select(Port));

        var result = Match(deck + Port("FTP 21"), deck + "### Which port does FTP use by default?\n`21`\n\n");

        Assert.Equal("wsgi/default-port-of-ftp", Found(result, "wsgi/which-port-does-ftp-use-by-default").Known.Id);
    }

    [Fact]
    public void True_or_false_identifies_no_card()
    {
        var result = Match(
            "### WSGI is a calling convention\nTrue.\n",
            "### Cookies are stored by the browser\nTrue.\n"
        );

        Assert.IsType<Unknown>(Assert.Single(result.Decisions));
    }

    [Fact]
    public void An_answer_that_several_have_identifies_no_card()
    {
        const string Answer = "\nThe master process of the server.\n\n";

        var result = Match(
            "### Who forks?" + Answer + "### Who listens?" + Answer,
            "### Who listens?" + Answer + "### Which part restarts the application at night?" + Answer
        );

        Assert.IsNotType<Identified>(result.Decisions[^1]);
        Assert.Equal("wsgi/who-forks", Assert.Single(result.Lost).Id);
    }

    [Fact]
    public void A_card_that_comes_back_takes_its_history_from_whoever_had_it()
    {
        var old = Known(Read("wsgi", Wsgi));
        var edited = Read("wsgi", Wsgi.Replace("What is WSGI?", "What is WSGI exactly?", StringComparison.Ordinal));
        var now = IdentityMatcher
            .Match(old, edited)
            .Decisions.Cast<Identified>()
            .Select(one => one.Known.SeenAs(one.Item));

        var result = IdentityMatcher.Match(now, [.. edited, .. Read("wsgi", Wsgi).Take(1)]);

        Assert.Equal("wsgi/what-is-wsgi", Found(result, "wsgi/what-is-wsgi").Known.Id);
        Assert.IsType<Unknown>(result.Decisions[0]);
    }

    [Fact]
    public void A_renamed_deck_is_followed_and_edited_cards_with_it()
    {
        var result = IdentityMatcher.Match(
            Known(Read("wsgi", Wsgi)),
            Read("servers", Wsgi.Replace("A calling convention between", "Rules of", StringComparison.Ordinal))
        );

        Assert.Empty(result.Lost);
        Assert.Equal(IdentityEvidence.Anchor, Found(result, "servers/what-is-wsgi").Evidence);
        Assert.True(Found(result, "servers/what-is-wsgi").IsAttachment);
    }

    [Fact]
    public void A_card_that_moved_to_another_deck_and_was_corrected_keeps_its_history()
    {
        var cards = Read("wsgi", Wsgi).ToList();
        var moved = Read("http", Wsgi.Replace("forks its workers", "forks all its workers", StringComparison.Ordinal));

        var result = IdentityMatcher.Match(
            Known(cards),
            [cards[0], cards[2], .. moved.Where(item => item.CardId == "what-is-gunicorn")]
        );

        Assert.Equal("wsgi/what-is-gunicorn", Found(result, "http/what-is-gunicorn").Known.Id);
    }

    [Fact]
    public void A_copy_in_another_deck_does_not_take_the_history()
    {
        var result = IdentityMatcher.Match(Known(Read("wsgi", Wsgi)), [.. Read("copy", Wsgi), .. Read("wsgi", Wsgi)]);

        Assert.All(result.Decisions.Take(3), decision => Assert.IsType<Unknown>(decision));
        Assert.All(
            result.Decisions.Skip(3),
            decision => Assert.False(Assert.IsType<Identified>(decision).IsAttachment)
        );
    }

    [Fact]
    public void A_card_that_was_pasted_first_and_cut_afterwards_keeps_its_history()
    {
        var pasted = Known(Read("copy", Wsgi)).Select(one => one with { HasHistory = false });

        var result = IdentityMatcher.Match([.. pasted, .. Known(Read("wsgi", Wsgi))], Read("copy", Wsgi));

        Assert.All(result.Decisions, one => Assert.True(((Identified)one).Known.HasHistory));
    }

    [Fact]
    public void A_card_that_was_there_already_is_not_taken_for_one_that_went()
    {
        var known = Known(
                Read(
                    "wsgi",
                    "### What is a worker?\nA process that answers requests.\n\n### What is a work?\nA process.\n"
                )
            )
            .ToList();
        known[1] = known[1] with { HasHistory = false };

        var result = IdentityMatcher.Match(known, [known[1].Last]);

        Assert.Equal(known[1], Assert.IsType<Identified>(Assert.Single(result.Decisions)).Known);
        Assert.Equal(known[0], Assert.Single(result.Lost));
    }

    [Fact]
    public void Blanks_follow_their_card_and_a_corrected_blank_its_text()
    {
        const string Text = "### Workers\n\nThe {{mastr}} forks {{c2::workers}} early.\n";

        var result = Match(
            Text,
            Text.Replace("### Workers", "### About workers", StringComparison.Ordinal)
                .Replace("mastr", "master", StringComparison.Ordinal)
        );

        Assert.Equal("wsgi/workers/mastr", Found(result, "wsgi/about-workers/master").Known.Id);
        Assert.Equal("wsgi/workers/c2", Found(result, "wsgi/about-workers/c2").Known.Id);
    }

    [Fact]
    public void Two_equal_parts_of_a_split_card_are_asked_about()
    {
        var result = Match(
            Wsgi + "\n\n### What is a worker?\nLoads modules eagerly. Writes logs lazily.",
            Wsgi
                + "\n\n### What is a worker?\nLoads modules eagerly."
                + "\n\n### What is a worker?\nWrites logs lazily."
        );

        var doubt = Assert.IsType<Doubtful>(result.Decisions[^2]);
        Assert.Equal("wsgi/what-is-a-worker", Assert.Single(doubt.Candidates).Known.Id);
        Assert.Equal(Assert.Single(result.Lost), doubt.Candidates[0].Known);
        Assert.InRange(doubt.Candidates[0].Similarity, 0.4, 1);
    }

    [Fact]
    public void A_key_that_two_cards_have_counts_for_the_first()
    {
        var cards = Read("wsgi", Wsgi).ToList();

        Assert.Equal(3, IdentityMatcher.Match(Known(cards), [.. cards, cards[0]]).Decisions.Length);
    }

    [Fact]
    public void A_hundred_thousand_items_are_looked_through_at_once()
    {
        var cards = Enumerable
            .Range(0, 100_000)
            .Select(i => Numbered(i, $"Question number {i} about topic {i % 97}?"))
            .ToList();
        var edited = cards
            .Select(
                (card, i) =>
                    i % 50 > 0
                        ? card
                        : Numbered(i, $"Which question has number {i} on topic {i % 97}?") with
                        {
                            CardId = $"new-{i}",
                        }
            )
            .ToList();

        var result = IdentityMatcher.Match(Known(cards), edited);

        Assert.Equal(100_000, result.Decisions.OfType<Identified>().Count() + result.Lost.Length);
        Assert.All(result.Decisions.OfType<Identified>(), one => Assert.Equal(one.Known.Last.Answer, one.Item.Answer));
    }

    private static SeenItem Numbered(int number, string prompt) =>
        new()
        {
            DeckId = $"deck{number % 100}",
            CardId = $"card-{number}",
            Kind = CardKind.Recall,
            Prompt = prompt,
            Answer = [$"It is answer {number} of all"],
        };

    private static string Port(string line) => $"### Default port of {line.Split(' ')[0]}?\n`{line.Split(' ')[1]}`\n\n";

    private static Identification Match(string before, string now) =>
        IdentityMatcher.Match(Known(Read("wsgi", before)), Read("wsgi", now));

    private static Identified Found(Identification result, string key) =>
        Assert.IsType<Identified>(Assert.Single(result.Decisions, decision => decision.Item.Key == key));

    /// <summary>Every item with a history, which is named after the item's key.</summary>
    private static IEnumerable<KnownItem> Known(IEnumerable<SeenItem> items) =>
        items.Select(item => new KnownItem { Id = item.Key, Last = item });

    private static ImmutableArray<SeenItem> Read(string deck, string text) =>
        [
            .. Deck.Parse("# Title\n\n## Part\n\n" + text, new DeckSettings { FileName = deck + ".deck.md" })
                .Cards.SelectMany(SeenItem.AllOf),
        ];
}
