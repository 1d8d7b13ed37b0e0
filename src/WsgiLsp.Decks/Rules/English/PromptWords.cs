using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Rules.English;

/// <summary>The words of a prompt, folded, which earn nothing in an answer: the learner reads them off the question.</summary>
internal sealed class PromptWords
{
    private readonly HashSet<string> folded = new(StringComparer.Ordinal);

    /// <summary>The words of a section's prompt.</summary>
    public PromptWords(ParsedSection section)
    {
        var text = section.Prompt.Text.AsSpan();
        foreach (var word in Words.PartsIn(text))
        {
            folded.Add(WordForms.Fold(text.Slice(word.Start, word.Length)));
        }
    }

    /// <summary>Whether a text has content words, and all of them are words of the prompt.</summary>
    public bool Cover(string text)
    {
        var hasContent = false;
        foreach (var word in Words.PartsIn(text))
        {
            var letters = text.AsSpan(word.Start, word.Length);
            if (StopWords.Contains(letters))
            {
                continue;
            }

            hasContent = true;
            if (!folded.Contains(WordForms.Fold(letters)))
            {
                return false;
            }
        }

        return hasContent;
    }

    /// <summary>Whether a wording can earn nothing: each of its terms, or without terms its words, stands in the prompt.</summary>
    public bool Cover(ConceptWording wording) =>
        wording.Terms.IsEmpty ? Cover(wording.Text) : wording.Terms.All(alternatives => alternatives.All(Cover));
}
