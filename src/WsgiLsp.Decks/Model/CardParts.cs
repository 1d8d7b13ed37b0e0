using System.Collections.Immutable;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Model;

/// <summary>Where the parts of a card stand that answers are counted by.</summary>
internal static class CardParts
{
    /// <summary>
    /// The options of a choice without their feedback, or the concepts of a rubric in their first wording, in the card's order
    /// and counted from the section's start; none for other kinds. The section is read once more for them: no tree is kept.
    /// </summary>
    public static ImmutableArray<TextSpan> Of(Section section) =>
        section.Content switch
        {
            ChoiceContent => [.. Read(section).Options!.Options.Select(option => option.Span)],
            ExplainContent => [.. Read(section).Body.Rubric.Select(concept => concept.Wordings[0])],
            _ => [],
        };

    private static ParsedSection Read(Section section) =>
        SectionParser.Read(section.Text, section.Level, section.Context);
}
