using System.Collections.Immutable;
using System.Text.Json;
using WsgiLsp.Cli.Checking;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Cli.Reports;

/// <summary>A check as programs read it: one JSON object; positions as in LSP, from 0 and in UTF-16 code units.</summary>
internal static class CheckJson
{
    public static void Write(CheckReport report, TextWriter output)
    {
        var json = new Root(
            report.Decks,
            report.Cards,
            report.Fixed,
            [
                .. report.Findings.Select(finding => new Finding(
                    finding.Deck.Shown,
                    finding.Rule,
                    finding.Severity.Name(),
                    finding.Message,
                    Range.Of(finding.Start, finding.End),
                    [.. finding.Fixes.Select(Fix.Of)],
                    [.. finding.Related.Select(Related.Of)]
                )),
            ]
        );
        output.WriteLine(JsonSerializer.Serialize(json, ReportJsonContext.Readable.Root));
    }

    internal sealed record Root(int Decks, int Cards, int Fixed, ImmutableArray<Finding> Findings);

    internal sealed record Finding(
        string File,
        string Rule,
        string Severity,
        string Message,
        Range Range,
        ImmutableArray<Fix> Fixes,
        ImmutableArray<Related> Related
    );

    internal sealed record Fix(string Title, bool Safe, ImmutableArray<Edit> Edits)
    {
        public static Fix Of(CheckFix fix) =>
            new(
                fix.Title,
                fix.IsSafe,
                [.. fix.Edits.Select(edit => new Edit(Range.Of(edit.Start, edit.End), edit.NewText))]
            );
    }

    internal sealed record Edit(Range Range, string NewText);

    internal sealed record Related(string File, string Message, Range Range)
    {
        public static Related Of(CheckRelated related) =>
            new(related.Deck.Shown, related.Message, Range.Of(related.Start, related.End));
    }

    internal sealed record Range(Position Start, Position End)
    {
        public static Range Of(LinePosition start, LinePosition end) => new(Position.Of(start), Position.Of(end));
    }

    internal sealed record Position(int Line, int Character)
    {
        public static Position Of(LinePosition position) => new(position.Line, position.Character);
    }
}
