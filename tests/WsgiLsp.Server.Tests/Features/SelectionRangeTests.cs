using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Features.SelectionRange;
using WsgiLsp.Server.Tests.Support;

namespace WsgiLsp.Server.Tests.Features;

public class SelectionRangeTests
{
    [Fact]
    public void A_selection_grows_from_the_word_to_the_deck()
    {
        using var desk = new NameDesk(
            ("d.deck.md", "# T\n\n## G\n\n### A?\n\nFirst.\n\nTwo wor‸ds.\nMore.\n\n### B?\n\nB.\n\n## H\n\nT.\n")
        );
        Assert.Equal(
            [
                "words",
                "Two words.",
                "Two words.\nMore.",
                "First.\n\nTwo words.\nMore.",
                "### A?\n\nFirst.\n\nTwo words.\nMore.",
                "### A?\n\nFirst.\n\nTwo words.\nMore.\n\n",
                "## G\n\n### A?\n\nFirst.\n\nTwo words.\nMore.\n\n### B?\n\nB.\n\n",
                "# T\n\n## G\n\n### A?\n\nFirst.\n\nTwo words.\nMore.\n\n### B?\n\nB.\n\n## H\n\nT.\n",
            ],
            Grown(desk)
        );
    }

    [Theory]
    [InlineData(
        "## A\n<!-- card: id=the-wor‸ker tags=x -->\n\nT.\n",
        "worker|the-worker|<!-- card: id=the-worker tags=x -->"
    )]
    [InlineData("‸", "")]
    [InlineData("## A\n\n‸\n\nT.\n", "")]
    [InlineData("## A\r\n\r\nT. ‸U\r\n", "U|T. U")]
    public void Names_are_steps_and_any_place_has_ranges(string text, string first)
    {
        using var desk = new NameDesk(("d.deck.md", text));
        var grown = Grown(desk);
        Assert.Equal(first.Split('|'), grown.Take(first.Split('|').Length));
        Assert.All(
            grown.Zip(grown.Skip(1)),
            pair => Assert.Contains(pair.First, pair.Second, StringComparison.Ordinal)
        );
    }

    private static List<string> Grown(NameDesk desk)
    {
        var result = new List<string>();
        var selection = Assert.Single(
            SelectionRangeFeature.Of(desk.Query, new SelectionRangeParams(desk.Document, [desk.Cursor]))
        );
        for (var at = selection; at is not null; at = at.Parent)
        {
            var shown = desk.Show(at.Range);
            result.Add(shown[(shown.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        }

        return result;
    }
}
