using WsgiLsp.Decks.Workspace;

namespace WsgiLsp.Decks.Names;

/// <summary>What a person at a name wants to rename.</summary>
internal abstract record RenameSubject
{
    /// <summary>What that is for a name.</summary>
    /// <exception cref="RenameRefusedException">It cannot be renamed.</exception>
    public static RenameSubject Of(DeckWorkspace workspace, DeckOutline deck, NameMention mention)
    {
        switch (mention.Use)
        {
            case NameUse.Heading:
                return new RenamedHeading(deck.Path, mention.Section);
            case NameUse.CardId:
                return new RenamedId(deck.Path, mention.Section);
            case NameUse.Tag:
                return new RenamedTag(mention.Text);
            case NameUse.LinkPath:
                throw new RenameRefusedException(
                    "This is the name of a file. Rename the file in the editor's list of files: links follow it."
                );
        }

        return DeckNames.Resolve(workspace, deck, mention) switch
        {
            [NamedDeck one] => new RenamedDeck(one.Path),
            [NamedSection one] when mention.Use == NameUse.RequiredCard => new RenamedId(one.Path, one.Section),
            [NamedSection one] => Linked(workspace.Decks[one.Path], one.Section, mention.Text),
            [NamedFile file] => throw new RenameRefusedException(
                $"'{Path.GetFileName(file.Path)}' is no deck of this workspace, so its headings cannot be renamed from here."
            ),
            [] => throw new RenameRefusedException($"'{mention.Text}' names nothing here."),
            _ => throw new RenameRefusedException(
                $"Several decks have the id '{(mention.Use == NameUse.RequiredCard ? mention.Target.Path : mention.Text)}'. Give them ids of their own first."
            ),
        };
    }

    /// <summary>A link leads to a heading's anchor, or to an id.</summary>
    private static RenameSubject Linked(DeckOutline deck, int section, string fragment)
    {
        deck.FindName(fragment, out var name);
        return name == deck.Sections[section].Anchor ? new RenamedHeading(deck.Path, section)
            : name == deck.Sections[section].CardId ? new RenamedId(deck.Path, section)
            : throw new RenameRefusedException(
                $"'{name}' is given by HTML, or by a heading's marks. Rename it where it is given."
            );
    }
}

/// <summary>A tag, wherever it is given.</summary>
internal sealed record RenamedTag(string Tag) : RenameSubject;

/// <summary>A deck's id.</summary>
internal sealed record RenamedDeck(string Path) : RenameSubject;

/// <summary>A card's id, be it its own or its heading's.</summary>
internal sealed record RenamedId(string Path, int Section) : RenameSubject;

/// <summary>The text of a heading.</summary>
internal sealed record RenamedHeading(string Path, int Section) : RenameSubject;
