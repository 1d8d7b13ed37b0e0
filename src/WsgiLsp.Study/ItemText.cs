using WsgiLsp.Decks.Model;

namespace WsgiLsp.Study;

/// <summary>What an item of a card asks and answers, Markdown: a reversed one asks for what the card asks with.</summary>
internal static class ItemText
{
    /// <summary>What is asked; more than one line where the card has more before its answer.</summary>
    /// <param name="content">What the card says.</param>
    /// <param name="item">The item's name, one of <see cref="Card.Items"/>.</param>
    public static string PromptOf(CardContent content, string item) =>
        content switch
        {
            ClozeContent cloze => cloze.Ask(item),
            RecallContent recall when item == Card.ReverseItem => recall.Body,
            _ => content.Prompt,
        };

    /// <summary>The answer as one text.</summary>
    /// <param name="content">What the card says.</param>
    /// <param name="item">The item's name, one of <see cref="Card.Items"/>.</param>
    public static string AnswerOf(CardContent content, string item) =>
        content is RecallContent recall && item == Card.ReverseItem ? recall.Prompt : content.Answer;
}
