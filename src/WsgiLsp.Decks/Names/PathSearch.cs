using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Workspace;

namespace WsgiLsp.Decks.Names;

/// <summary>Finds what names a file, or something in it.</summary>
/// <param name="workspace">All decks.</param>
/// <param name="path">The file's full path.</param>
internal abstract class PathSearch(DeckWorkspace workspace, string path) : NameSearch
{
    private readonly string fileName = Path.GetFileName(path);

    // Links of a deck lead to few files, and where they lead is dear to tell.
    private (DeckOutline? Deck, string Address, bool IsHere) last = (null, "", false);

    /// <summary>The deck in the file; null where it is none.</summary>
    protected DeckOutline? Target { get; } = workspace.Decks.GetValueOrDefault(path);

    /// <inheritdoc/>
    public override IEnumerable<NameMention> In(DeckOutline deck)
    {
        var isHere = deck.Path == path;
        for (var i = 0; i < deck.Sections.Length; i++)
        {
            var section = deck.Sections[i];
            foreach (var declaration in isHere ? Declarations(i) : [])
            {
                yield return declaration;
            }

            foreach (var requirement in section.Requires)
            {
                if (Required(deck, i, requirement) is { } mention)
                {
                    yield return mention;
                }
            }

            // What leads to the deck itself is kept apart.
            foreach (var link in isHere ? section.Links.AddRange(section.OwnLinks) : section.Links)
            {
                if (IsHere(deck, link.Target))
                {
                    if (Address(deck, i, link) is { } address)
                    {
                        yield return address;
                    }

                    if (Fragment(deck, i, link) is { } fragment)
                    {
                        yield return fragment;
                    }
                }
            }
        }
    }

    /// <summary>What is declared in a section of the file itself.</summary>
    protected virtual IEnumerable<NameMention> Declarations(int section) => [];

    /// <summary>The part of a requirement that names it; null where none does.</summary>
    protected virtual NameMention? Required(DeckOutline deck, int section, Mention requirement) => null;

    /// <summary>The path of a link to the file, where that names it.</summary>
    protected virtual NameMention? Address(DeckOutline deck, int section, OutlineLink link) => null;

    /// <summary>The fragment of a link to the file, where that names it.</summary>
    protected virtual NameMention? Fragment(DeckOutline deck, int section, OutlineLink link) => null;

    private bool IsHere(DeckOutline deck, LinkTarget target)
    {
        if (!target.Path.EndsWith(fileName, StringComparison.Ordinal) && target.Path is not ([] or [.., '/' or '.']))
        {
            return false;
        }

        if (!ReferenceEquals(last.Deck, deck) || last.Address != target.Path)
        {
            last = (deck, target.Path, deck.PathOf(target) == path);
        }

        return last.IsHere;
    }
}
