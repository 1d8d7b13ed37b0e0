using System.Collections.Immutable;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using WsgiLsp.Server.Features.Diagnostics;
using WsgiLsp.Study.Sheets;

namespace WsgiLsp.Server.Sheets;

/// <summary>
/// What is said beside a sheet: which items were missed, so that the list of problems leads there; a line that says nothing;
/// and that the text is behind. Nothing of what was right: waves under every item would be ugly.
/// </summary>
internal static class SheetDiagnostics
{
    private const string Behind =
        "The quiz is further on than this text: redo what was undone, or use the action \"Bring the sheet back\".";

    private const string Astray =
        "What the quiz wrote last came elsewhere, because the text was changed meanwhile: use the action \"Bring the sheet back\", which keeps all that you typed.";

    /// <summary>The findings of a sheet: their lines, 0-based, how grave they are and what they say.</summary>
    /// <param name="lines">The document's lines.</param>
    /// <param name="sheet">Its session; null where there is none.</param>
    /// <param name="view">What is known of the document.</param>
    public static ImmutableArray<(int Line, DiagnosticSeverity Severity, string Message)> Of(
        IReadOnlyList<string> lines,
        Sheet? sheet,
        SheetView view
    )
    {
        if (sheet is null)
        {
            return view.Problem is null ? [] : [(0, DiagnosticSeverity.Information, view.Problem)];
        }

        var found = ImmutableArray.CreateBuilder<(int Line, DiagnosticSeverity Severity, string Message)>();
        foreach (var (number, isGot) in sheet.Runner.State.Judged)
        {
            if (!isGot && SheetText.FindItem(lines, number) is { } line)
            {
                found.Add((line, DiagnosticSeverity.Warning, $"Item {number} was missed."));
            }
        }

        if (view.IsBehind)
        {
            found.Add((Math.Max(LastOf(lines), 0), DiagnosticSeverity.Information, view.IsAstray ? Astray : Behind));
        }
        else if (view.Unreadable is var (line, expected))
        {
            found.Add((line, DiagnosticSeverity.Warning, expected));
        }

        return found.ToImmutable();
    }

    /// <summary>The findings as the protocol has them.</summary>
    public static PublishDiagnosticsParams Publish(
        OpenDocument document,
        ImmutableArray<(int Line, DiagnosticSeverity Severity, string Message)> found,
        PositionEncoding positions
    ) =>
        new(
            document.Uri,
            [
                .. found.Select(one => new Diagnostic(
                    positions.Range(
                        document.Text,
                        new Decks.Text.LinePosition(one.Line, 0),
                        new Decks.Text.LinePosition(one.Line, document.Text.GetLine(one.Line).Length)
                    ),
                    one.Message
                )
                {
                    Severity = one.Severity,
                    Source = DiagnosticsFeature.Source,
                }),
            ],
            document.Version
        );

    private static int LastOf(IReadOnlyList<string> lines) =>
        Enumerable.Range(0, lines.Count).LastOrDefault(i => lines[i].TrimStart().StartsWith('→'), -1);
}
