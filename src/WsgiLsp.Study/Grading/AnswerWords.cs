using System.Collections.Immutable;

namespace WsgiLsp.Study.Grading;

/// <summary>A word of an answer.</summary>
/// <param name="Folded">The word without case and accents.</param>
/// <param name="IsWord">Whether it is written with letters alone, and is neither an abbreviation nor an identifier.</param>
/// <param name="IsNumber">Whether it has a digit.</param>
internal readonly record struct AnswerWord(string Folded, bool IsWord, bool IsNumber);

/// <summary>Parts an answer into words, at spaces and at the hyphens inside compounds.</summary>
internal static class AnswerWords
{
    /// <summary>What stands around words and says nothing by itself, unlike the mark of <c>n!</c>.</summary>
    private const string Punctuation = ",;:\"()";

    /// <summary>The words of a text.</summary>
    /// <param name="text">A text with white space squeezed.</param>
    public static ImmutableArray<AnswerWord> In(string text)
    {
        var words = ImmutableArray.CreateBuilder<AnswerWord>();
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && text[i] != ' ' && !IsInnerHyphen(text, i))
            {
                continue;
            }

            if (i > start)
            {
                words.Add(Read(text[start..i]));
            }

            start = i + 1;
        }

        return words.DrainToImmutable();
    }

    private static bool IsInnerHyphen(string text, int at) =>
        text[at] is '-' or '‐' or '‑'
        && at > 0
        && at + 1 < text.Length
        && char.IsLetter(text[at - 1])
        && char.IsLetter(text[at + 1]);

    private static AnswerWord Read(string text)
    {
        var folded = AnswerText.Fold(text);
        var word = folded.Trim(Punctuation.ToCharArray());
        var isLetters = word.Length > 0 && word.All(c => char.IsLetter(c) || c == '\'');
        var isAbbreviation = word.Length > 1 && !text.Any(char.IsLower);
        return new AnswerWord(
            isLetters ? word : folded,
            isLetters && !isAbbreviation && !CodeLook.IsCode(text),
            text.Any(char.IsDigit)
        );
    }
}
