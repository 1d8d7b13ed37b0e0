using WsgiLsp.Decks.Workspace;

namespace WsgiLsp.Decks.Tests.Workspace;

public class CyclesTests
{
    [Theory]
    [InlineData("a>b b>c", "")]
    [InlineData("a>a", "a:a")]
    [InlineData("a>b b>a", "a:ab b:ba")]
    [InlineData("a>b b>c c>a c>d d>e", "a:abc b:bca c:cab")]
    [InlineData("a>b b>a b>c c>b", "a:ab b:ba c:cb")]
    [InlineData("a>b a>c b>d c>d d>e e>a", "a:abde b:bdea c:cdea d:deab e:eabd")]
    [InlineData("x>a a>b b>a b>y", "a:ab b:ba")]
    public void Each_node_of_a_circle_gets_a_shortest_one(string edges, string expected)
    {
        var next = edges
            .Split(' ')
            .GroupBy(edge => edge[..1], edge => edge[2..])
            .ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g], StringComparer.Ordinal);

        var found = Cycles.Find(next.Keys, node => next.GetValueOrDefault(node, []));

        Assert.Equal(
            expected,
            string.Join(
                ' ',
                found.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}:{string.Concat(f.Value)}")
            )
        );
    }

    [Fact]
    public void A_long_chain_and_a_large_ring_are_survived()
    {
        const int Many = 50_000;
        string Node(int i) => $"n{i}";

        Assert.Empty(
            Cycles.Find(
                Enumerable.Range(0, Many).Select(Node),
                n => int.Parse(n[1..]) is var i && i < Many ? [Node(i + 1)] : []
            )
        );
        var ring = Cycles.Find(Enumerable.Range(0, Many).Select(Node), n => [Node((int.Parse(n[1..]) + 1) % Many)]);
        Assert.Equal(Many, ring.Count);
        Assert.Equal(["n7", "n8"], ring["n7"]);
    }
}
