using FsCheck;
using FsCheck.Fluent;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Tests.Text;

public sealed class AnyCaseTests
{
    [Theory]
    [InlineData("", "not", false)]
    [InlineData("no", "not", false)]
    [InlineData("NoT", "not", true)]
    [InlineData("nnnot", "not", true)]
    [InlineData("knot", "not", true)]
    [InlineData("no\u0130t", "not", false)]
    [InlineData("It is (S)", "(s)", true)]
    public void A_word_is_found_in_either_case(string text, string word, bool expected) =>
        Assert.Equal(expected, AnyCase.Has(text, word));

    [Fact]
    public void It_finds_what_the_framework_finds()
    {
        var letters = Gen.Elements("aAbBnNoOtT (/".ToCharArray());
        var texts = letters.ArrayOf().Select(text => new string(text));
        var words = letters.ArrayOf(2).Select(word => new string(word));
        Prop.ForAll(
                texts.Zip(words).ToArbitrary(),
                pair =>
                    AnyCase.Has(pair.Item1, pair.Item2)
                    == pair.Item1.Contains(pair.Item2, StringComparison.OrdinalIgnoreCase)
            )
            .QuickCheckThrowOnFailure();
    }
}
