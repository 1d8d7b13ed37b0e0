using WsgiLsp.Decks.Workspace;

namespace WsgiLsp.Decks.Names;

/// <summary>
/// Finds where something is named: what <see cref="DeckNames.Resolve"/> says to mean it, without asking that for each of a
/// workspace's hundreds of thousands of names, of which almost all mean something else. For one thread.
/// </summary>
internal abstract class NameSearch
{
    /// <summary>The search for something, its declarations included.</summary>
    /// <param name="workspace">All decks.</param>
    /// <param name="named">What is named.</param>
    public static NameSearch Of(DeckWorkspace workspace, Named named) =>
        named switch
        {
            NamedTag one => new TagSearch(one.Tag),
            NamedDeck one => new DeckSearch(workspace, one.Path),
            NamedSection one => new SectionSearch(workspace, one.Path, one.Section),
            NamedFile one => new FileSearch(workspace, one.Path),
            _ => throw new ArgumentOutOfRangeException(nameof(named)),
        };

    /// <summary>The places in a deck, in the order of the file's sections.</summary>
    public abstract IEnumerable<NameMention> In(DeckOutline deck);
}
