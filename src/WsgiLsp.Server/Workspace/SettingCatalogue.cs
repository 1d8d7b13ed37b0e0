using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using WsgiLsp.Study.Scheduling;
using WsgiLsp.Study.Settings;

namespace WsgiLsp.Server.Workspace;

/// <summary>All personal settings.</summary>
internal static class SettingCatalogue
{
    private const string Steps = "waits such as [\"1m\", \"10m\", \"12h\"], in minutes, hours or days";

    /// <summary>In the order of the documentation.</summary>
    public static ImmutableArray<Setting> All { get; } =
    [
        new(
            "codeLens.cards",
            "true or false",
            (all, json) => SettingValues.Flag(json) is { } flag ? all with { CodeLensCards = flag } : null
        ),
        new(
            "inlayHints.due",
            "true or false",
            (all, json) => SettingValues.Flag(json) is { } flag ? all with { InlayHintsDue = flag } : null
        ),
        new(
            "inlayHints.facts",
            "true or false",
            (all, json) => SettingValues.Flag(json) is { } flag ? all with { InlayHintsFacts = flag } : null
        ),
        new(
            "log.level",
            "one of trace, debug, information, warning, error, off",
            (all, json) => LevelOf(SettingValues.Word(json)) is { } level ? all with { LogLevel = level } : null
        ),
        Study(
            "study.newPerDay",
            "a whole number from 0 on",
            (study, json) => SettingValues.Whole(json, 0) is { } number ? study with { NewPerDay = number } : null
        ),
        Study(
            "study.limit",
            "a whole number from 1 on",
            (study, json) => SettingValues.Whole(json, 1) is { } number ? study with { Limit = number } : null
        ),
        Study(
            "study.minutes",
            "a whole number from 1 on",
            (study, json) => SettingValues.Whole(json, 1) is { } number ? study with { Minutes = number } : null
        ),
        Study(
            "study.grades",
            "\"two\" or \"four\"",
            (study, json) =>
                SettingValues.Word(json) is "two" or "four"
                    ? study with
                    {
                        HasTwoGrades = SettingValues.Word(json) == "two",
                    }
                    : null
        ),
        Study(
            "study.peeks",
            "true or false",
            (study, json) => SettingValues.Flag(json) is { } flag ? study with { LogsPeeks = flag } : null
        ),
        Study(
            "study.dayStart",
            "a time of day, such as \"04:00\"",
            (study, json) => SettingValues.TimeOfDay(json) is { } time ? study with { DayStart = time } : null
        ),
        Scheduler(
            "study.retention",
            "a number from 0.7 to 0.99",
            (options, json) =>
                SettingValues.Number(json, 0.7, 0.99) is { } number ? options with { Retention = number } : null
        ),
        Scheduler(
            "study.learningSteps",
            Steps,
            (options, json) => SettingValues.Steps(json) is { } steps ? options with { LearningSteps = steps } : null
        ),
        Scheduler(
            "study.relearningSteps",
            Steps,
            (options, json) => SettingValues.Steps(json) is { } steps ? options with { RelearningSteps = steps } : null
        ),
        Scheduler(
            "study.maxInterval",
            $"a whole number of days from 1 to {Fsrs.MaxInterval}",
            (options, json) =>
                SettingValues.Whole(json, 1, Fsrs.MaxInterval) is { } days ? options with { MaxInterval = days } : null
        ),
        Study(
            "study.decks",
            "limits of decks by their ids, such as {\"wsgi\": {\"newPerDay\": 5, \"reviewsPerDay\": 50}}",
            (study, json) => DeckLimitSettings.Read(json) is { } decks ? study with { Decks = decks } : null
        ) with
        {
            IsWhollyRight = DeckLimitSettings.AreRight,
        },
        Study(
            "sync.folder",
            "the path of a folder",
            (study, json) =>
                SettingValues.Word(json) switch
                {
                    null => null,
                    "" => study,
                    var folder => study with { SyncFolder = folder },
                }
        ),
    ];

    /// <summary>The keys of all.</summary>
    public static ImmutableArray<string> Keys { get; } = [.. All.Select(setting => setting.Key)];

    /// <summary>The setting of a key, or null.</summary>
    public static Setting? Find(string key) => All.FirstOrDefault(setting => setting.Key == key);

    private static Setting Study(string key, string wanted, Func<StudySettings, JsonElement, StudySettings?> take) =>
        new(key, wanted, (all, json) => take(all.Study, json) is { } study ? all with { Study = study } : null);

    private static Setting Scheduler(
        string key,
        string wanted,
        Func<SchedulerOptions, JsonElement, SchedulerOptions?> take
    ) =>
        Study(
            key,
            wanted,
            (study, json) => take(study.Scheduler, json) is { } options ? study with { Scheduler = options } : null
        );

    private static LogLevel? LevelOf(string? word) =>
        word?.ToLowerInvariant() switch
        {
            "trace" => LogLevel.Trace,
            "debug" => LogLevel.Debug,
            "information" or "info" => LogLevel.Information,
            "warning" => LogLevel.Warning,
            "error" => LogLevel.Error,
            "off" or "none" => LogLevel.None,
            _ => null,
        };
}
