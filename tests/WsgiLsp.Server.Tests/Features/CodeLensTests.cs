using WsgiLsp.Server.Features.CodeLenses;
using WsgiLsp.Server.Tests.Support;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Server.Tests.Features;

public class CodeLensTests
{
    private const string Nested =
        "# T\n\n## G\n\n### H\n\n#### A?\n\nB.\n\n#### C?\n\nD.\n\n### I?\n\nJ.\n\n## Sources\n\nA book.\n";

    [Theory]
    [InlineData(Nested, false, "# T: Quiz all (3)|## G: Quiz 3|### H: Quiz 2")]
    [InlineData(Nested, true, "# T: Quiz all (3)|## G: Quiz 3|### H: Quiz 2|#### A?: Try|#### C?: Try|### I?: Try")]
    [InlineData("## A?\n\nB.\n\n## C?\n\nD.\n", false, ": Quiz all (2)")]
    [InlineData("# T\n\n## A?\n\n## C?\n\nD.\n", true, "# T: Quiz all (1)|## C?: Try")]
    [InlineData("# T\n\n## A?\n<!-- card: suspend=true -->\n\nB.\n", true, "## A?: Try")]
    [InlineData("# T\n\n## Empty\n\n### A?\n\n## G\n\n### C?\n\nD.\n", false, "# T: Quiz all (1)|## G: Quiz 1")]
    [InlineData("# T\n\nProse.\n", true, "")]
    [InlineData("", true, "")]
    public void Lenses_lead_into_a_quiz(string text, bool cards, string expected)
    {
        var deck = new MarkedDeck(text);
        var settings = UserSettings.Default with { CodeLensCards = cards };
        var lenses = CodeLensFeature.Of(deck.Document, deck.Deck, MarkedDeck.Positions, settings);
        Assert.Equal(
            expected,
            string.Join('|', lenses.Select(lens => $"{deck.TextOf(lens.Range)}: {lens.Command!.Title}"))
        );
    }
}
