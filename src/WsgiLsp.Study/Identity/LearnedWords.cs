using System.Collections.Frozen;

namespace WsgiLsp.Study.Identity;

/// <summary>What of an answer is learned: its words, its numbers, and how often it says no.</summary>
internal sealed class LearnedWords
{
    private static readonly FrozenSet<string> Cues = FrozenSet.Create(
        StringComparer.Ordinal,
        "not no never neither nor none nothing nobody nowhere cannot without except != nicht nie niemals kein keine keinen keinem keiner ohne pas jamais sans nunca jamás".Split(
            ' '
        )
    );

    private static readonly FrozenDictionary<string, string> NumberWords =
        "two three four five six seven eight nine ten eleven twelve"
            .Split(' ')
            .Index()
            .ToFrozenDictionary(word => word.Item, word => $"{word.Index + 2}", StringComparer.Ordinal);

    private readonly Dictionary<string, int> _counts;
    private readonly int _total;

    private LearnedWords(Dictionary<string, int> counts, HashSet<string> numbers, int negations)
    {
        _counts = counts;
        _total = counts.Values.Sum();
        Numbers = numbers;
        Negations = negations;
    }

    /// <summary>The numbers, each once: <c>1,000</c> is 1000, and two is 2.</summary>
    public HashSet<string> Numbers { get; }

    /// <summary>How many words negate; “not only” does not.</summary>
    public int Negations { get; }

    public static LearnedWords Of(IEnumerable<string> texts)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var numbers = new HashSet<string>(StringComparer.Ordinal);
        var negations = 0;
        foreach (var text in texts)
        {
            ReadNumbers(text, numbers);
            var words = Tokens.Of(text);
            for (var i = 0; i < words.Count; i++)
            {
                var word = words[i];
                counts[word] = counts.GetValueOrDefault(word) + 1;
                if (NumberWords.TryGetValue(word, out var number))
                {
                    numbers.Add(number);
                }

                if (IsNegation(words, i))
                {
                    negations++;
                }
            }
        }

        return new LearnedWords(counts, numbers, negations);
    }

    /// <summary>Whether more than half of the words went or came. A word that was corrected or inflected stays.</summary>
    public bool IsMostlyOther(LearnedWords other)
    {
        var left = BeyondThose(other).ToList();
        var right = other.BeyondThose(this).ToList();
        var same = _total - left.Count;
        foreach (var word in left)
        {
            var near = right.FindIndex(candidate => Tokens.AreNear(word, candidate));
            if (near >= 0)
            {
                right.RemoveAt(near);
                same++;
            }
        }

        // An answer of signs alone has no words: any change is a change.
        return _total + other._total == 0 || 2 * same < Math.Max(_total, other._total);
    }

    /// <summary>Words that others have less often, as often as they lack them.</summary>
    private IEnumerable<string> BeyondThose(LearnedWords others) =>
        _counts.SelectMany(word =>
            Enumerable.Repeat(word.Key, Math.Max(0, word.Value - others._counts.GetValueOrDefault(word.Key)))
        );

    private static bool IsNegation(List<string> words, int at)
    {
        if (words[at] == "not" && at + 1 < words.Count && words[at + 1] == "only")
        {
            return false;
        }

        // An apostrophe parts words: "isn't" is "isn" and "t".
        return Cues.Contains(words[at])
            || (words[at] == "t" && at > 0 && words[at - 1].Length > 1 && words[at - 1][^1] == 'n');
    }

    private static void ReadNumbers(string text, HashSet<string> numbers)
    {
        for (var at = 0; at < text.Length; )
        {
            if (!char.IsAsciiDigit(text[at]))
            {
                at++;
                continue;
            }

            var start = at;
            while (at < text.Length && (char.IsAsciiDigit(text[at]) || IsSeparator(text, at)))
            {
                at++;
            }

            if (!IsListNumber(text, start, at))
            {
                numbers.Add(text[start..at].Replace(",", "", StringComparison.Ordinal));
            }
        }
    }

    private static bool IsSeparator(string text, int at) =>
        text[at] is '.' or ',' && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1]);

    // "1. First" counts, it does not measure.
    private static bool IsListNumber(string text, int start, int end) =>
        end + 1 < text.Length
        && text[end] is '.' or ')'
        && text[end + 1] == ' '
        && text.AsSpan(text.LastIndexOf('\n', start) + 1)[..^(text.Length - start)].IsWhiteSpace();
}
