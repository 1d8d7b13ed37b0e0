using System.Collections.Immutable;
using WsgiLsp.Decks.Formatting;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Tests.Support;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Tests.Formatting;

public class FormatterPropertyTests
{
    private static readonly DeckSettings Settings = new() { FileName = "a.deck.md" };

    // The comparison behind each section is there for what nobody thought of, not to do the passes' work: how often it
    // takes a change back is bounded, to what renderers disagree about and broken text.
    [Fact]
    public void Two_thousand_sloppy_decks_say_the_same_afterwards() =>
        Assert.InRange(CheckAll(2000, seed => new SloppyDecks(seed).Next(), withFormulas: true), 0, 250);

    [Fact]
    public void Two_thousand_mutated_decks_say_the_same_afterwards() =>
        Assert.InRange(CheckAll(2000, seed => new Specimens(seed).Mutate(new SloppyDecks(seed).Next())), 0, 250);

    [Fact]
    public void A_thousand_decks_with_slips_in_their_metadata_say_the_same_afterwards() =>
        Assert.InRange(CheckAll(1000, seed => new Specimens(seed).Slipped(new SloppyDecks(seed).Next())), 0, 250);

    [Fact]
    public void Six_thousand_random_documents_say_the_same_afterwards() =>
        Assert.InRange(CheckAll(6000, seed => new Specimens(seed).Document()), 0, 10);

    // A paragraph of definitions above dashes, which renderers disagree about; and what is no byte order mark before it
    // stands at the start.
    [Theory]
    [InlineData(
        "# D\n\n## Q\n\n***\n[Two  words]: <a b.md> 'title'\n-\n[label]:\n-\n<!-- card: id=x -->\n[label]: b.md\n"
    )]
    [InlineData("\n\ufeff# D\n\n## Q\n\nA.\n")]
    [InlineData("\n\n\ufeff## Q\n\nA.\n")]
    public void What_is_read_otherwise_in_its_place_stays_as_it_is(string text) =>
        Assert.Null(Check(text, 1, false).Failure);

    private static int CheckAll(int count, Func<int, string> document, bool withFormulas = false)
    {
        var results = Enumerable
            .Range(0, count)
            .AsParallel()
            .AsOrdered()
            .Select(seed => Check(document(seed), seed, withFormulas))
            .ToList();
        var failures = results.Select(result => result.Failure).OfType<string>().ToList();
        Assert.True(
            failures.Count == 0,
            $"{failures.Count} of {count} fail; the shortest: {failures.MinBy(f => f.Length)}"
        );
        return results.Sum(result => result.Refused);
    }

    private static (int Refused, string? Failure) Check(string text, int seed, bool withFormulas)
    {
        var deck = Deck.Parse(text, Settings);
        var (edits, refused) = DeckFormatter.Format(deck, 0, deck.SectionCount - 1);
        var formatted = Apply(text, edits, seed);
        var again = Deck.Parse(formatted, Settings);
        var (said, saidAgain) = (Said.By(deck, withFormulas), Said.By(again, withFormulas));
        var second = Apply(formatted, DeckFormatter.Format(again), seed);
        if (seed % 10 == 0)
        {
            Assert.Equal<IEnumerable<TextEdit>>(edits, DeckFormatter.Format(deck, new TextSpan(0, text.Length)));
        }

        return (
            refused,
            said != saidAgain ? "says something else: " + Report(seed, text, formatted, said, saidAgain)
            : second != formatted ? "is not idempotent: " + Report(seed, text, formatted, formatted, second)
            : null
        );
    }

    private static string Apply(string text, ImmutableArray<TextEdit> edits, int seed)
    {
        for (var i = 0; i < edits.Length; i++)
        {
            var isAscending = i == 0 || edits[i].Span.Start >= edits[i - 1].Span.End;
            Assert.True(isAscending && edits[i].Span.End <= text.Length, $"seed {seed}: {edits[i]}");
        }

        return edits
            .Reverse()
            .Aggregate(text, (t, e) => t.Remove(e.Span.Start, e.Span.Length).Insert(e.Span.Start, e.NewText));
    }

    private static string Report(int seed, string text, string formatted, string one, string two) =>
        $"seed {seed}\n{Show(text)}\n======== formatted\n{Show(formatted)}\n======== {Difference(one, two)}";

    private static string Difference(string one, string two)
    {
        var at = one.AsSpan().CommonPrefixLength(two);
        var from = Math.Max(at - 200, 0);
        return $"{Show(one[from..Math.Min(one.Length, at + 300)])}\n-------- or\n{Show(two[from..Math.Min(two.Length, at + 300)])}";
    }

    private static string Show(string text) =>
        text.Replace("\r", "␍", StringComparison.Ordinal)
            .Replace("\t", "→", StringComparison.Ordinal)
            .Replace(" \n", "·\n", StringComparison.Ordinal);
}
