using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WsgiLsp.Cli.Reports;

/// <summary>The JSON of <c>due</c>, <c>stats</c>, <c>optimize</c> and <c>simulate</c>.</summary>
[JsonSerializable(typeof(CardFactsJson))]
[JsonSerializable(typeof(DueJson))]
[JsonSerializable(typeof(StatsJson))]
[JsonSerializable(typeof(OptimizeJson))]
[JsonSerializable(typeof(OutlookJson))]
internal sealed partial class StudyReportJsonContext : JsonSerializerContext
{
    /// <summary>Escapes what JSON must have escaped and nothing else: the output is no part of an HTML page.</summary>
    public static StudyReportJsonContext Readable { get; } =
        new(
            new JsonSerializerOptions
            {
                PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );
}
