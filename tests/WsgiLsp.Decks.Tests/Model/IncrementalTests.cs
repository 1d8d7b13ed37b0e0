using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Tests.Support;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Tests.Model;

public class IncrementalTests
{
    private static readonly DeckSettings Settings = new() { FileName = "a.deck.md" };

    [Fact]
    public void After_any_edits_of_random_documents_the_deck_equals_a_fresh_parse()
    {
        for (var seed = 0; seed < 1000; seed++)
        {
            var specimens = new Specimens(seed);
            Follow(specimens, specimens.Document(), 12, seed);
        }
    }

    [Fact]
    public void After_edits_at_the_top_of_decks_with_slips_in_their_metadata_the_deck_equals_a_fresh_parse()
    {
        const string Typed = "--- \n:#\tx";
        var random = new Random(1);
        for (var seed = 0; seed < 300; seed++)
        {
            var text = new Specimens(seed).Slipped("# D\n\n## Q?\n\nText.\n\n---\n\nMore.\n\n## R?\n\nText.\n");
            var deck = Deck.Parse(text, Settings);
            for (var n = 0; n < 12; n++)
            {
                var at = random.Next(Math.Min(text.Length, 40));
                var written = random.Next(2) == 0 ? "" : Typed.Substring(random.Next(Typed.Length), 1);
                var edit = new TextEdit(new TextSpan(at, random.Next(Math.Min(2, text.Length - at) + 1)), written);
                text = text.Remove(at, edit.Span.Length).Insert(at, written);
                deck = deck.With(edit);
                Assert.Equal(Snapshot.Of(Deck.Parse(text, Settings)), Snapshot.Of(deck));
            }
        }
    }

    [Theory]
    [InlineData("decks/wsgi-servers.deck.md")]
    public void After_any_edits_of_a_real_deck_the_deck_equals_a_fresh_parse(string path)
    {
        var text = Repository.Read(path);
        for (var seed = 0; seed < 40; seed++)
        {
            Follow(new Specimens(seed), text, 25, seed);
        }
    }

    [Fact]
    public void Typing_a_deck_letter_by_letter_equals_a_fresh_parse()
    {
        var text = Repository.Read("decks/wsgi-servers.deck.md");
        var deck = Deck.Parse("", Settings);
        for (var i = 0; i < text.Length; i++)
        {
            deck = deck.With(new TextEdit(new TextSpan(i, 0), text.Substring(i, 1)));
            if (i % 97 == 0)
            {
                Assert.Equal(Snapshot.Of(Deck.Parse(text[..(i + 1)], Settings)), Snapshot.Of(deck));
            }
        }
    }

    [Fact]
    public void Links_within_a_large_deck_follow_edits_of_headings()
    {
        var random = new Random(1);
        var text = string.Concat(
            Enumerable
                .Range(0, 300)
                .Select(i =>
                    $"## What is the word number {i}?\n\nSee [it](#what-is-the-word-number-{random.Next(303)}).\n\n"
                )
        );
        var deck = Deck.Parse(text, Settings);
        var guessed = 0;
        for (var n = 0; n < 60; n++)
        {
            // Now inside a heading, now inside a link, so that names go, come, and come back.
            var line = random.Next(300) * 4 + (n % 4 == 0 ? 2 : 0);
            var at = deck.Text.LineStart(line) + random.Next(5, 25);
            var edit = new TextEdit(new TextSpan(at, random.Next(2)), random.Next(3) == 0 ? "" : "x");
            text = text.Remove(at, edit.Span.Length).Insert(at, edit.NewText);
            deck = deck.With(edit);

            Assert.Equal(Snapshot.Of(Deck.Parse(text, Settings)), Snapshot.Of(deck));
            guessed += deck.Findings.Any(f => f.Finding.Rule == "broken-link" && !f.Finding.Fixes.IsEmpty) ? 1 : 0;
        }

        Assert.True(guessed > 5, "too few links were broken in a way that has a fix");
    }

    [Fact]
    public void Fences_opened_and_closed_in_a_large_deck_with_groups_and_links_equal_a_fresh_parse()
    {
        // What stands in fences looks like headings, so that the title comes and goes, and with it what all cards inherit.
        var text =
            "# Deck\n\nText.\n\n"
            + string.Concat(
                Enumerable
                    .Range(0, 300)
                    .Select(i =>
                        (i % 10 == 0 ? $"## Part {i}\n<!-- cards: ignore=key-position -->\n\n" : "")
                        + $"### What is word {i}?\n"
                        + (i % 3 == 0 ? $"<!-- card: id=word-{i} -->\n" : "")
                        + $"\nSee [it](#what-is-word-{i * 7 % 300}) or [that](#word-{i * 3 % 300}).\n\n"
                        + (i % 25 == 0 ? "```\n# no title\n```\n\n" : "")
                    )
            );
        var deck = Deck.Parse(text, Settings);
        foreach (var line in new[] { 3, 9, 3, 40, 3 })
        {
            var at = deck.Text.LineStart(line);
            var opened = deck.With(new TextEdit(new TextSpan(at, 0), "```\n"));
            Assert.Equal(Snapshot.Of(Deck.Parse(text.Insert(at, "```\n"), Settings)), Snapshot.Of(opened));

            deck = opened.With(new TextEdit(new TextSpan(at, 4), ""));
            Assert.Equal(Snapshot.Of(Deck.Parse(text, Settings)), Snapshot.Of(deck));
        }
    }

    [Fact]
    public void A_fence_opened_at_the_top_and_closed_again_brings_the_same_cards_back()
    {
        var text = Repository.Read("decks/wsgi-servers.deck.md");
        var deck = Deck.Parse(text, Settings);
        var at = text.IndexOf("\n## ", StringComparison.Ordinal) + 1;
        var opened = deck.With(new TextEdit(new TextSpan(at, 0), "```\n"));
        var closed = opened.With(new TextEdit(new TextSpan(at, 4), ""));

        Assert.NotEqual(Snapshot.OfCards(deck), Snapshot.OfCards(opened));
        Assert.Equal(Snapshot.Of(deck), Snapshot.Of(closed));
    }

    [Fact]
    public void Cards_that_an_edit_does_not_touch_are_kept()
    {
        var text = Repository.Read("decks/wsgi-servers.deck.md");
        var deck = Deck.Parse(text, Settings);
        var edited = deck.With(
            new TextEdit(new TextSpan(text.IndexOf("**Web Server", StringComparison.Ordinal), 0), "The ")
        );

        Assert.Equal(1, deck.Cards.Zip(edited.Cards).Count(pair => !ReferenceEquals(pair.First, pair.Second)));
    }

    [Fact]
    public void Settings_that_say_the_same_keep_the_deck()
    {
        var rules = System.Collections.Immutable.ImmutableDictionary<string, WsgiLsp.Decks.Rules.Severity?>.Empty;
        var deck = Deck.Parse("### Q?\n\n- [ ] a\n", Settings with { Rules = rules.Add("no-cards", null) });

        Assert.Same(deck, deck.With(Settings with { Rules = rules.Add("no-cards", null) }));
        Assert.Single(deck.Findings);
        Assert.Empty(deck.With(Settings with { Rules = rules.Add("no-key", null) }).Findings);
    }

    private static void Follow(Specimens specimens, string text, int edits, int seed)
    {
        var deck = Deck.Parse(text, Settings);
        for (var n = 0; n < edits; n++)
        {
            var edit = specimens.Edit(text);
            text = text.Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.NewText);
            deck = deck.With(edit);
            Assert.Equal(text, deck.Text.ToString());
            var expected = Snapshot.Of(Deck.Parse(text, Settings));
            var actual = Snapshot.Of(deck);
            Assert.True(
                expected == actual,
                $"seed {seed}, edit {n}: {edit}\n{text}\n--- fresh\n{expected}\n--- incremental\n{actual}"
            );
        }
    }
}
