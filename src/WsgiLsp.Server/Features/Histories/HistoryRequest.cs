using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using WsgiLsp.Protocol.Types;
using Range = WsgiLsp.Protocol.Types.Range;

namespace WsgiLsp.Server.Features.Histories;

/// <summary>The argument of the commands about histories. Which members must be there depends on the command.</summary>
/// <param name="Item">The key of an item.</param>
/// <param name="From">For <see cref="Attach"/>: the key of the history that it gets.</param>
/// <param name="Event">For <see cref="Detach"/>: the id of the event that attached it.</param>
/// <param name="Uri">For <see cref="Select"/>: the document.</param>
/// <param name="Range">For <see cref="Select"/>: what to select.</param>
internal sealed record HistoryRequest(
    string? Item = null,
    string? From = null,
    Guid? Event = null,
    string? Uri = null,
    Range? Range = null
)
{
    /// <summary>A card gets the history of an earlier one.</summary>
    public const string Attach = "wsgilsp.attachHistory";

    /// <summary>A card is a new one.</summary>
    public const string StartFresh = "wsgilsp.startFresh";

    /// <summary>Whether a card is a new one is asked again.</summary>
    public const string AskAgain = "wsgilsp.askAgain";

    /// <summary>A history that was attached goes back to where it was.</summary>
    public const string Detach = "wsgilsp.detachHistory";

    /// <summary>A card is not asked any more.</summary>
    public const string Suspend = "wsgilsp.suspend";

    /// <summary>Shows what a refactoring left to be written over.</summary>
    public const string Select = "wsgilsp.select";

    /// <summary>All commands.</summary>
    public static ImmutableArray<string> Commands { get; } = [Attach, StartFresh, AskAgain, Detach, Suspend, Select];

    /// <summary>The request as a command.</summary>
    public Command As(string name, string title) =>
        new(title, name, [JsonSerializer.SerializeToElement(this, HistoryJsonContext.Default.HistoryRequest)]);

    /// <summary>Reads a command's arguments; null where they are none of ours.</summary>
    public static HistoryRequest? Read(IReadOnlyList<JsonElement>? arguments) =>
        OwnJson.First(arguments, HistoryJsonContext.Default.HistoryRequest);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true
)]
[JsonSerializable(typeof(HistoryRequest))]
internal sealed partial class HistoryJsonContext : JsonSerializerContext;
