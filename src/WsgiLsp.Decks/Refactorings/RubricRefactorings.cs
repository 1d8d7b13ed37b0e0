using System.Text;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Refactorings;

/// <summary>Changes of a rubric, tried before they are offered as <see cref="CardRefactorings"/> are.</summary>
public static class RubricRefactorings
{
    /// <summary>Writes a further wording below a concept, as plain text: its marks are escaped, code stays code.</summary>
    /// <param name="deck">The deck.</param>
    /// <param name="section">Index of the card's section.</param>
    /// <param name="concept">0-based index of the concept.</param>
    /// <param name="wording">The wording, in one line.</param>
    /// <param name="title">What the change is called.</param>
    /// <returns>Null where the section is no explain card with that concept, or the wording would not be read back.</returns>
    public static Refactoring? AddWording(Deck deck, int section, int concept, string wording, string title)
    {
        if (
            CardDraft<ExplainContent>.Of(deck, section) is not { Parsed: { Body.Rubric: var rubric } parsed } draft
            || concept < 0
            || concept >= rubric.Length
        )
        {
            return null;
        }

        var text = parsed.Source.Text;
        var places = rubric[concept].Wordings;
        var last = places[^1];
        var (start, mark) = places.Length > 1 ? (last.Start, "") : (places[0].Start, "- ");
        var before = text[(text.LastIndexOf('\n', Math.Max(0, start - 1)) + 1)..start];
        var escaped = Escaped(wording);
        draft.Insert(last.End, LineEnd.Of(text) + (mark.Length == 0 ? before : Indented(before)) + mark + escaped);
        return draft.Try<ExplainContent>(
            title,
            CardKind.Explain,
            (was, now) =>
                now.Prompt == was.Prompt
                && now.ModelAnswer == was.ModelAnswer
                && now.Concepts.Length == was.Concepts.Length
                && now.Concepts.Zip(was.Concepts)
                    .Select((pair, index) => (pair.First, pair.Second, IsChanged: index == concept))
                    .All(one =>
                        TextsOf(one.First)
                            .SequenceEqual(one.IsChanged ? TextsOf(one.Second).Append(escaped) : TextsOf(one.Second))
                    )
                && now.Concepts[concept].Wordings[^1].Terms.IsEmpty
        );
    }

    private static IEnumerable<string> TextsOf(Concept concept) => concept.Wordings.Select(wording => wording.Text);

    /// <summary>What stands before a concept, with its list's mark as space: there its further wordings begin.</summary>
    private static string Indented(string before)
    {
        var quote = before.LastIndexOf('>') + 1;
        return before[..quote] + new string(' ', before.Length - quote);
    }

    /// <summary>Plain text as Markdown that says it; what stands between backticks is code.</summary>
    private static string Escaped(string text)
    {
        var isCode = false;
        var result = new StringBuilder(text.Length + 8);
        for (var i = 0; i < text.Length; i++)
        {
            isCode ^= text[i] == '`';
            if (!isCode && NeedsEscape(text, i))
            {
                result.Append('\\');
            }

            result.Append(text[i]);
        }

        return result.ToString();
    }

    private static bool NeedsEscape(string text, int at) =>
        text[at] switch
        {
            '\\' or '*' or '[' or ']' or '<' or '&' => true,
            '_' => at == 0
                || at + 1 == text.Length
                || !char.IsLetterOrDigit(text[at - 1])
                || !char.IsLetterOrDigit(text[at + 1]),
            '{' => at + 1 < text.Length && text[at + 1] == '{',
            '#' or '+' or '-' or '>' or '=' or '~' => at == 0,
            '.' or ')' => at > 0 && text.AsSpan(0, at).IndexOfAnyExceptInRange('0', '9') < 0,
            _ => false,
        };
}
