using System.Text.Json;
using System.Text.Json.Serialization;

namespace WsgiLsp.Study.Resuming;

/// <summary>
/// A session as the log keeps it until its end: what it asks, each line that its learner typed, and what the world said
/// then. The same lines give the same transcript, so that it can go on where its process ended, however that was.
/// </summary>
internal sealed record KeptSession
{
    /// <summary>What is asked as a whole.</summary>
    public required string Title { get; init; }

    /// <summary>The study day on which it began.</summary>
    public required int Day { get; init; }

    /// <summary>When it began, ms UTC.</summary>
    public required long Began { get; init; }

    /// <summary>The sheet that it is on; null at a terminal.</summary>
    public SheetPlace? Sheet { get; init; }

    /// <summary>Whether its Result stands there.</summary>
    public bool IsFinished { get; init; }

    /// <summary>Number of recall cards that an exam leaves out.</summary>
    public int LeftOut { get; init; }

    /// <summary>What is asked, in its order.</summary>
    public required List<KeptItem> Items { get; init; }

    /// <summary>The opening, and then each line, since the decks last said something else.</summary>
    public required List<KeptLine> Lines { get; init; }

    /// <summary>Where it was when they did; null where they always said what they say.</summary>
    public KeptState? Renewed { get; init; }

    /// <summary>Number of lines taken until then.</summary>
    public int TakenBefore { get; init; }

    /// <summary>What is typed of the next line; empty for nothing.</summary>
    public string Draft { get; init; } = "";

    /// <summary>Number of answers graded in the round so far.</summary>
    public int Answered { get; init; }

    /// <summary>Number of items of the round so far, with those that came back; 0 before its first line.</summary>
    public int Places { get; init; }

    /// <summary>Number of items to be answered, as far as is known.</summary>
    [JsonIgnore]
    public int Count => Places > 0 ? Places : Items.Count;

    /// <summary>Whether any line was taken, or begun.</summary>
    [JsonIgnore]
    public bool HasBegun => Lines.Count > 1 || Draft.Length > 0 || TakenBefore > 0;

    /// <summary>Reads what <see cref="ToString"/> wrote; null for what it did not write.</summary>
    public static KeptSession? Parse(string? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize(json, KeptSessionJsonContext.Default.KeptSession);
        }
        catch (JsonException)
        {
            // Another version's, or damaged: there is nothing to go on with, and nothing that was answered is lost.
            return null;
        }
    }

    /// <inheritdoc/>
    public override string ToString() => JsonSerializer.Serialize(this, KeptSessionJsonContext.Default.KeptSession);
}

/// <summary>An item of a kept session.</summary>
internal sealed class KeptItem
{
    /// <summary>The card's key.</summary>
    public required string Card { get; init; }

    /// <summary>The item's name; empty for the card itself.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether it was never answered before the session.</summary>
    public bool IsNew { get; init; }

    /// <summary>Whether its learner had suspended it.</summary>
    public bool IsSuspended { get; init; }

    /// <summary>Whether an exam asks it.</summary>
    public bool IsExam { get; init; }

    /// <summary>Whether answers are for practice only.</summary>
    public bool IsPractice { get; init; }

    /// <summary>The order in which options are shown.</summary>
    public int[] Shown { get; init; } = [];

    /// <summary>Of a blank of a missed concept: what the concept says; else null.</summary>
    public string? Concept { get; init; }

    /// <summary>What the answer was when it was learned, where it changed since.</summary>
    public string? FormerAnswer { get; init; }
}

/// <summary>A line of a kept session.</summary>
internal sealed class KeptLine
{
    /// <summary>What was typed; empty for the opening.</summary>
    public string Text { get; init; } = "";

    /// <summary>What the world said when the line was taken, in the order of the questions; see <see cref="RecordingView"/>.</summary>
    public required List<long?> World { get; init; }

    /// <summary>The reviews that the line logged.</summary>
    public List<Guid> Reviews { get; init; } = [];

    /// <summary>A mark of the lines that it was answered with.</summary>
    public required string Said { get; init; }
}

/// <summary>Writes kept sessions without reflection.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
[JsonSerializable(typeof(KeptSession))]
internal sealed partial class KeptSessionJsonContext : JsonSerializerContext;
