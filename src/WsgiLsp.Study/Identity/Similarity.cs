namespace WsgiLsp.Study.Identity;

/// <summary>
/// How alike items are: shared words, weighted by how rare each is in the decks concerned, so that what a template repeats on
/// each of its cards counts little.
/// </summary>
internal sealed class Similarity
{
    // A long answer must not drown the prompt: it counts at most so many times as much.
    private const double MostOfAnswer = 1.5;

    // A word that was corrected or inflected counts a little less than the same one.
    private const double Near = 0.8;

    private readonly IdentityBoard _board;
    private readonly Dictionary<int, ItemWords> _known = [];
    private readonly Dictionary<int, ItemWords> _items = [];
    private readonly Lazy<(Dictionary<string, int> Counts, int Total)> _frequencies;

    public Similarity(IdentityBoard board)
    {
        _board = board;
        _frequencies = new(CountWords);
    }

    /// <summary>Decks in which something was lost or found.</summary>
    public HashSet<string> Decks() =>
        _board
            .FreeItems.Select(i => _board.Items[i].DeckId)
            .Concat(_board.FreeKnown.Select(k => _board.DeckOf[k]))
            .ToHashSet(StringComparer.Ordinal);

    public ItemWords OfItem(int item) => Get(_items, item, _board.Items[item]);

    public ItemWords OfKnown(int known) => Get(_known, known, _board.Known[known].Last);

    /// <summary>
    /// Whether an item lacks the id that its author gave to the known one: then only equal texts say that they are the same.
    /// </summary>
    public static bool AreNamedApart(SeenItem known, SeenItem item) =>
        known.HasExplicitId && known.CardId != item.CardId;

    /// <summary>How alike the prompts of a known item and an item now are, 0–1.</summary>
    public double OfPrompts(int known, int item) => Compare(OfKnown(known).Prompt, OfItem(item).Prompt).Dice;

    /// <summary>How alike two items are.</summary>
    public Likeness Of(ItemWords a, ItemWords b)
    {
        var prompt = Compare(a.Prompt, b.Prompt);
        var answer = Compare(a.Answer, b.Answer);
        var answerMass = Math.Min(answer.Mass, MostOfAnswer * prompt.Mass);
        var mass = prompt.Mass + answerMass;
        var total = mass > 0 ? ((prompt.Dice * prompt.Mass) + (answer.Dice * answerMass)) / mass : 0;
        return new Likeness(total, prompt.Dice, a.Answer.Count == 0 || b.Answer.Count == 0 ? null : answer.Dice);
    }

    /// <summary>Whether two prompts share a word that few others have.</summary>
    public bool ShareASubject(ItemWords a, ItemWords b) =>
        a.Prompt.Any(word =>
            b.Prompt.Contains(word) && _frequencies.Value.Counts[word] <= IdentityThresholds.ItemsOfASubject
        );

    /// <summary>What a word says about the item that has it: the more, the fewer have it.</summary>
    public double WeightOf(string word)
    {
        var (counts, total) = _frequencies.Value;
        var weight = Math.Log(1 + ((double)total / Math.Max(1, counts.GetValueOrDefault(word))));
        return weight * weight;
    }

    private (double Dice, double Mass) Compare(HashSet<string> a, HashSet<string> b)
    {
        double common = 0;
        double total = 0;
        List<string>? left = null;
        foreach (var word in a)
        {
            var weight = WeightOf(word);
            total += weight;
            if (b.Contains(word))
            {
                common += 2 * weight;
            }
            else
            {
                (left ??= []).Add(word);
            }
        }

        List<string>? right = null;
        foreach (var word in b)
        {
            total += WeightOf(word);
            if (!a.Contains(word))
            {
                (right ??= []).Add(word);
            }
        }

        if (left is not null && right is not null)
        {
            common += NearWords(left, right);
        }

        return (total > 0 ? Math.Min(1, common / total) : 0, total / 2);
    }

    private double NearWords(List<string> left, List<string> right)
    {
        double common = 0;
        foreach (var word in left)
        {
            var other = right.FindIndex(candidate => Tokens.AreNear(word, candidate));
            if (other >= 0)
            {
                common += Near * (WeightOf(word) + WeightOf(right[other]));
                right.RemoveAt(other);
            }
        }

        return common;
    }

    private (Dictionary<string, int> Counts, int Total) CountWords()
    {
        var decks = Decks();
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var total = 0;
        for (var i = 0; i < _board.Items.Length; i++)
        {
            if (decks.Contains(_board.Items[i].DeckId))
            {
                Count(OfItem(i));
            }
        }

        foreach (var k in _board.FreeKnown.Where(k => !_board.Known[k].IsOrphan))
        {
            Count(OfKnown(k));
        }

        return (counts, total);

        void Count(ItemWords words)
        {
            total++;
            foreach (var word in words.All)
            {
                counts[word] = counts.GetValueOrDefault(word) + 1;
            }
        }
    }

    private static ItemWords Get(Dictionary<int, ItemWords> words, int index, SeenItem item)
    {
        if (!words.TryGetValue(index, out var result))
        {
            words.Add(index, result = ItemWords.Of(item));
        }

        return result;
    }
}

/// <summary>How alike two items are, each figure 0–1.</summary>
/// <param name="Total">All in all.</param>
/// <param name="Prompt">The prompts.</param>
/// <param name="Answer">The answers; null where one has none that says anything.</param>
internal readonly record struct Likeness(double Total, double Prompt, double? Answer)
{
    /// <summary>Whether one half has nothing to do with the other item's, and the other half is not the same.</summary>
    public bool IsForeign =>
        Answer is { } answer
        && (
            (answer < IdentityThresholds.Foreign && Prompt < IdentityThresholds.AlmostSame)
            || (Prompt < IdentityThresholds.Foreign && answer < IdentityThresholds.AlmostSame)
        );
}
