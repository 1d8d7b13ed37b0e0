using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Reviews;

/// <summary>Weights that were fitted to a learner and kept: what a <c>weights</c> event says.</summary>
/// <param name="Family">For which answers they are.</param>
/// <param name="Values">21 weights.</param>
/// <param name="Answers">How many answers on later days there were then, at least 0.</param>
public sealed record FittedWeights(WeightsFamily Family, ImmutableArray<double> Values, int Answers)
{
    // Another scheduler has other weights, of which this program knows nothing.
    private const string Algorithm = "fsrs6";

    /// <summary>The event that keeps them.</summary>
    public ReviewEvent ToEvent() =>
        new()
        {
            Kind = ReviewEventKind.Weights,
            Given = JsonSerializer.Serialize(
                new FittedWeightsJson
                {
                    Algorithm = Algorithm,
                    Family = Family.Name(),
                    Weights = [.. Values],
                    Answers = Answers,
                },
                FittedWeightsJsonContext.Readable.FittedWeightsJson
            ),
        };

    /// <summary>Reads what an event says; null for what no program of this scheduler wrote.</summary>
    /// <param name="given">The event's text.</param>
    public static FittedWeights? Read(string? given)
    {
        try
        {
            var json = given is null
                ? null
                : JsonSerializer.Deserialize(given, FittedWeightsJsonContext.Readable.FittedWeightsJson);
            return
                json is { Algorithm: Algorithm, Family: { } name, Weights: { Length: FsrsWeights.Count } weights }
                && WeightsFamilies.Parse(name) is { } family
                && Array.TrueForAll(weights, double.IsFinite)
                ? new FittedWeights(family, [.. weights], Math.Max(0, json.Answers ?? 0))
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>That as JSON.</summary>
internal sealed class FittedWeightsJson
{
    public string? Algorithm { get; set; }

    public string? Family { get; set; }

    public double[]? Weights { get; set; }

    public int? Answers { get; set; }
}

[JsonSerializable(typeof(FittedWeightsJson))]
internal sealed partial class FittedWeightsJsonContext : JsonSerializerContext
{
    /// <summary>Names as in all that the log holds.</summary>
    public static FittedWeightsJsonContext Readable { get; } =
        new(new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase });
}
