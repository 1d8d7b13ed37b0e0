using WsgiLsp.Decks.Completions;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Names;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Server.Features.Completion;

/// <summary>What is told of a completion once it is looked at.</summary>
internal static class CompletionResolve
{
    /// <summary>The completion with its documentation, where it has any.</summary>
    public static CompletionItem Of(WorkspaceView view, CompletionItem item, ClientCapabilities client) =>
        CompletionData.Read(item.Data) is { } data && TextOf(view, data) is { } text
            ? item with
            {
                Documentation = new MarkupContent(FormatFor(client), text),
            }
            : item;

    private static string? TextOf(WorkspaceView view, CompletionData data) =>
        data switch
        {
            { Path: { } path, Section: { } section } => TextOf(view, new NamedSection(path, section)),
            { Path: { } path } => view.Decks.Decks.TryGetValue(path, out var deck)
                ? $"**{deck.Title}**\n\n{Path.GetFileName(path)}"
                : null,
            { Sort: CompletionSort.Rule } => RuleCatalogue.Find(data.Name)?.Summary,
            { Sort: CompletionSort.CardKey } => SummaryOf(DeckKey.OfCards, data.Name),
            { Sort: CompletionSort.FrontMatterKey } => SummaryOf(DeckKey.OfFrontMatter, data.Name),
            { Sort: CompletionSort.Kind } => Vocabulary.Kind(data.Name)?.Summary(),
            { Sort: CompletionSort.Skeleton } => $"```markdown\n{data.Name}\n```",
            _ => null,
        };

    /// <summary>What a card asks and where it stands, but not the answer: somebody is looking for its name.</summary>
    private static string? TextOf(WorkspaceView view, NamedSection named) =>
        DeckNames.HeadingOf(view.Decks, named) is { } heading
            ? $"**{heading.Title}**\n\n"
                + string.Join(
                    " · ",
                    heading
                        .Tags.Select(tag => "#" + tag)
                        .Prepend(Path.GetFileName(named.Path))
                        .Prepend(heading.Kind?.Name() ?? "group")
                )
            : null;

    private static string? SummaryOf(IEnumerable<DeckKey> keys, string name) =>
        keys.FirstOrDefault(key => key.Name == name)?.Summary;

    private static string FormatFor(ClientCapabilities client) =>
        client.TextDocument?.Completion?.CompletionItem?.DocumentationFormat?.Contains(MarkupKind.Markdown) == true
            ? MarkupKind.Markdown
            : MarkupKind.PlainText;
}
