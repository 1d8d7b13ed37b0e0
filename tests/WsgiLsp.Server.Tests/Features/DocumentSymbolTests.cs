using System.Text;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Features.DocumentSymbols;
using WsgiLsp.Server.Tests.Support;

namespace WsgiLsp.Server.Tests.Features;

public class DocumentSymbolTests
{
    private const string Nested =
        "# T\n\nIntro.\n\n## G\n\n### A?\n<!-- card: level=advanced -->\n\nB.\n\n### C?\n\n- [x] a\n- [ ] b\n\n## Sources\n\nD.\n";

    [Theory]
    [InlineData(
        Nested,
        """
            Module T [# T] 0-19
              Namespace G [## G] 4-16
                Function A? (recall · advanced) [### A?] 6-11
                Function C? (choice) [### C?] 11-16
              String Sources (note) [## Sources] 16-19
            """
    )]
    [InlineData(
        "## A?\n\nB.\n\n# C\n\n## D?\n\nE",
        "Function A? (recall) [## A?] 0-4\nNamespace C [# C] 4-8\n  Function D? (recall) [## D?] 6-8"
    )]
    [InlineData("##\n\nB.\n", "Function # (recall) [##] 0-3")]
    [InlineData("Prose.\n", "")]
    [InlineData("", "")]
    public void The_outline_is_a_tree(string text, string expected)
    {
        var client = new ClientCapabilities(
            TextDocument: new(DocumentSymbol: new(HierarchicalDocumentSymbolSupport: true))
        );
        var deck = new MarkedDeck(text);
        var result = DocumentSymbolFeature.Of(deck.Document, deck.Deck, MarkedDeck.Positions, client);
        Assert.Null(result.List);
        Assert.Equal(expected.ReplaceLineEndings("\n"), Tree(deck, result.Tree!, "").ToString().TrimEnd('\n'));
    }

    [Fact]
    public void The_outline_is_a_list_for_a_client_that_knows_no_trees()
    {
        var deck = new MarkedDeck(Nested);
        var result = DocumentSymbolFeature.Of(deck.Document, deck.Deck, MarkedDeck.Positions, new ClientCapabilities());
        Assert.Null(result.Tree);
        Assert.Equal(
            ["T <", "G < T", "A? < G", "C? < G", "Sources < T"],
            result.List!.Select(s => $"{s.Name} < {s.ContainerName}".TrimEnd())
        );
        Assert.All(result.List!, symbol => Assert.Equal(MarkedDeck.Uri, symbol.Location.Uri));
    }

    [Fact]
    public void What_is_selected_lies_within_the_symbol_and_children_within_their_parent()
    {
        var client = new ClientCapabilities(
            TextDocument: new(DocumentSymbol: new(HierarchicalDocumentSymbolSupport: true))
        );
        var deck = new MarkedDeck(Repository.FirstDeck);
        var result = DocumentSymbolFeature.Of(deck.Document, deck.Deck, MarkedDeck.Positions, client);
        var all = new DocumentSymbol("all", SymbolKind.File, deck.Selection, deck.Selection)
        {
            Range = MarkedDeck.Positions.Range(deck.Deck.Text, new Decks.Text.TextSpan(0, deck.Deck.Text.Length)),
            Children = result.Tree,
        };
        CheckChildren(deck, all);
    }

    private static void CheckChildren(MarkedDeck deck, DocumentSymbol parent)
    {
        var outer = MarkedDeck.Positions.Span(deck.Deck.Text, parent.Range);
        foreach (var symbol in parent.Children ?? [])
        {
            var span = MarkedDeck.Positions.Span(deck.Deck.Text, symbol.Range);
            var selected = MarkedDeck.Positions.Span(deck.Deck.Text, symbol.SelectionRange);
            Assert.True(outer.Start <= span.Start && span.End <= outer.End, symbol.Name);
            Assert.True(span.Start <= selected.Start && selected.End <= span.End, symbol.Name);
            CheckChildren(deck, symbol);
        }
    }

    private static StringBuilder Tree(MarkedDeck deck, IEnumerable<DocumentSymbol> symbols, string indent) =>
        symbols.Aggregate(
            new StringBuilder(),
            (text, s) =>
                text.Append(indent)
                    .Append($"{s.Kind} {s.Name}{(s.Detail is null ? "" : $" ({s.Detail})")}")
                    .Append($" [{deck.TextOf(s.SelectionRange)}] {s.Range.Start.Line}-{s.Range.End.Line}\n")
                    .Append(Tree(deck, s.Children ?? [], indent + "  "))
        );
}
