using WsgiLsp.Decks.Model;

namespace WsgiLsp.Study.Grading;

/// <summary>
/// The words that the workspace's decks use: what is one of them is no typo of another. Immutable, and safe to ask from
/// several threads.
/// </summary>
public sealed class KnownWords
{
    private readonly Lazy<HashSet<string>> words;

    private KnownWords(IEnumerable<string> texts) => words = new Lazy<HashSet<string>>(() => Collect(texts));

    /// <summary>No words.</summary>
    public static KnownWords None { get; } = new([]);

    /// <summary>
    /// The words of cards. They are read when the first answer nearly fits, which most sessions never ask, and then once.
    /// </summary>
    /// <param name="cards">The cards of all decks; kept until they are read.</param>
    public static KnownWords Of(IEnumerable<Card> cards) => new(cards.SelectMany(card => TextsOf(card.Content)));

    /// <summary>Whether a word is known.</summary>
    /// <param name="word">Lower case, without accents.</param>
    public bool Contains(string word) => words.Value.Contains(word);

    private static IEnumerable<string> TextsOf(CardContent content) =>
        [
            content.Prompt,
            content.Answer,
            content.Explanation,
            .. content.Hints,
            .. content switch
            {
                ChoiceContent choice => choice.Options.SelectMany(option => new[] { option.Text, option.Feedback }),
                ExplainContent explain => explain.Concepts.SelectMany(concept =>
                    concept.Wordings.Select(wording => wording.Text)
                ),
                _ => [],
            },
        ];

    private static HashSet<string> Collect(IEnumerable<string> texts)
    {
        var result = new HashSet<string>(StringComparer.Ordinal);

        // Words repeat: one that is there already is looked up without being made.
        var lookup = result.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var text in texts)
        {
            ReadOnlySpan<char> folded = LatinForms.StripAccents(text).ToLowerInvariant();
            while (!folded.IsEmpty)
            {
                var length = LengthOfWord(folded);
                if (length > 0)
                {
                    lookup.Add(folded[..length]);
                }

                folded = folded[Math.Min(length + 1, folded.Length)..];
            }
        }

        return result;
    }

    private static int LengthOfWord(ReadOnlySpan<char> text)
    {
        var length = 0;
        while (length < text.Length && char.IsLetter(text[length]))
        {
            length++;
        }

        return length;
    }
}
