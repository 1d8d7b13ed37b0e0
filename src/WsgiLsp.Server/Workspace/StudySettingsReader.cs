using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using WsgiLsp.Study.Scheduling;
using WsgiLsp.Study.Settings;

namespace WsgiLsp.Server.Workspace;

/// <summary>Reads the settings about studying. What is missing, of the wrong kind or out of range keeps its default.</summary>
internal static class StudySettingsReader
{
    /// <param name="find">The value at a dotted key, or null.</param>
    /// <param name="defaults">What holds where nothing is set.</param>
    public static StudySettings Read(Func<string, JsonElement?> find, StudySettings defaults) =>
        defaults with
        {
            NewPerDay = Whole(find("study.newPerDay"), 0) ?? defaults.NewPerDay,
            Limit = Whole(find("study.limit"), 1) ?? defaults.Limit,
            Minutes = Whole(find("study.minutes"), 1) ?? defaults.Minutes,
            HasTwoGrades = Word(find("study.grades")) switch
            {
                "two" => true,
                "four" => false,
                _ => defaults.HasTwoGrades,
            },
            LogsPeeks = Flag(find("study.peeks")) ?? defaults.LogsPeeks,
            DayStart = TimeOfDay(find("study.dayStart")) ?? defaults.DayStart,
            Scheduler = new SchedulerOptions
            {
                Retention = Number(find("study.retention"), 0.7, 0.99) ?? defaults.Scheduler.Retention,
                LearningSteps = Steps(find("study.learningSteps")) ?? defaults.Scheduler.LearningSteps,
                RelearningSteps = Steps(find("study.relearningSteps")) ?? defaults.Scheduler.RelearningSteps,
                MaxInterval = Whole(find("study.maxInterval"), 1, Fsrs.MaxInterval) ?? defaults.Scheduler.MaxInterval,
            },
            Decks = Decks(find("study.decks")) ?? defaults.Decks,
            SyncFolder = Word(find("sync.folder")) is { Length: > 0 } folder ? folder : defaults.SyncFolder,
        };

    private static string? Word(JsonElement? json) =>
        json is { ValueKind: JsonValueKind.String } word ? word.GetString() : null;

    private static bool? Flag(JsonElement? json) =>
        json is { ValueKind: JsonValueKind.True or JsonValueKind.False } flag ? flag.GetBoolean() : null;

    private static int? Whole(JsonElement? json, int least, int most = int.MaxValue) =>
        json is { ValueKind: JsonValueKind.Number } number
        && number.TryGetInt32(out var value)
        && value >= least
        && value <= most
            ? value
            : null;

    private static double? Number(JsonElement? json, double least, double most) =>
        json is { ValueKind: JsonValueKind.Number } number
        && number.TryGetDouble(out var value)
        && value >= least
        && value <= most
            ? value
            : null;

    private static TimeSpan? TimeOfDay(JsonElement? json) =>
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
    private static ImmutableArray<TimeSpan>? Steps(JsonElement? json)
    {
        if (json is not { ValueKind: JsonValueKind.Array } array)
        {
            return null;
        }

        var steps = array.EnumerateArray().Select(step => Step(Word(step))).ToList();
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

    private static ImmutableDictionary<string, DeckLimits>? Decks(JsonElement? json) =>
        json is { ValueKind: JsonValueKind.Object } decks
            ? decks
                .EnumerateObject()
                .Where(deck => deck.Value.ValueKind == JsonValueKind.Object)
                .ToImmutableDictionary(
                    deck => deck.Name,
                    deck => new DeckLimits(Limit(deck.Value, "newPerDay"), Limit(deck.Value, "reviewsPerDay"))
                )
            : null;

    private static int? Limit(JsonElement deck, string key) =>
        deck.TryGetProperty(key, out var value) ? Whole(value, 0) : null;
}
