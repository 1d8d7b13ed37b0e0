using System.Collections.Immutable;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Study.Statistics.Cards;

/// <summary>What the answers of one or several learners say of a card.</summary>
/// <param name="Card">The card.</param>
/// <param name="Learners">Number of learners who answered it.</param>
public sealed record CardFacts(Card Card, int Learners)
{
    /// <summary>Facility: how many of the first tries of a study day were right.</summary>
    public Share FirstTries { get; init; }

    /// <summary>
    /// How well a learner's very first try tells who knows the other cards; null where there are too few learners, and for
    /// one learner.
    /// </summary>
    public Discrimination? Discrimination { get; init; }

    /// <summary>Of choice and multi each option, in the deck's order; else empty.</summary>
    public ImmutableArray<OptionFacts> Options { get; init; } = [];

    /// <summary>Number of answers of which it is known what was picked of the options that there are now.</summary>
    public int Picks { get; init; }

    /// <summary>Number of them that were wrong.</summary>
    public int WrongPicks { get; init; }

    /// <summary>Of explain cards each concept, in the rubric's order; else empty.</summary>
    public ImmutableArray<ConceptFacts> Concepts { get; init; } = [];

    /// <summary>What may be wrong with the card, and is worth a look.</summary>
    public ImmutableArray<CardFault> Faults => [.. CardFault.In(this)];
}

/// <summary>What answers say of an option.</summary>
/// <param name="Chosen">How often it was chosen.</param>
/// <param name="Discrimination">How well choosing it at the very first try tells who knows the other cards; null for too few.</param>
public readonly record struct OptionFacts(int Chosen, Discrimination? Discrimination);

/// <summary>What answers say of a concept of a rubric.</summary>
/// <param name="Answers">Number of answers that were compared with it as it says now.</param>
/// <param name="Found">How many of them said it, after corrections.</param>
/// <param name="Overruled">How often its learner corrected a verdict that was sure; to decide a doubtful one is none.</param>
public readonly record struct ConceptFacts(int Answers, int Found, int Overruled);
