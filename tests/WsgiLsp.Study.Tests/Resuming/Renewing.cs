using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Tests.Resuming;

/// <summary>Sessions whose decks hold all cards that there are.</summary>
internal static class Renewing
{
    /// <inheritdoc cref="StudyRunner.Renew"/>
    public static bool Renew(this StudyRunner runner, IReadOnlyCollection<Card> cards) =>
        runner.Renew(cards, KnownWords.Of(cards));
}
