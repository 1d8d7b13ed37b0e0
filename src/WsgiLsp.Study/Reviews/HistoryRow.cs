using System.Globalization;
using Microsoft.Data.Sqlite;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Reviews;

/// <summary>
/// What of an event's row decides an item's state. Each column that is read is a call into SQLite, and a log has millions of
/// rows: what is small comes packed in one number, and nothing needs to be asked whether it is null.
/// </summary>
internal static class HistoryRow
{
    /// <summary>How many columns these are; what a query reads further stands behind them.</summary>
    public const int Count = 6;

    // The bits of the packed number, from the lowest up.
    private const int KindBits = 4;
    private const int GradeAt = KindBits;
    private const int GradeBits = 3;
    private const int PracticeAt = GradeAt + GradeBits;
    private const int SureAt = PracticeAt + 1;
    private const int PhaseAt = SureAt + 1;
    private const int PhaseBits = 3;
    private const int StepAt = PhaseAt + PhaseBits;
    private const int StepBits = 8;
    private const int FamilyAt = StepAt + StepBits;
    private const int FormerAt = FamilyAt + 1;
    private const int IntervalAt = FormerAt + 1;
    private const int DayAt = IntervalAt + 1;

    // Nobody's day.
    private const long NoDay = int.MinValue;

    private static readonly string RecognitionModes = string.Join(
        ", ",
        WeightsFamilies.RecognitionModes.Select(mode => $"'{mode}'")
    );

    /// <summary>The columns, first in a query. SQL's shifts bind no tighter than its bitwise or.</summary>
    public static string Columns { get; } =
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            time,
            coalesce(
              {Cases("kind", Enum.GetValues<ReviewEventKind>(), kind => kind.Name())}
              | ((coalesce(grade, 0) & {Mask(GradeBits)}) << {GradeAt})
              | ((coalesce(practice, 0) <> 0) << {PracticeAt})
              | ((certainty IS 'sure') << {SureAt})
              | (coalesce({Cases("phase", Enum.GetValues<LearningPhase>(), phase => phase.Name(), 1)}, 0) << {PhaseAt})
              | ((coalesce(step, 0) & {Mask(StepBits)}) << {StepAt})
              | ((coalesce(mode, '') IN ({RecognitionModes})) << {FamilyAt})
              | ((kind = 'due-now' AND given IS NOT NULL) << {FormerAt})
              | ((raw_interval IS NOT NULL AND phase IS NOT 'review') << {IntervalAt})
              | ((day & {uint.MaxValue}) << {DayAt}),
              -1
            ),
            coalesce(due_day, {NoDay}),
            raw_interval,
            CASE kind WHEN 'due-now' THEN given END,
            kind
            """
        );

    /// <summary>Reads a row.</summary>
    /// <param name="row">A row that begins with <see cref="Columns"/>.</param>
    /// <param name="id">The event's id.</param>
    /// <exception cref="InvalidDataException">Its kind is not known; the message is its name.</exception>
    public static HistoryEvent Read(SqliteDataReader row, Guid id = default)
    {
        var packed = row.GetInt64(1);
        if (packed == -1)
        {
            throw new InvalidDataException(row.GetString(5));
        }

        var due = row.GetInt64(2);
        var grade = Bits(packed, GradeAt, GradeBits);
        var phase = Bits(packed, PhaseAt, PhaseBits);
        return new HistoryEvent(id, row.GetInt64(0), (int)(packed >> DayAt), (ReviewEventKind)Bits(packed, 0, KindBits))
        {
            Grade = grade == 0 ? null : (Grade)grade,
            Practice = Bits(packed, PracticeAt, 1) == 1,
            IsSure = Bits(packed, SureAt, 1) == 1,
            // Of an item that is asked after days, the day says all.
            RawInterval = Bits(packed, IntervalAt, 1) == 1 ? row.GetDouble(3) : null,
            DueDay = due == NoDay ? null : checked((int)due),
            Phase = phase == 0 ? null : (LearningPhase)(phase - 1),
            Step = Bits(packed, StepAt, StepBits),
            Family = (WeightsFamily)Bits(packed, FamilyAt, 1),
            FormerAnswer = Bits(packed, FormerAt, 1) == 1 ? row.GetString(4) : null,
        };
    }

    private static int Bits(long packed, int at, int bits) => (int)(packed >> at) & Mask(bits);

    private static int Mask(int bits) => (1 << bits) - 1;

    /// <summary>A name's number; null for others.</summary>
    private static string Cases<T>(string column, T[] values, Func<T, string> name, int first = 0) =>
        $"CASE {column} {string.Join(' ', values.Select((value, i) => string.Create(CultureInfo.InvariantCulture, $"WHEN '{name(value)}' THEN {i + first}")))} END";
}
