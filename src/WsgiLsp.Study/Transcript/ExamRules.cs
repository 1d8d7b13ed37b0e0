using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Transcript;

/// <summary>What holds for an exam as a whole.</summary>
/// <param name="Limit">The time for all items together.</param>
/// <param name="LeftOut">Number of recall cards that it leaves out, because only their reader can grade them.</param>
internal sealed record ExamRules(TimeSpan Limit, int LeftOut)
{
    /// <summary>From so many percent on an exam is passed.</summary>
    public const int PassPercent = 80;

    /// <summary>The rules for some items; null where they are no exam's.</summary>
    public static ExamRules? For(ImmutableArray<SessionItem> items, TranscriptOptions options) =>
        items.Any(item => item.IsExam)
            ? new ExamRules(TimeSpan.FromSeconds(items.Sum(item => SecondsFor(item.Card.Kind))), options.LeftOut)
            : null;

    /// <summary>What is said of an exam before its first item.</summary>
    public string Announce(int items) =>
        $"{Counted(items, "item")}, {Minutes(Limit)} min, passed at {PassPercent} %.{(LeftOut > 0 ? $" {Omission}" : "")}";

    /// <summary>What is left out, in words.</summary>
    public string Omission => $"{Counted(LeftOut, "recall card")} left out.";

    /// <summary>The minutes left, for an ask line.</summary>
    /// <param name="spent">The time since the exam began.</param>
    public string Left(TimeSpan spent) => $"{Minutes(Limit - spent)} min left";

    /// <summary>A number of things in words.</summary>
    private static string Counted(int count, string thing) => count == 1 ? $"1 {thing}" : $"{count} {thing}s";

    private static int SecondsFor(CardKind kind) =>
        kind switch
        {
            CardKind.Explain => 240,
            CardKind.Typed or CardKind.Cloze => 90,
            _ => 60,
        };

    private static int Minutes(TimeSpan time) => Math.Max(0, (int)Math.Ceiling(time.TotalMinutes));
}
