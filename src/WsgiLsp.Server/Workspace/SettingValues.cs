using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace WsgiLsp.Server.Workspace;

/// <summary>Values of settings; null for what is of the wrong kind or out of range.</summary>
internal static class SettingValues
{
    public static string? Word(JsonElement json) => json.ValueKind == JsonValueKind.String ? json.GetString() : null;

    public static bool? Flag(JsonElement json) =>
        json.ValueKind is JsonValueKind.True or JsonValueKind.False ? json.GetBoolean() : null;

    public static int? Whole(JsonElement json, int least, int most = int.MaxValue) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetInt32(out var value) && value >= least && value <= most
            ? value
            : null;

    public static double? Number(JsonElement json, double least, double most) =>
        json.ValueKind == JsonValueKind.Number && json.TryGetDouble(out var value) && value >= least && value <= most
            ? value
            : null;

    /// <summary>Such as <c>04:00</c> or <c>4:00</c>.</summary>
    public static TimeSpan? TimeOfDay(JsonElement json) =>
        TimeOnly.TryParseExact(
            Word(json),
            ["HH:mm", "H:mm"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out var time
        )
            ? time.ToTimeSpan()
            : null;

    /// <summary>Steps such as <c>["1m", "10m", "12h"]</c>; all of them must be right.</summary>
    public static ImmutableArray<TimeSpan>? Steps(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        var steps = json.EnumerateArray().Select(step => Step(Word(step))).ToList();
        return steps.Contains(null) ? null : [.. steps.Select(step => step!.Value)];
    }

    private static TimeSpan? Step(string? text) =>
        text is [.. var digits, 'm' or 'h' or 'd']
        && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number is > 0 and < 10_000
            ? text[^1] switch
            {
                'm' => TimeSpan.FromMinutes(number),
                'h' => TimeSpan.FromHours(number),
                _ => TimeSpan.FromDays(number),
            }
            : null;
}
