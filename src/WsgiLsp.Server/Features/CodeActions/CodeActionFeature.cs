using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using WsgiLsp.Server.Features.Diagnostics;
using WsgiLsp.Server.Quiz;
using TextEdit = WsgiLsp.Protocol.Types.TextEdit;

namespace WsgiLsp.Server.Features.CodeActions;

/// <summary>What can be done at a place: mend the findings there, or be quizzed.</summary>
internal static class CodeActionFeature
{
    /// <summary>The kind of the action that applies all safe fixes, for editors' "on save".</summary>
    public const string FixAllKind = CodeActionKind.SourceFixAll + ".wsgilsp";

    /// <summary>The actions for a range of a deck, as far as the deck alone tells.</summary>
    public static IReadOnlyList<CodeAction> For(
        OpenDocument document,
        Deck deck,
        CodeActionParams parameters,
        PositionEncoding positions,
        ClientCapabilities client
    ) => For(document, deck, deck.Findings, parameters, positions, client);

    /// <summary>The actions for a range of a deck.</summary>
    public static IReadOnlyList<CodeAction> For(
        OpenDocument document,
        Deck deck,
        ImmutableArray<PlacedFinding> findings,
        CodeActionParams parameters,
        PositionEncoding positions,
        ClientCapabilities client
    )
    {
        var actions = Fixes(document, findings, parameters, positions, client);
        var span = positions.Span(document.Text, parameters.Range);

        // A quiz changes nothing, so it has no kind, and is left out where the client asks for kinds.
        if (parameters.Context.Only is not { Count: > 0 })
        {
            actions.AddRange(
                QuizOffers
                    .At(document, deck, span.Start)
                    .Select(command => new CodeAction(command.Title, Command: command))
            );
        }
        else if (Wants(parameters.Context, FixAllKind) && FixAll.Edits(deck) is { Length: > 0 } all)
        {
            // On saving, and from the menu of source actions: only where it is asked for by its kind.
            actions.Add(
                new CodeAction(
                    "Apply all safe fixes of the deck",
                    FixAllKind,
                    Edit: Edit(document, all, positions, client)
                )
            );
        }

        return actions;
    }

    /// <summary>The ways to mend the findings that touch a range.</summary>
    public static List<CodeAction> Fixes(
        OpenDocument document,
        ImmutableArray<PlacedFinding> findings,
        CodeActionParams parameters,
        PositionEncoding positions,
        ClientCapabilities client
    )
    {
        var span = positions.Span(document.Text, parameters.Range);
        var actions = new List<CodeAction>();
        if (Wants(parameters.Context, CodeActionKind.QuickFix))
        {
            foreach (var finding in findings)
            {
                if (
                    finding.Span.Touches(span.Start) || (finding.Span.Start < span.End && finding.Span.End > span.Start)
                )
                {
                    actions.AddRange(Fixes(document, finding, positions, client));
                }
            }
        }

        return actions;
    }

    private static bool Wants(CodeActionContext context, string kind) =>
        context.Only is not { Count: > 0 } only
        || only.Any(wanted =>
            kind == wanted || kind.StartsWith(wanted + ".", StringComparison.Ordinal) || wanted.Length == 0
        );

    private static IEnumerable<CodeAction> Fixes(
        OpenDocument document,
        PlacedFinding finding,
        PositionEncoding positions,
        ClientCapabilities client
    )
    {
        var diagnostic = DiagnosticsFeature.Of(finding, document, positions, client.TextDocument?.PublishDiagnostics);
        return finding.Finding.Fixes.Select(fix => new CodeAction(
            fix.Title,
            CodeActionKind.QuickFix,
            [diagnostic],
            client.TextDocument?.CodeAction?.IsPreferredSupport == true && fix.IsPreferred ? true : null,
            Edit: Edit(document, finding.Edits(fix), positions, client)
        ));
    }

    private static WorkspaceEdit Edit(
        OpenDocument document,
        IEnumerable<Decks.Text.TextEdit> edits,
        PositionEncoding positions,
        ClientCapabilities client
    )
    {
        List<TextEdit> changes =
        [
            .. edits.Select(edit => new TextEdit(positions.Range(document.Text, edit.Span), edit.NewText)),
        ];
        if (client.Workspace?.WorkspaceEdit?.DocumentChanges == true)
        {
            var identifier = new OptionalVersionedTextDocumentIdentifier(document.Uri, document.Version);
            return new WorkspaceEdit(DocumentChanges: [new TextDocumentEdit(identifier, changes)]);
        }

        return new WorkspaceEdit(
            new Dictionary<string, IReadOnlyList<TextEdit>>(StringComparer.Ordinal) { [document.Uri] = changes }
        );
    }
}
