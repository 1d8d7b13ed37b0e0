using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Tests.Support;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Tests.Model;

/// <summary>What a deck counts and compares over all its cards, kept up to date edit by edit.</summary>
public class DeckTallyTests
{
    private static readonly string[] Cards =
    [
        "### What is it?\n\nThis.\n\n",
        "### What is it?\n\nThat.\n\n",
        "### 7. What is  it?\n\n- [x] this\n- [ ] that one\n- [ ] or\n\n",
        "### What does this print?\n\n- [ ] 1\n- [x] two\n- [ ] 3\n\n",
        "### What does this print?\n\n- [ ] 4\n- [ ] 5\n- [x] six\n\n",
        "### Fixed?\n<!-- card: shuffle=false -->\n\n- [x] one\n- [ ] 2\n- [ ] 3\n\n",
        "## Group\n<!-- cards: shuffle=false -->\n\n",
        "## Other group\n\n",
        "### Note\n<!-- card: kind=note ignore=duplicate-prompt -->\n\n",
        "Intro.\n\n",
    ];

    [Fact]
    public void After_any_edits_counts_and_repetitions_equal_those_of_a_fresh_parse()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            Follow(new Random(seed), seed);
        }
    }

    private static void Follow(Random random, int seed)
    {
        var cards = Enumerable.Range(0, 60).Select(_ => Cards[random.Next(Cards.Length)]).ToList();
        var deck = Deck.Parse(string.Concat(cards), new DeckSettings());
        for (var n = 0; n < 20; n++)
        {
            var at = random.Next(cards.Count);
            var count = random.Next(random.Next(10) == 0 ? 50 : 2);
            var removed = string.Concat(cards.Skip(at).Take(count));
            var start = string.Concat(cards.Take(at)).Length;
            var added = Enumerable.Range(0, random.Next(3)).Select(_ => Cards[random.Next(Cards.Length)]).ToList();
            cards.RemoveRange(at, Math.Min(count, cards.Count - at));
            cards.InsertRange(at, added);
            cards.Add(Cards[0]);
            deck = deck.With(new TextEdit(new TextSpan(start, removed.Length), string.Concat(added)));
            deck = deck.With(new TextEdit(new TextSpan(deck.Text.Length, 0), Cards[0]));
            var fresh = Deck.Parse(string.Concat(cards), new DeckSettings());

            Assert.Equal(fresh.Text.ToString(), deck.Text.ToString());
            Assert.Equal(Snapshot.Of(fresh), Snapshot.Of(deck));
            Assert.True(
                fresh.Rows.Repeated.Prompts.SequenceEqual(deck.Rows.Repeated.Prompts),
                $"seed {seed}, edit {n}: repeated prompts"
            );
            Assert.Equal(Related(fresh), Related(deck));
            for (var options = 2; options <= 4; options++)
            {
                Assert.Equal(fresh.Rows.Keys.Cards(options), deck.Rows.Keys.Cards(options));
                Assert.Equal(fresh.Rows.Keys.LongestKeys(options), deck.Rows.Keys.LongestKeys(options));
                Assert.Equal(fresh.Rows.Keys.KeyPositions(options), deck.Rows.Keys.KeyPositions(options));
            }
        }
    }

    private static IEnumerable<string> Related(Deck deck) =>
        deck.Findings.SelectMany(f => f.Finding.Related.Select(place => $"{f.Start} {f.Finding.Rule} {place}"));
}
