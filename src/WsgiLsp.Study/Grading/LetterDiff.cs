using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace WsgiLsp.Study.Grading;

/// <summary>What a part of a difference is.</summary>
public enum DiffKind
{
    /// <summary>Typed and accepted alike.</summary>
    Same,

    /// <summary>Missing from what was typed.</summary>
    Missing,

    /// <summary>Typed, but not in what is accepted.</summary>
    Extra,
}

/// <summary>A part of a difference.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">Its letters, at least one; those that are the same are the accepted answer's.</param>
public readonly record struct DiffPart(DiffKind Kind, string Text);

/// <summary>The difference of two texts, letter by letter. Case and accents alone make none.</summary>
public static class LetterDiff
{
    /// <summary>Longer texts are not compared letter by letter, which nobody could read: one is extra, the other missing.</summary>
    private const int LongestText = 1000;

    /// <summary>
    /// What was typed against what is accepted, from left to right: a shortest difference, and where letters were changed
    /// the extra ones before the missing ones.
    /// </summary>
    /// <param name="typed">What was typed; white space is squeezed.</param>
    /// <param name="accepted">What is accepted; white space is squeezed.</param>
    public static ImmutableArray<DiffPart> Between(string typed, string accepted) => Gather(Letters(typed, accepted));

    /// <summary>
    /// The difference in plain text, as word diffs are written: <c>encryp{+t+}ion</c> where a letter is missing,
    /// <c>work[-k-]er</c> where one is too many.
    /// </summary>
    public static string Write(ImmutableArray<DiffPart> difference) =>
        string.Concat(
            difference.Select(part =>
                part.Kind switch
                {
                    DiffKind.Missing => $"{{+{part.Text}+}}",
                    DiffKind.Extra => $"[-{part.Text}-]",
                    _ => part.Text,
                }
            )
        );

    /// <summary>Number of UTF-16 code units that are missing or too many.</summary>
    internal static int Size(string typed, string accepted) =>
        Letters(typed, accepted).Where(part => part.Kind != DiffKind.Same).Sum(part => part.Text.Length);

    private static List<DiffPart> Letters(string typed, string accepted)
    {
        var parts = new List<DiffPart>();
        (typed, accepted) = (AnswerText.Exact(typed), AnswerText.Exact(accepted));
        if (typed.Length > LongestText || accepted.Length > LongestText)
        {
            parts.Add(new DiffPart(DiffKind.Extra, typed));
            parts.Add(new DiffPart(DiffKind.Missing, accepted));
            return parts;
        }

        var (given, wanted) = (Split(typed), Split(accepted));
        var common = LongestCommonSubsequence.Table<Letter>(given, wanted);
        var (i, j) = (0, 0);
        while (i < given.Length || j < wanted.Length)
        {
            if (i < given.Length && j < wanted.Length && given[i].Equals(wanted[j]))
            {
                parts.Add(new DiffPart(DiffKind.Same, wanted[j].Text));
                (i, j) = (i + 1, j + 1);
            }
            else if (j == wanted.Length || (i < given.Length && common[i + 1][j] >= common[i][j + 1]))
            {
                parts.Add(new DiffPart(DiffKind.Extra, given[i++].Text));
            }
            else
            {
                parts.Add(new DiffPart(DiffKind.Missing, wanted[j++].Text));
            }
        }

        return parts;
    }

    /// <summary>Joins neighbours of one kind; between two parts that are the same, the extra ones stand first.</summary>
    private static ImmutableArray<DiffPart> Gather(List<DiffPart> letters)
    {
        var result = ImmutableArray.CreateBuilder<DiffPart>();
        var (same, extra, missing) = (new StringBuilder(), new StringBuilder(), new StringBuilder());
        foreach (var (kind, text) in letters)
        {
            if (kind == DiffKind.Same && extra.Length + missing.Length > 0)
            {
                Flush();
            }

            var part = kind switch
            {
                DiffKind.Same => same,
                DiffKind.Extra => extra,
                _ => missing,
            };
            part.Append(text);
        }

        Flush();
        return result.DrainToImmutable();

        void Flush()
        {
            Add(DiffKind.Same, same);
            Add(DiffKind.Extra, extra);
            Add(DiffKind.Missing, missing);
        }

        void Add(DiffKind kind, StringBuilder text)
        {
            if (text.Length > 0)
            {
                result.Add(new DiffPart(kind, text.ToString()));
                text.Clear();
            }
        }
    }

    private static Letter[] Split(string text)
    {
        var letters = new List<Letter>(text.Length);
        for (var at = 0; at < text.Length; )
        {
            var length = StringInfo.GetNextTextElementLength(text, at);
            letters.Add(new Letter(text.Substring(at, length)));
            at += length;
        }

        return [.. letters];
    }

    /// <summary>What a reader takes for one letter, with its marks.</summary>
    private readonly struct Letter(string text) : IEquatable<Letter>
    {
        private readonly string folded = AnswerText.Fold(text);

        public string Text { get; } = text;

        // A space folds to nothing, as a lone mark does.
        public bool Equals(Letter other) => folded.Length > 0 ? folded == other.folded : Text == other.Text;

        public override bool Equals(object? obj) => obj is Letter other && Equals(other);

        public override int GetHashCode() => folded.GetHashCode(StringComparison.Ordinal);
    }
}
