using System.Collections.Immutable;

namespace WsgiLsp.Study.Grading.Concepts;

/// <summary>
/// One of the alternatives of a term: what an answer must have of it. Words of the question are no part of it, since they
/// earn nothing.
/// </summary>
/// <param name="Units">What is looked for: words, and runs of words that hyphens tie. Empty for code.</param>
/// <param name="Code">Code, which must stand there as it is; null for words.</param>
internal sealed record Term(ImmutableArray<ImmutableArray<Word>> Units, string? Code = null)
{
    /// <summary>How many of the units must be there: all of one or two, of more two thirds.</summary>
    public int Needed => Units.Length <= 2 ? Math.Max(Units.Length, 1) : ((2 * Units.Length) + 2) / 3;

    /// <summary>A term as it is looked for; null where all its words stand in the question.</summary>
    /// <param name="text">The term, plain text.</param>
    /// <param name="question">The stems of the question.</param>
    /// <param name="isEnglish">Whether it is English.</param>
    public static Term? Of(string text, ISet<string> question, bool isEnglish)
    {
        if (CodeLook.IsCode(text))
        {
            return new Term([], text);
        }

        var units = UnitsOf(WordSequence.Of(text, isEnglish).Words);
        var content = units.RemoveAll(unit => unit is [{ IsFunctionWord: true }]);
        var asked = (content.IsEmpty ? units : content).RemoveAll(unit =>
            unit.All(word => question.Contains(word.Stem))
        );
        return asked.IsEmpty ? null : new Term(asked);
    }

    private static ImmutableArray<ImmutableArray<Word>> UnitsOf(ImmutableArray<Word> words)
    {
        var units = ImmutableArray.CreateBuilder<ImmutableArray<Word>>();
        var start = 0;
        for (var i = 0; i < words.Length; i++)
        {
            if (!words[i].IsTied || i + 1 == words.Length)
            {
                units.Add(words[start..(i + 1)]);
                start = i + 1;
            }
        }

        return units.DrainToImmutable();
    }
}
