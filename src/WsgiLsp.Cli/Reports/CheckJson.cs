using System.Collections.Immutable;
using System.Text.Json;
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
            [
                .. report.Findings.Select(found => new Finding(
                    found.File,
                    found.Place.Finding.Rule,
                    found.Place.Finding.Severity.ToString().ToLowerInvariant(),
                    found.Place.Finding.Message,
                    new(Position.Of(found.Place.Start), Position.Of(found.Place.End))
                )),
            ]
        );
        output.WriteLine(JsonSerializer.Serialize(json, ReportJsonContext.Readable.Root));
    }

    internal sealed record Root(int Decks, int Cards, ImmutableArray<Finding> Findings);

    internal sealed record Finding(string File, string Rule, string Severity, string Message, Range Range);

    internal sealed record Range(Position Start, Position End);

    internal sealed record Position(int Line, int Character)
    {
        public static Position Of(LinePosition position) => new(position.Line, position.Character);
    }
}
