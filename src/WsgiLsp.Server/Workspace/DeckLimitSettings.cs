using System.Collections.Immutable;
using System.Text.Json;
using WsgiLsp.Study.Settings;

namespace WsgiLsp.Server.Workspace;

/// <summary>Reads the limits of single decks; what is right of them holds.</summary>
internal static class DeckLimitSettings
{
    private const string NewPerDay = "newPerDay";
    private const string ReviewsPerDay = "reviewsPerDay";

    /// <summary>The limits by the decks' ids; null for what is no object.</summary>
    public static ImmutableDictionary<string, DeckLimits>? Read(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
            ? json.EnumerateObject()
                .Where(deck => deck.Value.ValueKind == JsonValueKind.Object)
                .GroupBy(deck => deck.Name, StringComparer.Ordinal)
                .ToImmutableDictionary(
                    decks => decks.Key,
                    decks => new DeckLimits(
                        Limit(decks.Last().Value, NewPerDay),
                        Limit(decks.Last().Value, ReviewsPerDay)
                    )
                )
            : null;

    /// <summary>Whether nothing of it is left out.</summary>
    public static bool AreRight(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && json.EnumerateObject()
            .All(deck => deck.Value.ValueKind == JsonValueKind.Object && deck.Value.EnumerateObject().All(IsRight));

    private static bool IsRight(JsonProperty limit) =>
        limit.Name is NewPerDay or ReviewsPerDay && SettingValues.Whole(limit.Value, 0) is not null;

    private static int? Limit(JsonElement deck, string key) =>
        deck.TryGetProperty(key, out var value) ? SettingValues.Whole(value, 0) : null;
}
