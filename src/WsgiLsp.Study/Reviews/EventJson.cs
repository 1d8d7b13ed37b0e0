using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Reviews;

/// <summary>
/// An event as one line of JSON: a member for each column of the log, left out where the column is empty. What an export
/// and the files of a sync folder hold.
/// </summary>
public sealed class EventJson
{
    // Ten times the longest interval: what is longer comes from no scheduler.
    private const double LongestInterval = 365_000;
    private const int LargestOffset = 14 * 60;

    // A day inside what can be represented, so that no offset leads out of it.
    private static readonly long FirstTime = DateTimeOffset.MinValue.AddDays(1).ToUnixTimeMilliseconds();
    private static readonly long LastTime = DateTimeOffset.MaxValue.AddDays(-1).ToUnixTimeMilliseconds();

    /// <summary>The column <c>id</c>.</summary>
    public string? Id { get; set; }

    /// <summary>The column <c>time</c>, ms UTC.</summary>
    public long? Time { get; set; }

    /// <summary>The column <c>offset</c>, minutes.</summary>
    public int? Offset { get; set; }

    /// <summary>The column <c>day</c>.</summary>
    public int? Day { get; set; }

    /// <summary>The column <c>device</c>.</summary>
    public string? Device { get; set; }

    /// <summary>The column <c>kind</c>.</summary>
    public string? Kind { get; set; }

    /// <summary>The column <c>item</c>.</summary>
    public string? Item { get; set; }

    /// <summary>The column <c>target</c>.</summary>
    public string? Target { get; set; }

    /// <summary>The column <c>grade</c>, 1…4.</summary>
    public int? Grade { get; set; }

    /// <summary>The column <c>mode</c>.</summary>
    public string? Mode { get; set; }

    /// <summary>The column <c>practice</c>.</summary>
    public bool? Practice { get; set; }

    /// <summary>The column <c>shown</c>.</summary>
    public string? Shown { get; set; }

    /// <summary>The column <c>options</c>.</summary>
    public string? Options { get; set; }

    /// <summary>The column <c>given</c>.</summary>
    public string? Given { get; set; }

    /// <summary>The column <c>correct</c>.</summary>
    public bool? Correct { get; set; }

    /// <summary>The column <c>parts</c>, as in <c>3/4</c>.</summary>
    public string? Parts { get; set; }

    /// <summary>The column <c>hints</c>.</summary>
    public int? Hints { get; set; }

    /// <summary>The column <c>certainty</c>.</summary>
    public string? Certainty { get; set; }

    /// <summary>The column <c>ms</c>.</summary>
    public long? Ms { get; set; }

    /// <summary>The column <c>concepts_automatic</c>.</summary>
    public string? ConceptsAutomatic { get; set; }

    /// <summary>The column <c>concepts_final</c>.</summary>
    public string? ConceptsFinal { get; set; }

    /// <summary>The column <c>answer_fingerprint</c>.</summary>
    public string? AnswerFingerprint { get; set; }

    /// <summary>The column <c>elapsed_days</c>.</summary>
    public int? ElapsedDays { get; set; }

    /// <summary>The column <c>raw_interval</c>.</summary>
    public double? RawInterval { get; set; }

    /// <summary>The column <c>due_day</c>.</summary>
    public int? DueDay { get; set; }

    /// <summary>The column <c>weights_id</c>.</summary>
    public string? WeightsId { get; set; }

    /// <summary>The column <c>phase</c>.</summary>
    public string? Phase { get; set; }

    /// <summary>The column <c>step</c>.</summary>
    public int? Step { get; set; }

    /// <summary>The event as one line, without its line end.</summary>
    public static string Write(LoggedEvent logged)
    {
        var happened = logged.Event;
        var json = new EventJson
        {
            Id = logged.Id.ToString("D", CultureInfo.InvariantCulture),
            Time = logged.Time.ToUnixTimeMilliseconds(),
            Offset = (int)logged.Time.Offset.TotalMinutes,
            Day = logged.Day,
            Device = logged.Device,
            Kind = happened.Kind.Name(),
            Item = happened.Item,
            Target = happened.Target?.ToString("D", CultureInfo.InvariantCulture),
            Grade = (int?)happened.Grade,
            Mode = happened.Mode,
            Practice = happened.Practice,
            Shown = happened.Shown,
            Options = happened.Options,
            Given = happened.Given,
            Correct = happened.Correct,
            Parts = happened.Parts?.ToString(),
            Hints = happened.Hints,
            Certainty = happened.Certainty is { } certainty ? CertaintyName(certainty) : null,
            Ms = happened.MillisecondsSpent,
            ConceptsAutomatic = happened.AutomaticConcepts,
            ConceptsFinal = happened.FinalConcepts,
            AnswerFingerprint = happened.AnswerFingerprint,
            ElapsedDays = happened.ElapsedDays,
            RawInterval = happened.RawInterval,
            DueDay = happened.DueDay,
            WeightsId = happened.WeightsId,
            Phase = happened.Phase?.Name(),
            Step = happened.Step,
        };
        return JsonSerializer.Serialize(json, EventJsonContext.Readable.EventJson);
    }

    /// <summary>
    /// Reads what <see cref="Write"/> wrote, here or in a later release: members that are not known are passed over.
    /// </summary>
    /// <param name="line">UTF-8.</param>
    /// <param name="problem">Why it is no event, for the learner; else null.</param>
    /// <returns>The event; null for a line that is none.</returns>
    public static LoggedEvent? Read(ReadOnlySpan<byte> line, out string? problem)
    {
        try
        {
            var json = JsonSerializer.Deserialize(line, EventJsonContext.Readable.EventJson);
            problem = json is null ? "this is no event" : json.Problem();
            return problem is null ? json!.ToEvent() : null;
        }
        catch (JsonException e)
        {
            problem = e.Path is { Length: > 1 } path
                ? $"“{path.TrimStart('$', '.')}” has a wrong value"
                : "this is not JSON";
            return null;
        }
    }

    private static string CertaintyName(Certainty certainty) => certainty == Grading.Certainty.Sure ? "sure" : "guess";

    private string? Problem() =>
        !Guid.TryParseExact(Id, "D", out _) ? Wrong("id")
        : Time is not { } time || time < FirstTime || time > LastTime ? Wrong("time")
        : Offset is not (>= -LargestOffset and <= LargestOffset) ? Wrong("offset")
        : Day is null ? Wrong("day")
        : string.IsNullOrEmpty(Device) ? Wrong("device")
        : Kind is null ? Wrong("kind")
        : ReviewEventKinds.Parse(Kind) is null ? $"the kind “{Kind}” is not known: update wsgilsp"
        : Item is "" ? Wrong("item")
        : Target is not null && !Guid.TryParseExact(Target, "D", out _) ? Wrong("target")
        : Grade is < 1 or > 4 ? Wrong("grade")
        : Certainty is not (null or "sure" or "guess") ? Wrong("certainty")
        : Parts is not null && PartMarks.Parse(Parts) is null ? Wrong("parts")
        : Hints < 0 ? Wrong("hints")
        : Ms < 0 ? Wrong("ms")
        : RawInterval is < 0 or > LongestInterval ? Wrong("rawInterval")
        : Phase is not null && LearningPhases.Parse(Phase) is null ? $"the phase “{Phase}” is not known: update wsgilsp"
        : Step < 0 ? Wrong("step")
        : null;

    private static string Wrong(string member) => $"“{member}” is missing or has a wrong value";

    private LoggedEvent ToEvent() =>
        new(
            Guid.ParseExact(Id!, "D"),
            DateTimeOffset.FromUnixTimeMilliseconds(Time!.Value).ToOffset(TimeSpan.FromMinutes(Offset!.Value)),
            Day!.Value,
            Device!,
            new ReviewEvent
            {
                Kind = ReviewEventKinds.Parse(Kind!)!.Value,
                Item = Item,
                Target = Target is null ? null : Guid.ParseExact(Target, "D"),
                Grade = (Grade?)Grade,
                Mode = Mode,
                Practice = Practice,
                Shown = Shown,
                Options = Options,
                Given = Given,
                Correct = Correct,
                Parts = Parts is null ? null : PartMarks.Parse(Parts),
                Hints = Hints,
                Certainty = Certainty switch
                {
                    null => null,
                    "sure" => Grading.Certainty.Sure,
                    _ => Grading.Certainty.Guess,
                },
                MillisecondsSpent = Ms,
                AutomaticConcepts = ConceptsAutomatic,
                FinalConcepts = ConceptsFinal,
                AnswerFingerprint = AnswerFingerprint,
                ElapsedDays = ElapsedDays,
                RawInterval = RawInterval,
                DueDay = DueDay,
                WeightsId = WeightsId,
                Phase = Phase is null ? null : LearningPhases.Parse(Phase),
                Step = Step,
            }
        );
}

[JsonSerializable(typeof(EventJson))]
internal sealed partial class EventJsonContext : JsonSerializerContext
{
    /// <summary>Letters of all scripts stand as they are: the lines are never pasted into HTML.</summary>
    public static EventJsonContext Readable { get; } =
        new(
            new JsonSerializerOptions
            {
                PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
                DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );
}
