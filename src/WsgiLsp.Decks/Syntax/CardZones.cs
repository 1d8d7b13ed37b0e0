namespace WsgiLsp.Decks.Syntax;

/// <summary>How the flow of a card's text divides, by indices of its blocks.</summary>
/// <param name="PromptEnd">Blocks before this one go on with the prompt.</param>
/// <param name="Answer">The answer's first block; the number of blocks where there is none.</param>
/// <param name="AnswerEnd">The block after the answer's last one; from here on text explains.</param>
internal readonly record struct CardZones(int PromptEnd, int Answer, int AnswerEnd);
