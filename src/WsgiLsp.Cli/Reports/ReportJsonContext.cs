using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace WsgiLsp.Cli.Reports;

/// <summary>The JSON that the terminal writes.</summary>
[JsonSerializable(typeof(CheckJson.Root))]
[JsonSerializable(typeof(CardJson))]
[JsonSerializable(typeof(ImmutableArray<RuleJson>))]
internal sealed partial class ReportJsonContext : JsonSerializerContext
{
    /// <summary>Escapes what JSON must have escaped and nothing else: the output is no part of an HTML page.</summary>
    public static ReportJsonContext Readable { get; } =
        new(
            new JsonSerializerOptions
            {
                PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );
}
