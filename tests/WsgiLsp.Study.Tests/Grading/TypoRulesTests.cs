using FsCheck;
using FsCheck.Fluent;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Tests.Grading;

public class TypoRulesTests
{
    public static TheoryData<string, string> Pairs { get; } = [.. ConfusablePairs.All];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Neither_word_of_a_pair_is_a_typo_of_the_other(string first, string second)
    {
        Assert.Equal(AnswerVerdict.Wrong, Verdict(first, second));
        Assert.Equal(AnswerVerdict.Wrong, Verdict(second, first));
        Assert.Equal(AnswerVerdict.Wrong, Verdict($"the {first}s of it", $"the {second}s of it"));
        Assert.Equal(AnswerVerdict.Wrong, Verdict($"the {second}s of it", $"the {first}s of it"));
    }

    [Fact]
    public void Pairs_are_sorted_and_different()
    {
        var lines = ConfusablePairs.All.Select(pair => $"{pair.First} {pair.Second}").ToList();

        Assert.True(lines.Count >= 300);
        Assert.Equal(lines.Order(StringComparer.Ordinal).Distinct(), lines);
        Assert.All(ConfusablePairs.All, pair => Assert.True(string.CompareOrdinal(pair.First, pair.Second) < 0));
        Assert.All(lines, line => Assert.Matches("^[a-z]+ [a-z]+$", line));
    }

    /// <summary>The list earns its place: distance and length alone would take half of the pairs for typos.</summary>
    [Fact]
    public void Plain_distance_takes_half_of_the_pairs_for_typos()
    {
        var taken = ConfusablePairs.All.Count(pair =>
            IsNear(pair.First, pair.Second) || IsNear(pair.Second, pair.First)
        );

        TestContext.Current.SendDiagnosticMessage(
            $"Plain distance takes {taken} of {ConfusablePairs.All.Length} pairs for typos."
        );
        Assert.True(2 * taken >= ConfusablePairs.All.Length, $"{taken} of {ConfusablePairs.All.Length}");

        static bool IsNear(string typed, string wanted) =>
            Distance(typed, wanted)
            <= wanted.Length switch
            {
                >= 12 => 2,
                >= 6 => 1,
                _ => 0,
            };
    }

    [Theory]
    [InlineData("seconds", true)]
    [InlineData("byte", true)]
    [InlineData("mebibytes", true)]
    [InlineData("nanosecond", true)]
    [InlineData("gigahertz", true)]
    [InlineData("process", false)]
    [InlineData("megaphone", false)]
    [InlineData("kilo", false)]
    public void Units_are_known_with_their_prefixes(string word, bool isUnit) =>
        Assert.Equal(isUnit, UnitNames.Contains(word));

    [Theory]
    [InlineData("isomorphism", "anisomorphism")]
    [InlineData("dereference", "rereference")]
    [InlineData("serialization", "deserialization")]
    [InlineData("deescalation", "dedeescalation")]
    public void A_prefix_makes_another_word(string first, string second)
    {
        Assert.False(TypoRules.ForgiveWord(first, second, KnownWords.None));
        Assert.False(TypoRules.ForgiveWord(second, first, KnownWords.None));
    }

    [Fact]
    public void Words_of_all_parts_of_a_card_are_known()
    {
        var known = KnownWords.Of(TestCards.ById.Values);

        // Prompt, answer, explanation, hint, option, feedback, concept, model answer.
        Assert.All(
            "interface gateway outdated qualities connections exactly concurrently serves".Split(' '),
            word => Assert.True(known.Contains(word), word)
        );
        Assert.False(known.Contains("elephant"));
        Assert.False(KnownWords.None.Contains("interface"));
        Assert.True(TestCards.WordsOf("Ein CAFÉ").Contains("cafe"));
    }

    [Fact]
    public void Cards_are_read_when_a_word_is_first_asked_for_and_once()
    {
        var reads = 0;
        var known = KnownWords.Of(Cards());
        Assert.Equal(0, reads);

        Assert.False(known.Contains("nothing"));
        Assert.False(known.Contains("nothing"));
        Assert.Equal(1, reads);

        IEnumerable<Card> Cards()
        {
            reads++;
            foreach (var card in TestCards.ById.Values)
            {
                yield return card;
            }
        }
    }

    [Fact]
    public void Distance_is_that_of_the_table() =>
        Prop.ForAll(
                Gen.Elements('a', 'b', 'c').ArrayOf().Two().ToArbitrary(),
                words =>
                {
                    var (a, b) = (new string(words.Item1), new string(words.Item2));
                    var distance = Distance(a, b);
                    return Enumerable.Range(0, 4).All(slips => EditDistance.IsWithin(a, b, slips) == distance <= slips);
                }
            )
            .Check(GradingProperties.Config.WithEndSize(8));

    private static AnswerVerdict Verdict(string line, string accepted) =>
        new AnswerComparison(TypedMatch.IgnoreCase, null, KnownWords.None).Examine(line, [accepted]).Verdict;

    /// <summary>Insertions, deletions, changes and swaps of neighbours, by the book.</summary>
    private static int Distance(string a, string b)
    {
        var rows = Enumerable.Range(0, a.Length + 1).Select(_ => new int[b.Length + 1]).ToArray();
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                rows[i][j] =
                    i == 0 || j == 0
                        ? i + j
                        : Math.Min(
                            Math.Min(rows[i - 1][j], rows[i][j - 1]) + 1,
                            rows[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)
                        );
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    rows[i][j] = Math.Min(rows[i][j], rows[i - 2][j - 2] + 1);
                }
            }
        }

        return rows[a.Length][b.Length];
    }
}
