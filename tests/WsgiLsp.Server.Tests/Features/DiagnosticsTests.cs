using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using WsgiLsp.Server.Features.Diagnostics;
using WsgiLsp.Server.Tests.Support;

namespace WsgiLsp.Server.Tests.Features;

public class DiagnosticsTests
{
    private const string Twice = "## A\n<!-- card: id=x -->\n\nb\n\n## C\n<!-- card: id=x -->\n\nd\n";

    [Theory]
    [InlineData("## Which?\n\n- [ ] a\n- [ ] b\n", "Error no-key ")]
    [InlineData("## A?\n<!-- card: levle=beginner -->\n\nB.\n", "Warning unknown-metadata levle")]
    [InlineData("## A?\r\n\r\n## 🎓?\r\n\r\nB.\r\n", "Error empty-card ## A?")]
    [InlineData("## A?\n\nB.\n", "")]
    public void Findings_are_published(string text, string expected)
    {
        var deck = new MarkedDeck(text);
        var found = Of(deck, new ClientCapabilities()).Diagnostics;
        Assert.All(found, diagnostic => Assert.Equal("wsgilsp", diagnostic.Source));
        Assert.StartsWith(
            expected,
            string.Join('\n', found.Select(d => $"{d.Severity} {d.Code} {deck.TextOf(d.Range)}")),
            StringComparison.Ordinal
        );
        Assert.Equal(expected.Length == 0, found.Count == 0);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Only_what_the_client_understands_is_sent(bool understands)
    {
        var client = new ClientCapabilities(
            TextDocument: new(
                PublishDiagnostics: new(
                    RelatedInformation: understands,
                    VersionSupport: understands,
                    CodeDescriptionSupport: understands
                )
            )
        );
        var published = Of(new MarkedDeck(Twice), client);
        var diagnostic = published.Diagnostics.First(d => d.Code == "duplicate-id");
        Assert.Equal(understands ? 7 : null, published.Version);
        Assert.Equal(understands, diagnostic.RelatedInformation is not null);
        if (!understands)
        {
            Assert.Null(diagnostic.CodeDescription);
        }
    }

    [Fact]
    public void Related_places_are_in_the_same_document()
    {
        var deck = new MarkedDeck(Twice);
        var client = new ClientCapabilities(TextDocument: new(PublishDiagnostics: new(RelatedInformation: true)));
        var found = Of(deck, client).Diagnostics.First(d => d.Code == "duplicate-id");
        var related = Assert.Single(found.RelatedInformation!);
        Assert.Equal(MarkedDeck.Uri, related.Location.Uri);
        Assert.NotEqual(found.Range.Start.Line, related.Location.Range.Start.Line);
    }

    [Fact]
    public void Columns_are_counted_as_the_client_counts()
    {
        var deck = new MarkedDeck("## A?\n<!-- card: id=ä🎓 levle=beginner -->\n\nB.\n");
        var finding = Assert.Single(
            deck.Deck.Findings,
            f => f.Finding.Message.Contains("levle", StringComparison.Ordinal)
        );
        Assert.Equal(
            18,
            DiagnosticsFeature.Of(finding, deck.Document, new(isUtf8: false), new()).Range.Start.Character
        );
        Assert.Equal(21, DiagnosticsFeature.Of(finding, deck.Document, new(isUtf8: true), new()).Range.Start.Character);
    }

    private static PublishDiagnosticsParams Of(MarkedDeck deck, ClientCapabilities client) =>
        DiagnosticsFeature.Of(deck.Document, deck.Deck, new PositionEncoding(isUtf8: false), client);
}
