using System.Collections.Immutable;
using System.Text;

namespace WsgiLsp.Decks.Model;

/// <summary>A text with blanks. Blanks that share an item are asked together.</summary>
public sealed record ClozeContent : CardContent
{
    /// <summary>What stands in the place of a blank without a hint.</summary>
    internal const string Blank = "[…]";

    /// <inheritdoc/>
    public override CardKind Kind => CardKind.Cloze;

    /// <summary>The heading and the text below it up to the last blank, with the marks as the author wrote them.</summary>
    public required string Text { get; init; }

    /// <summary>The blanks, in the order of <see cref="Text"/>: at least one.</summary>
    public required ImmutableArray<Cloze> Clozes { get; init; }

    /// <summary>The text with every blank filled.</summary>
    public override string Answer => Fill(Text, Clozes, _ => false);

    /// <summary>The names of the items that the card is asked as, in the order of the text, each once.</summary>
    public IEnumerable<string> Items => Clozes.Select(cloze => cloze.Item).Distinct(StringComparer.Ordinal);

    /// <summary>The text as it is asked.</summary>
    /// <param name="item">The item whose blanks are empty; null for all.</param>
    public string Ask(string? item) => Fill(Text, Clozes, cloze => item is null || cloze.Item == item);

    /// <summary>A text without its blanks, and without the second of two spaces where one was.</summary>
    internal static string Remove(string text, ImmutableArray<Cloze> clozes)
    {
        var result = new StringBuilder();
        var at = 0;
        foreach (var cloze in clozes)
        {
            result.Append(text, at, cloze.Start - at);
            at = cloze.Start + cloze.Length;
            if (result.Length > 0 && result[^1] == ' ' && at < text.Length && text[at] == ' ')
            {
                at++;
            }
        }

        return result.Append(text, at, text.Length - at).ToString().Trim();
    }

    /// <summary>A text with some blanks empty and the others filled.</summary>
    /// <param name="text">A text.</param>
    /// <param name="clozes">Its blanks, in order.</param>
    /// <param name="isEmpty">Which of them are empty.</param>
    internal static string Fill(string text, ImmutableArray<Cloze> clozes, Func<Cloze, bool> isEmpty)
    {
        var result = new StringBuilder();
        var at = 0;
        foreach (var cloze in clozes)
        {
            result.Append(text, at, cloze.Start - at);
            result.Append(
                !isEmpty(cloze) ? cloze.Answer
                : cloze.Hint.Length > 0 ? $"[{cloze.Hint}]"
                : Blank
            );
            at = cloze.Start + cloze.Length;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }
}

/// <summary>One blank of a text.</summary>
/// <param name="Item">Its item: <c>c1</c> for a numbered one, else its text as an anchor; unique to what it asks.</param>
/// <param name="Answer">What belongs there, Markdown.</param>
/// <param name="Hint">What is shown in its place; may be empty.</param>
/// <param name="Start">Where its marks begin: index in the text.</param>
/// <param name="Length">Length with its marks, in UTF-16 code units.</param>
public sealed record Cloze(string Item, string Answer, string Hint, int Start, int Length);
