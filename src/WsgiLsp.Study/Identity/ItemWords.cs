using WsgiLsp.Decks.Model;

namespace WsgiLsp.Study.Identity;

/// <summary>An item as sets of words. A statement's true or false says nothing; blanks stand in one text with their prompt.</summary>
internal sealed class ItemWords
{
    private ItemWords(HashSet<string> prompt, HashSet<string> answer)
    {
        Prompt = prompt;
        Answer = answer;
    }

    public HashSet<string> Prompt { get; }

    public HashSet<string> Answer { get; }

    public IEnumerable<string> All => Prompt.Union(Answer);

    public static ItemWords Of(SeenItem item) =>
        item.Kind switch
        {
            CardKind.TrueFalse => new(Tokens.SetOf([item.Prompt]), []),
            CardKind.Cloze => new(Tokens.SetOf([item.Prompt, .. item.Answer]), []),
            _ => new(Tokens.SetOf([item.Prompt]), Tokens.SetOf(item.Answer)),
        };
}
