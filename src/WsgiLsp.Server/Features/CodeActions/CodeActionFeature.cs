using System.Collections.Immutable;
using System.Text.Json;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using WsgiLsp.Server.Features.Diagnostics;
using WsgiLsp.Server.Features.Histories;
using WsgiLsp.Server.Features.Learning;
using WsgiLsp.Server.Quiz;

namespace WsgiLsp.Server.Features.CodeActions;

/// <summary>What can be done at a place: mend the findings there, or be quizzed.</summary>
internal static class CodeActionFeature
{
    /// <summary>The kind of the action that applies all safe fixes, for editors' "on save".</summary>
    public const string FixAllKind = CodeActionKind.SourceFixAll + ".wsgilsp";

    /// <summary>The actions for a range of a deck.</summary>
    public static IReadOnlyList<CodeAction> For(
        OpenDocument document,
        Deck deck,
        ImmutableArray<PlacedFinding> findings,
        HistoryBook book,
        LearnerView learner,
        CodeActionParams parameters,
        PositionEncoding positions,
        ClientCapabilities client
    )
    {
        var histories = new HistoryActions(book, document, deck, positions, client);
        List<CodeAction> actions =
        [
            .. Wanted(document, findings, parameters, positions)
                .SelectMany(finding => Fixes(document, finding, positions, client).Concat(histories.For(finding))),
        ];
        var span = positions.Span(document.Text, parameters.Range);

        // A finding may offer the same change as its remedy.
        var titles = actions.Select(action => action.Title).ToHashSet(StringComparer.Ordinal);
        actions.AddRange(
            RefactoringActions
                .At(document, deck, span.Start, parameters.Context, positions, client)
                .Where(action => !titles.Contains(action.Title))
        );

        // A quiz changes nothing, so it has no kind, and is left out where the client asks for kinds.
        if (parameters.Context.Only is not { Count: > 0 })
        {
            if (histories.Undo(span.Start) is { } undo)
            {
                actions.Add(undo);
            }

            actions.AddRange(
                QuizOffers
                    .At(document, deck, span.Start, learner)
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
                    Edit: WorkspaceEdits.Of(document, all, positions, client)
                )
            );
        }

        return actions;
    }

    /// <summary>The ways to mend the findings at a range.</summary>
    public static List<CodeAction> Fixes(
        OpenDocument document,
        ImmutableArray<PlacedFinding> findings,
        CodeActionParams parameters,
        PositionEncoding positions,
        ClientCapabilities client
    ) =>
        [
            .. Wanted(document, findings, parameters, positions)
                .SelectMany(finding => Fixes(document, finding, positions, client)),
        ];

    /// <summary>
    /// The findings that are to be mended: those that touch a range, and those that the client names. Some editors send the
    /// diagnostics of the cursor's line, and the cursor as range.
    /// </summary>
    private static IEnumerable<PlacedFinding> Wanted(
        OpenDocument document,
        ImmutableArray<PlacedFinding> findings,
        CodeActionParams parameters,
        PositionEncoding positions
    )
    {
        if (!Wants(parameters.Context, CodeActionKind.QuickFix))
        {
            return [];
        }

        var span = positions.Span(document.Text, parameters.Range);
        var named = Named(parameters.Context.Diagnostics);
        return findings.Where(finding =>
            finding.Span.Touches(span.Start)
            || (finding.Span.Start < span.End && finding.Span.End > span.Start)
            || named.Contains(Key(document, finding, positions))
        );
    }

    /// <summary>What tells our diagnostics apart; others, and what is not as the protocol has it, are left out.</summary>
    private static HashSet<(string Rule, Position Start, Position End)> Named(IReadOnlyList<JsonElement>? diagnostics)
    {
        var named = new HashSet<(string Rule, Position Start, Position End)>();
        foreach (var diagnostic in diagnostics ?? [])
        {
            if (
                StringOf(diagnostic, "source") == DiagnosticsFeature.Source
                && StringOf(diagnostic, "code") is { } rule
                && Member(diagnostic, "range") is { } range
                && PositionOf(range, "start") is { } start
                && PositionOf(range, "end") is { } end
            )
            {
                named.Add((rule, start, end));
            }
        }

        return named;
    }

    private static (string Rule, Position Start, Position End) Key(
        OpenDocument document,
        PlacedFinding finding,
        PositionEncoding positions
    )
    {
        var range = positions.Range(document.Text, finding.Start, finding.End);
        return (finding.Finding.Rule, range.Start, range.End);
    }

    private static JsonElement? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) ? member : null;

    private static string? StringOf(JsonElement element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } member ? member.GetString() : null;

    private static Position? PositionOf(JsonElement range, string name) =>
        Member(range, name) is { } position
        && Member(position, "line") is { ValueKind: JsonValueKind.Number } line
        && Member(position, "character") is { ValueKind: JsonValueKind.Number } character
        && line.TryGetInt32(out var row)
        && character.TryGetInt32(out var column)
            ? new Position(row, column)
            : null;

    /// <summary>Whether actions of a kind are asked for.</summary>
    internal static bool Wants(CodeActionContext context, string kind) =>
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
        var diagnostic = DiagnosticsFeature.Of(finding, document, positions, client);
        return finding.Finding.Fixes.Select(fix => new CodeAction(
            fix.Title,
            CodeActionKind.QuickFix,
            [diagnostic],
            client.TextDocument?.CodeAction?.IsPreferredSupport == true && fix.IsPreferred ? true : null,
            Edit: WorkspaceEdits.Of(document, finding.Edits(fix), positions, client)
        ));
    }
}
