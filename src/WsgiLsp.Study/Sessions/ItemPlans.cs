using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Sessions;

/// <summary>What answers to an item would do; every face that asks uses these.</summary>
public static class ItemPlans
{
    /// <summary>What an answer of now would do to the schedule; null where it is practice, whatever the schedule says.</summary>
    /// <param name="log">The log.</param>
    /// <param name="item">What is asked.</param>
    /// <param name="grade">The grade.</param>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public static AnswerPlan? PlanFor(this ReviewLog log, SessionItem item, Grade grade) =>
        item.IsPractice ? null : log.Plan(item.Key, grade, WeightsFamilies.Of(item.Card.Kind), DeckAim.Of(item.Card));
}
