using System.Globalization;
using WsgiLsp.Decks.Completions;
using WsgiLsp.Protocol.Types;
using Range = WsgiLsp.Protocol.Types.Range;

namespace WsgiLsp.Server.Features.Completion;

/// <summary>What can be written at a place, in the form that the client understands.</summary>
internal static class CompletionFeature
{
    /// <summary>The characters after which there may be something new to offer.</summary>
    public static IReadOnlyList<string> Triggers { get; } = ["=", ",", "/", "#", "(", "[", "!", ":", "<"];

    /// <summary>The completions; null where nothing of ours can be written.</summary>
    public static CompletionList? Of(DeckQuery query, CompletionParams parameters)
    {
        var offset = query.Offset(parameters.Position);
        var set = DeckCompletions.At(query.Decks, query.Outline, query.Deck, offset, query.Cancellation);
        if (set is null)
        {
            return null;
        }

        var can = query.Client.TextDocument?.Completion;
        var insert = query.RangeOf(set.Insert);
        var replace = query.RangeOf(set.Replace);
        var hasBoth = can?.CompletionItem?.InsertReplaceSupport == true;
        var hasDefault = can?.CompletionList?.ItemDefaults?.Contains("editRange") == true;
        return new CompletionList(
            set.IsIncomplete,
            [
                .. set.Items.Select(
                    (item, index) =>
                    {
                        var shown = Item(item, index, can?.CompletionItem);
                        var text = shown.TextEditText!;
                        return hasDefault
                            ? shown with
                            {
                                TextEditText = text == item.Label ? null : text,
                            }
                            : shown with
                            {
                                TextEditText = null,
                                TextEdit = hasBoth
                                    ? new CompletionTextEdit(new InsertReplaceEdit(text, insert, replace))
                                    : new CompletionTextEdit(new TextEdit(replace, text)),
                            };
                    }
                ),
            ],
            hasDefault ? new CompletionItemDefaults(EditRange(insert, replace, hasBoth)) : null
        );
    }

    private static CompletionEditRange EditRange(Range insert, Range replace, bool hasBoth) =>
        hasBoth
            ? new CompletionEditRange(new EditRangeWithInsertReplace(insert, replace))
            : new CompletionEditRange(replace);

    private static CompletionItem Item(Decks.Completions.Completion item, int index, ClientCompletionItemOptions? can)
    {
        var hasStops = item.HasStops && can?.SnippetSupport == true;
        var text = hasStops ? item.Text : item.PlainText;
        var filter = item.Filter ?? item.Text;
        var hasDetails = can?.LabelDetailsSupport == true;
        return new CompletionItem(
            item.Label,
            KindOf(item.Sort),
            LabelDetails: hasDetails && item.Detail is { } beside
                ? new CompletionItemLabelDetails(Description: beside)
                : null,
            Detail: hasDetails ? null : item.Detail,
            // The order is ours: cards as the deck has them, keys as the formatter writes them.
            SortText: index.ToString("D4", CultureInfo.InvariantCulture),
            FilterText: filter == item.Label ? null : filter,
            InsertTextFormat: hasStops ? InsertTextFormat.Snippet : null,
            TextEditText: text,
            Data: CompletionData.Of(item)?.ToJson()
        );
    }

    private static CompletionItemKind KindOf(CompletionSort sort) =>
        sort switch
        {
            CompletionSort.CardKey or CompletionSort.FrontMatterKey => CompletionItemKind.Property,
            CompletionSort.Value or CompletionSort.Kind => CompletionItemKind.EnumMember,
            CompletionSort.Tag => CompletionItemKind.Constant,
            CompletionSort.Rule => CompletionItemKind.Event,
            CompletionSort.Card or CompletionSort.Heading => CompletionItemKind.Reference,
            CompletionSort.Deck => CompletionItemKind.Module,
            CompletionSort.File => CompletionItemKind.File,
            CompletionSort.Folder => CompletionItemKind.Folder,
            CompletionSort.Callout => CompletionItemKind.Keyword,
            _ => CompletionItemKind.Snippet,
        };
}
