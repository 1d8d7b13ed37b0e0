using System.Collections.Immutable;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Study.Sessions;

/// <summary>Something to ask in a session.</summary>
public sealed record SessionItem
{
    /// <summary>The card.</summary>
    public required Card Card { get; init; }

    /// <summary>Which of the card's items it is: empty for the card itself; see <see cref="Card.Items"/>.</summary>
    public string Name { get; init; } = "";

    /// <summary>The item's identity in the log: the card's, and <c>/name</c> where it has one.</summary>
    public string Key => KeyOf(Card, Name);

    /// <summary>Whether the item was never answered before this session.</summary>
    public required bool IsNew { get; init; }

    /// <summary>Whether its learner suspended it: who answers it all the same takes that back.</summary>
    public bool IsSuspended { get; init; }

    /// <summary>What to say when an answer takes a suspension back.</summary>
    public const string ResumedText = "It was suspended; from now on it is asked again.";

    /// <summary>Whether an exam asks it.</summary>
    public bool IsExam { get; init; }

    /// <summary>Whether an answer is for practice only, whatever the schedule says.</summary>
    public bool IsPractice { get; init; }

    /// <summary>
    /// For choice, multi, order and match: the deck's indices of what is shown (options, items, right cells) in the order
    /// in which they are shown. Empty for other kinds.
    /// </summary>
    public ImmutableArray<int> ShownOrder { get; init; } = [];

    /// <summary>
    /// The recall items that the pairs were built from, in their order; empty where the author wrote the pairs, and for
    /// other kinds. The log knows these, not their union.
    /// </summary>
    public ImmutableArray<SessionItem> Paired { get; init; } = [];

    /// <summary>Of a blank that was made of a missed concept: which; else null. Its answer is logged with the explain card.</summary>
    public ConceptDrill? Drill { get; init; }

    /// <summary>
    /// Whether it was made of what other items say: it is practice of these, which it neither puts off nor grades anew.
    /// </summary>
    public bool IsMade => Drill is not null || !Paired.IsEmpty;

    /// <summary>The card as its deck has it.</summary>
    internal Card DeckCard => Drill?.Card ?? Card;

    /// <summary>What the answer was when it was learned, where it changed since; else null.</summary>
    public string? FormerAnswer { get; init; }

    /// <summary>What is asked, Markdown; more than one line where the card has more before its answer.</summary>
    public string Prompt => ItemText.PromptOf(Card.Content, Name);

    /// <summary>The answer, Markdown.</summary>
    public string Answer => ItemText.AnswerOf(Card.Content, Name);

    /// <summary>The options in the order in which they are shown, each with its deck's index; empty for other kinds.</summary>
    public IEnumerable<(int Index, Option Option)> ShownOptions =>
        Card.Content is ChoiceContent choice ? ShownOrder.Select(index => (index, choice.Options[index])) : [];

    /// <summary>
    /// The item once it was answered and revealed: it is neither new nor suspended, and how its answer changed was said.
    /// </summary>
    internal SessionItem AskedAgain() => this with { IsNew = false, IsSuspended = false, FormerAnswer = null };

    /// <summary>An item's identity in the log.</summary>
    /// <param name="card">The card.</param>
    /// <param name="name">The item's name; empty for the card itself.</param>
    public static string KeyOf(Card card, string name) => ItemKey.Of(card.Key, name);
}
