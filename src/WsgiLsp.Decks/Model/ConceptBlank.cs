using System.Collections.Immutable;
using Markdig.Syntax;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Model;

/// <summary>A concept with one of its key terms left out, to be filled in.</summary>
/// <param name="Text">The concept with a blank in the term's place, Markdown in one line.</param>
/// <param name="Answer">What stands there, Markdown: all alternatives of the term.</param>
/// <param name="Accepted">The alternatives, as plain text: at least one.</param>
public sealed record ConceptBlank(string Text, string Answer, ImmutableArray<string> Accepted)
{
    /// <summary>The blanks that can be made of a concept, one for each of its key terms, in their order.</summary>
    /// <param name="concept">The concept; one without bold has none.</param>
    public static ImmutableArray<ConceptBlank> Of(Concept concept)
    {
        var text = concept.Text;
        return MarkdownReader.Read(text) is [ParagraphBlock { Inline: { } inline }]
            ?
            [
                .. Rubric
                    .Terms(inline)
                    .Select(term => new ConceptBlank(
                        OneLine(text[..term.Place.Start] + ClozeContent.Blank + text[term.Place.End..]),
                        OneLine(text[term.Place.Start..term.Place.End]),
                        term.Alternatives
                    )),
            ]
            : [];
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}
