using System.Text;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using WsgiLsp.Server.Features.Learning;
using HoverResult = WsgiLsp.Protocol.Types.Hover;

namespace WsgiLsp.Server.Features.Hover;

/// <summary>Reveals a card's answer over its heading and metadata.</summary>
internal static class HoverFeature
{
    /// <summary>The hover at a position, or null.</summary>
    /// <param name="document">The document.</param>
    /// <param name="deck">The deck in it.</param>
    /// <param name="position">The place.</param>
    /// <param name="positions">How the client counts.</param>
    /// <param name="client">What it understands.</param>
    /// <param name="learner">Knows where the card is; null for nobody.</param>
    /// <param name="revealed">Told of the card whose answer is shown.</param>
    public static HoverResult? At(
        OpenDocument document,
        Deck deck,
        Position position,
        PositionEncoding positions,
        ClientCapabilities client,
        LearnerView? learner = null,
        Action<Card>? revealed = null
    )
    {
        var offset = positions.Offset(document.Text, position);
        var section = deck.Section(deck.SectionAt(offset));
        var shown = TextSpan.FromBounds(section.Heading.Start, section.Metadata.End);
        if (section.Card is not { } card || !shown.Touches(offset))
        {
            return null;
        }

        revealed?.Invoke(card);

        return new HoverResult(
            new MarkupContent(FormatFor(client), TextOf(card, learner)),
            positions.Range(document.Text, shown)
        );
    }

    /// <summary>Markdown reads well as it stands; a client that does not render it shows it as text.</summary>
    public static string FormatFor(ClientCapabilities client) =>
        client.TextDocument?.Hover?.ContentFormat?.Contains(MarkupKind.Markdown) == true
            ? MarkupKind.Markdown
            : MarkupKind.PlainText;

    /// <summary>What is told of a card: its facts, where its learner is with it, its answer, the explanation.</summary>
    public static string TextOf(Card card, LearnerView? learner = null)
    {
        var state = learner?.StateOf(card) is { } known ? learner.Line(known) : "";
        var parts = new List<string> { Facts(card), state, Answer(card.Content) };
        if (card.Content.Explanation.Length > 0)
        {
            parts.Add(card.Content.Explanation);
        }

        return string.Join("\n\n", parts.Where(part => part.Length > 0));
    }

    private static string Facts(Card card)
    {
        var facts = new List<string> { card.Kind.Name() };
        if (card.Level is { } level)
        {
            facts.Add(level.Name());
        }

        facts.AddRange(card.Tags.Select(tag => "#" + tag));
        if (card.Content.Hints.Length > 0)
        {
            facts.Add(card.Content.Hints.Length == 1 ? "1 hint" : $"{card.Content.Hints.Length} hints");
        }

        return string.Join(" · ", facts);
    }

    private static string Answer(CardContent content)
    {
        switch (content)
        {
            case ChoiceContent choice:
                return string.Join('\n', choice.Options.Select(OptionLine));
            case TrueFalseContent statement:
                return statement.IsTrue ? "**True**" : "**False**";
            case ExplainContent explain:
                var lines = new StringBuilder();
                foreach (var (concept, index) in explain.Concepts.Select((concept, index) => (concept, index)))
                {
                    lines.Append($"{index + 1}. {Indented(concept.Text)}\n");
                }

                return explain.ModelAnswer.Length > 0
                    ? lines.Append('\n').Append(explain.ModelAnswer).ToString()
                    : lines.ToString().TrimEnd();
            default:
                return content.Answer;
        }
    }

    private static string OptionLine(Option option) => (option.Correct ? "- ✓ " : "- ✗ ") + Indented(option.Text);

    private static string Indented(string text) => text.Replace("\n", "\n  ", StringComparison.Ordinal);
}
