using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using Range = WsgiLsp.Protocol.Types.Range;

namespace WsgiLsp.Server.Features.DocumentSymbols;

/// <summary>The outline of a deck: title, groups, cards.</summary>
internal static class DocumentSymbolFeature
{
    /// <summary>The outline as a tree, or as a list for a client that knows no trees.</summary>
    public static DocumentSymbolResult Of(
        OpenDocument document,
        Deck deck,
        PositionEncoding positions,
        ClientCapabilities client
    )
    {
        var isTree = client.TextDocument?.DocumentSymbol?.HierarchicalDocumentSymbolSupport == true;
        var (tree, _) = Children(document, deck, positions, 1, 0);
        return isTree
            ? new DocumentSymbolResult(tree)
            : new DocumentSymbolResult([.. Flatten(document.Uri, tree, null)]);
    }

    /// <summary>The symbols from a section on that are deeper than a level, and the first section that is not.</summary>
    private static (List<DocumentSymbol> Symbols, int Next) Children(
        OpenDocument document,
        Deck deck,
        PositionEncoding positions,
        int first,
        int level
    )
    {
        var symbols = new List<DocumentSymbol>();
        var index = first;
        while (index < deck.SectionCount)
        {
            var section = deck.Section(index);
            if (section.Level <= level)
            {
                break;
            }

            var (children, next) = Children(document, deck, positions, index + 1, section.Level);
            symbols.Add(
                new DocumentSymbol(
                    // A name must not be empty.
                    section.Title.Length > 0
                        ? section.Title
                        : "#",
                    KindOf(section.Role, section.Card?.Kind),
                    positions.Range(
                        document.Text,
                        new LinePosition(section.StartLine, 0),
                        next < deck.SectionCount
                            ? new LinePosition(deck.EndLineOf(next - 1), 0)
                            : document.Text.GetPosition(document.Text.Length)
                    ),
                    HeadingOf(document.Text, section, positions),
                    DetailOf(section),
                    children.Count > 0 ? children : null
                )
            );
            index = next;
        }

        return (symbols, index);
    }

    /// <summary>What a heading is to an editor.</summary>
    public static SymbolKind KindOf(SectionRole role, CardKind? kind) =>
        (role, kind) switch
        {
            (SectionRole.Title, _) => SymbolKind.Module,
            (SectionRole.Group, _) => SymbolKind.Namespace,
            (_, CardKind.Note) => SymbolKind.String,
            _ => SymbolKind.Function,
        };

    /// <summary>Most headings are one line: of a large deck only their ends are looked up.</summary>
    private static Range HeadingOf(SourceText text, DeckSection section, PositionEncoding positions)
    {
        var end = text.GetPosition(section.Heading.End);
        var start =
            end.Line == section.StartLine
                ? new LinePosition(section.StartLine, section.Heading.Start - section.Span.Start)
                : text.GetPosition(section.Heading.Start);
        return positions.Range(text, start, end);
    }

    private static string? DetailOf(DeckSection section) =>
        section.Card is not { } card ? null
        : card.Level is { } level ? $"{card.Kind.Name()} · {level.Name()}"
        : card.Kind.Name();

    private static IEnumerable<SymbolInformation> Flatten(
        string uri,
        IEnumerable<DocumentSymbol> tree,
        string? container
    ) =>
        tree.SelectMany(symbol =>
            Flatten(uri, symbol.Children ?? [], symbol.Name)
                .Prepend(new SymbolInformation(symbol.Name, symbol.Kind, new Location(uri, symbol.Range), container))
        );
}
