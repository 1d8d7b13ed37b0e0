using System.Text.Json;
using System.Text.Json.Serialization;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Refactorings;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;

namespace WsgiLsp.Server.Features.CodeActions;

/// <summary>Changes of the card at a place that its author may want. A client that knows it gets the edits when one is chosen.</summary>
internal static class RefactoringActions
{
    /// <summary>The actions for a card's heading, or anywhere in it where refactorings are asked for.</summary>
    /// <param name="document">The document.</param>
    /// <param name="deck">The deck in it.</param>
    /// <param name="offset">The place.</param>
    /// <param name="context">What is asked for.</param>
    /// <param name="positions">How the client counts.</param>
    /// <param name="client">What it understands.</param>
    public static IEnumerable<CodeAction> At(
        OpenDocument document,
        Deck deck,
        int offset,
        CodeActionContext context,
        PositionEncoding positions,
        ClientCapabilities client
    )
    {
        var isAskedFor = context.Only is { Count: > 0 };
        var index = deck.SectionAt(offset);
        var section = deck.Section(index);
        if (
            section.Card is null
            // Editors ask on their own at each step of the cursor, to show that there is something.
            || (!isAskedFor && context.TriggerKind == CodeActionTriggerKind.Automatic)
            || (!isAskedFor && offset > Math.Max(section.Heading.End, section.Metadata.End))
            || (
                isAskedFor
                && !CodeActionFeature.Wants(context, CodeActionKind.RefactorRewrite)
                && !CodeActionFeature.Wants(context, CodeActionKind.RefactorExtract)
            )
        )
        {
            return [];
        }

        return CardRefactorings
            .Of(deck, index)
            .Select(change => (Change: change, Kind: KindOf(change)))
            .Where(one => CodeActionFeature.Wants(context, one.Kind))
            .Select(one => Action(document, index, one.Change, one.Kind, positions, client));
    }

    /// <summary>An action with its edits, which were left out when it was offered.</summary>
    /// <param name="action">The action, as it was offered.</param>
    /// <param name="documents">The documents as they are now.</param>
    /// <param name="positions">How the client counts.</param>
    /// <param name="client">What it understands.</param>
    /// <returns>The action as it is where there is nothing to add: it is another one, or its text has changed.</returns>
    public static CodeAction Resolve(
        CodeAction action,
        DocumentSnapshot documents,
        PositionEncoding positions,
        ClientCapabilities client
    ) =>
        RefactoringData.Read(action.Data) is { } data
        && documents.FindDeck(data.Uri) is var (document, deck)
        && document.Version == data.Version
        && data.Section >= 0
        && data.Section < deck.SectionCount
        && CardRefactorings.Of(deck, data.Section).FirstOrDefault(one => one.Title == action.Title) is { } change
            ? action with
            {
                Edit = WorkspaceEdits.Of(document, change.Edits, positions, client),
            }
            : action;

    private static string KindOf(Refactoring change) =>
        change.IsExtraction ? CodeActionKind.RefactorExtract : CodeActionKind.RefactorRewrite;

    private static CodeAction Action(
        OpenDocument document,
        int section,
        Refactoring change,
        string kind,
        PositionEncoding positions,
        ClientCapabilities client
    ) =>
        client.TextDocument?.CodeAction is { DataSupport: true, ResolveSupport.Properties: { } properties }
        && properties.Contains("edit")
            ? new CodeAction(
                change.Title,
                kind,
                Data: new RefactoringData(document.Uri, document.Version, section).ToJson()
            )
            : new CodeAction(change.Title, kind, Edit: WorkspaceEdits.Of(document, change.Edits, positions, client));
}

/// <summary>What tells a refactoring that was offered.</summary>
/// <param name="Uri">The document.</param>
/// <param name="Version">Its version.</param>
/// <param name="Section">Index of the card's section.</param>
internal sealed record RefactoringData(string Uri, int Version, int Section)
{
    /// <summary>As it is sent.</summary>
    public JsonElement ToJson() =>
        JsonSerializer.SerializeToElement(this, RefactoringJsonContext.Default.RefactoringData);

    /// <summary>Reads what was sent; null where it is none of ours.</summary>
    public static RefactoringData? Read(JsonElement? data) =>
        OwnJson.Read(data, RefactoringJsonContext.Default.RefactoringData);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(RefactoringData))]
internal sealed partial class RefactoringJsonContext : JsonSerializerContext;
