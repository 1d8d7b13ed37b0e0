using FsCheck;
using FsCheck.Fluent;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Tests.Model;

public class NearNameTests
{
    private const string Letters = "aZéz-059 ";

    [Fact]
    public void Among_many_names_the_same_one_is_found_as_when_all_are_compared()
    {
        var words =
            from length in Gen.Choose(1, 12)
            from letters in Gen.Elements(Letters.ToCharArray()).ArrayOf(length)
            select new string(letters);
        Prop.ForAll(
                words.ArrayOf(40).ToArbitrary(),
                words.ToArbitrary(),
                (names, wanted) =>
                {
                    var search = new NearNameSearch(wanted);
                    NearNameSearch.Look(names, [search]);
                    return search.Best == Compare(wanted, names);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("the-arbiter", "the-abriter")]
    [InlineData("the-arbiter", "the-arbitre")]
    [InlineData("The-Arbiter", "The-arbtier")]
    [InlineData("pre-fork-model", "pre-frok-modle")]
    [InlineData("graceful-shutdown-of-workers", "graceful")]
    public void A_slip_or_an_abbreviation_is_understood(string name, string wanted)
    {
        var search = new NearNameSearch(wanted);
        NearNameSearch.Look(["elsewhere", name, "the-other"], [search]);
        Assert.Equal(name, search.Best.Word);
    }

    /// <summary>All names with the first letter, of nearly the length or abbreviated; none is left out by its letters.</summary>
    private static NearWord Compare(string wanted, string[] names) =>
        NearestWord.Nearest(
            wanted,
            names.Where(name =>
                name[0] == wanted[0]
                && (
                    Math.Abs(name.Length - wanted.Length) <= 2
                    || name.StartsWith(wanted, StringComparison.OrdinalIgnoreCase)
                )
            ),
            new NearWord(null, NearestWord.MostSlips(wanted, 2) + 1)
        );
}
