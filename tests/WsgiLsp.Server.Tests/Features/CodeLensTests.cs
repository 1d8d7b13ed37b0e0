using WsgiLsp.Server.Features.CodeLenses;
using WsgiLsp.Server.Features.Learning;
using WsgiLsp.Server.Tests.Support;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Server.Tests.Features;

public class CodeLensTests
{
    private const string Nested =
        "# T\n\n## G\n\n### H\n\n#### A?\n\nB.\n\n#### C?\n\nD.\n\n### I?\n\nJ.\n\n## Sources\n\nA book.\n";

    [Theory]
    [InlineData(Nested, false, "# T: Study 3 new|# T: Quiz all (3)|# T: Cheat sheet|## G: Quiz 3|### H: Quiz 2")]
    [InlineData(
        Nested,
        true,
        "# T: Study 3 new|# T: Quiz all (3)|# T: Cheat sheet|## G: Quiz 3|### H: Quiz 2|#### A?: Try|#### C?: Try|### I?: Try"
    )]
    [InlineData("## A?\n\nB.\n\n## C?\n\nD.\n", false, ": Study 2 new|: Quiz all (2)|: Cheat sheet")]
    [InlineData(
        "# T\n\n## A?\n\n## C?\n\nD.\n",
        true,
        "# T: Study 1 new|# T: Quiz all (1)|# T: Cheat sheet|## C?: Try"
    )]
    [InlineData("# T\n\n## A?\n<!-- card: suspend=true -->\n\nB.\n", true, "## A?: Try")]
    [InlineData(
        "# T\n\n## Empty\n\n### A?\n\n## G\n\n### C?\n\nD.\n",
        false,
        "# T: Study 1 new|# T: Quiz all (1)|# T: Cheat sheet|## G: Quiz 1"
    )]
    [InlineData(
        "# T\n\n## A?\n\n- [x] b\n- [ ] c\n",
        false,
        "# T: Study 1 new|# T: Quiz all (1)|# T: Exam|# T: Cheat sheet"
    )]
    [InlineData("# T\n\nProse.\n", true, "")]
    [InlineData("", true, "")]
    public void Lenses_lead_into_a_quiz(string text, bool cards, string expected)
    {
        var deck = new MarkedDeck(text);
        var settings = UserSettings.Default with { CodeLensCards = cards };
        var lenses = CodeLensFeature.Of(
            deck.Document,
            deck.Deck,
            MarkedDeck.Positions,
            settings,
            new LearnerView(learned: null, settings.Study, TimeProvider.System)
        );
        Assert.Equal(
            expected,
            string.Join('|', lenses.Select(lens => $"{deck.TextOf(lens.Range)}: {lens.Command!.Title}"))
        );
    }
}
