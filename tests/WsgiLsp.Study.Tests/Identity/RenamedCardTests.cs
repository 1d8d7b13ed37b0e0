using WsgiLsp.Study.Identity;

namespace WsgiLsp.Study.Tests.Identity;

public class RenamedCardTests
{
    [Theory]
    [InlineData("a>b", "a>b")]
    [InlineData("a>b b>c", "a>c")]
    [InlineData("a>b b>a", "")]
    [InlineData("a>b a>c", "a>c")]
    [InlineData("a>b x>y b>c", "x>y a>c")]
    public void Renames_after_one_another_are_one(string renames, string expected) =>
        Assert.Equal(
            expected,
            string.Join(
                ' ',
                renames
                    .Split(' ')
                    .Select(rename => rename.Split('>'))
                    .Aggregate(
                        System.Collections.Immutable.ImmutableArray<RenamedCard>.Empty,
                        (before, names) => RenamedCard.Add(before, new RenamedCard(names[0], names[1]))
                    )
                    .Select(card => $"{card.From}>{card.To}")
            )
        );
}
