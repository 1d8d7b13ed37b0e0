using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Study.Identity;

/// <summary>
/// What an item says and where it stands, as text: of a card now, or as the log last saw it. Enough to know the item again
/// when its card was edited, moved or renamed, and to tell whether what was learned is still true.
/// </summary>
public sealed record SeenItem
{
    // Parts of a fingerprint are parted by a sign that no text holds once white space is squeezed.
    private const char Separator = '\n';

    // Made when somebody asks, and asked for again at every save.
    private string? _fingerprint;

    /// <summary>An item.</summary>
    public SeenItem() { }

    // A copy that is to say something else has another fingerprint.
    [SetsRequiredMembers]
    private SeenItem(SeenItem item)
    {
        DeckId = item.DeckId;
        CardId = item.CardId;
        HasExplicitId = item.HasExplicitId;
        Item = item.Item;
        Kind = item.Kind;
        Prompt = item.Prompt;
        Path = item.Path;
        Answer = item.Answer;
        Distractors = item.Distractors;
    }

    /// <summary>The deck's id.</summary>
    public required string DeckId { get; init; }

    /// <summary>The card's id within the deck: explicit, or the heading's anchor with its number.</summary>
    public required string CardId { get; init; }

    /// <summary>Whether the author gave <see cref="CardId"/>.</summary>
    public bool HasExplicitId { get; init; }

    /// <summary>The item's name in its card: empty for the card itself, else a blank's name or <see cref="Card.ReverseItem"/>.</summary>
    public string Item { get; init; } = "";

    /// <summary>What the card asks of the reader.</summary>
    public required CardKind Kind { get; init; }

    /// <summary>What is asked, Markdown: of a blank the text around it, of a reversed card its answer.</summary>
    public required string Prompt { get; init; }

    /// <summary>Titles of the groups that the card stands in, outermost first.</summary>
    public ImmutableArray<string> Path { get; init; } = [];

    /// <summary>
    /// The answer, Markdown: the keys of a choice, the blanks' texts, the accepted answers, the steps, the pairs, the model
    /// answer and the concepts; one text for other kinds. <c>true</c> or <c>false</c> for a statement.
    /// </summary>
    public ImmutableArray<string> Answer { get; init; } = [];

    /// <summary>The wrong options of a choice, Markdown; empty for other kinds.</summary>
    public ImmutableArray<string> Distractors { get; init; } = [];

    /// <summary>The card's identity in the log.</summary>
    public string CardKey => DeckId + "/" + CardId;

    /// <summary>The item's identity in the log: the card's, and behind a slash the item's name where it has one.</summary>
    public string Key => KeyOf(Item);

    /// <summary>
    /// A mark of prompt and answer, 16 lower-case hexadecimal digits: equal for items that ask the same, wherever they stand
    /// and in whatever order a choice has its keys. White space does not count.
    /// </summary>
    public string Fingerprint => _fingerprint ??= MakeFingerprint();

    /// <summary>The key of another item of the same card.</summary>
    internal string KeyOf(string item) => ItemKey.Of(CardKey, item);

    internal bool IsReverse => Item == Card.ReverseItem && Kind == CardKind.Recall;

    /// <summary>One item of a card.</summary>
    /// <param name="card">The card.</param>
    /// <param name="item">The item's name, one of <see cref="Card.Items"/>.</param>
    public static SeenItem Of(Card card, string item)
    {
        var content = card.Content;
        return new SeenItem
        {
            DeckId = card.DeckId,
            CardId = card.Id,
            HasExplicitId = card.HasExplicitId,
            Item = item,
            Kind = card.Kind,
            Path = card.Path,
            Prompt = ItemText.PromptOf(content, item),
            Answer = AnswerOf(content, item),
            Distractors = content is ChoiceContent choice
                ? [.. choice.Options.Where(option => !option.Correct).Select(option => option.Text)]
                : [],
        };
    }

    /// <summary>All items of a card, in the card's order.</summary>
    /// <param name="card">The card.</param>
    public static IEnumerable<SeenItem> AllOf(Card card) => card.Items.Select(item => Of(card, item));

    /// <summary>Whether two items stand in the same place and say the same, letter for letter: else it was edited.</summary>
    public bool Equals(SeenItem? other) =>
        other is not null
        && DeckId == other.DeckId
        && CardId == other.CardId
        && HasExplicitId == other.HasExplicitId
        && Item == other.Item
        && Kind == other.Kind
        && Prompt == other.Prompt
        && Path.SequenceEqual(other.Path)
        && Answer.SequenceEqual(other.Answer)
        && Distractors.SequenceEqual(other.Distractors);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(DeckId, CardId, Item, Prompt);

    /// <summary>The item as one line of JSON, for the log.</summary>
    public string ToJson() => SeenItemJson.Write(this);

    /// <summary>
    /// Reads what <see cref="ToJson"/> wrote, here or in a later release: members that are not known are passed over.
    /// </summary>
    /// <param name="json">Any text.</param>
    /// <returns>The item; null for a text that is none.</returns>
    public static SeenItem? Read(string json) => SeenItemJson.Read(json);

    private static ImmutableArray<string> AnswerOf(CardContent content, string item) =>
        content switch
        {
            ChoiceContent choice => [.. choice.Options.Where(option => option.Correct).Select(option => option.Text)],
            ClozeContent cloze =>
            [
                .. cloze.Clozes.Where(blank => blank.Item == item).Select(blank => blank.Answer).Distinct(),
            ],
            ExplainContent explain =>
            [
                .. explain
                    .Concepts.Select(concept => concept.Text)
                    .Prepend(explain.ModelAnswer)
                    .Where(text => text.Length > 0),
            ],
            TypedContent typed => typed.Accepted,
            OrderContent order => order.Items,
            MatchContent match => [.. match.Pairs.Select(pair => $"{pair.Left} — {pair.Right}")],
            { Answer.Length: 0 } => [],
            _ => [ItemText.AnswerOf(content, item)],
        };

    private string MakeFingerprint()
    {
        var text = new StringBuilder(Prompt.Length + 64);
        AppendSqueezed(text, Prompt);
        foreach (var part in Kind == CardKind.Multi ? Answer.Sort(StringComparer.Ordinal) : Answer)
        {
            AppendSqueezed(text.Append(Separator), part);
        }

        // Only a reversed item with its answer as prompt could be taken for a card that asks the same forwards.
        text.Append(Separator).Append(IsReverse ? Card.ReverseItem : "");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())).AsSpan(0, 8));
    }

    // As WhiteSpace.Squeeze, without a text for each word: all items of all decks are marked at once.
    private static void AppendSqueezed(StringBuilder result, string text)
    {
        var start = result.Length;
        var isParted = false;
        foreach (var unit in text)
        {
            if (char.IsWhiteSpace(unit))
            {
                isParted = true;
                continue;
            }

            if (isParted && result.Length > start)
            {
                result.Append(' ');
            }

            isParted = false;
            result.Append(unit);
        }
    }
}
