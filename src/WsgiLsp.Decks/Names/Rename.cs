using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;
using WsgiLsp.Decks.Workspace;

namespace WsgiLsp.Decks.Names;

/// <summary>
/// Gives a tag, a card, a deck or a heading another name, and all that names it as well. Each rename is tried on the deck: it
/// must change that name and no other, but for those that are counted (<c>worker-1</c>), whose links follow.
/// </summary>
/// <param name="workspace">All decks.</param>
/// <param name="read">The deck of a path as it is now; null where it cannot be read.</param>
/// <param name="readText">
/// The text of a path as it is now: a file that did not change since it was outlined need not be read as a deck. Null where
/// only decks are at hand.
/// </param>
public sealed class Rename(
    DeckWorkspace workspace,
    Func<string, Deck?> read,
    Func<string, SourceText?>? readText = null
)
{
    private readonly FreshDecks decks = new(workspace, read, readText);

    /// <summary>The card whose key changes: before and after. Null before a rename, and where no card is renamed.</summary>
    public (string From, string To)? Card { get; private set; }

    /// <summary>What can be renamed at an offset; null where nothing has a name.</summary>
    /// <param name="path">Full path of the deck.</param>
    /// <param name="offset">The offset in it.</param>
    /// <exception cref="RenameRefusedException">What stands there cannot be renamed.</exception>
    public RenameOffer? Offer(string path, int offset)
    {
        var deck = decks.Read(path);
        if (DeckNames.At(decks.Workspace.Decks[path], offset) is not { } mention)
        {
            return null;
        }

        var subject = RenameSubject.Of(decks.Workspace, decks.Workspace.Decks[path], mention);
        var span = mention.Use == NameUse.Heading ? HeadingSpan(deck, mention.Section) : mention.Span;
        return new RenameOffer(
            span,
            subject switch
            {
                RenamedHeading one => TextOf(decks.Read(one.Path), one.Section),
                RenamedId one => decks.Workspace.Decks[one.Path].Sections[one.Section].CardId ?? mention.Text,
                RenamedDeck one => decks.Workspace.Decks[one.Path].Id,
                _ => mention.Text,
            }
        );
    }

    /// <summary>Renames what stands at an offset.</summary>
    /// <param name="path">Full path of the deck.</param>
    /// <param name="offset">The offset in it.</param>
    /// <param name="name">The new name.</param>
    /// <param name="cancellation">Ends the search.</param>
    /// <returns>The edits, deck by deck; none where nothing has a name, or it has that name already.</returns>
    /// <exception cref="RenameRefusedException">It cannot be renamed, or not so.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public ImmutableArray<DeckEdits> To(string path, int offset, string name, CancellationToken cancellation)
    {
        decks.Read(path);
        if (DeckNames.At(decks.Workspace.Decks[path], offset) is not { } mention)
        {
            return [];
        }

        switch (RenameSubject.Of(decks.Workspace, decks.Workspace.Decks[path], mention))
        {
            case RenamedTag tag:
                RenameTag(tag.Tag, name, cancellation);
                break;
            case RenamedDeck one:
                RenameDeck(one.Path, name, cancellation);
                break;
            case RenamedId one:
                RenameId(one, name, cancellation);
                break;
            case RenamedHeading one:
                RenameHeading(one, name.Trim(), cancellation);
                break;
        }

        return [.. decks.Edits];
    }

    private void RenameTag(string tag, string name, CancellationToken cancellation)
    {
        if (NameForms.ProblemOfTag(name) is { } problem)
        {
            throw new RenameRefusedException(problem);
        }

        if (name == tag)
        {
            return;
        }

        foreach (var (deck, mention) in Fresh(_ => new TagSearch(tag), cancellation))
        {
            decks.Rename(deck, mention, name);
        }
    }

    private void RenameDeck(string path, string name, CancellationToken cancellation)
    {
        if (NameForms.ProblemOfId(name) is { } problem)
        {
            throw new RenameRefusedException(problem);
        }

        var deck = decks.Read(path);
        var namesakes = decks.Workspace.WithId(name).Where(other => other.Path != path).ToList();
        if (namesakes.Count > 0)
        {
            throw new RenameRefusedException($"The deck '{Path.GetFileName(namesakes[0].Path)}' has the id '{name}'.");
        }

        if (decks.Workspace.WithId(deck.Id).Count() > 1)
        {
            throw new RenameRefusedException(
                $"Several decks have the id '{deck.Id}', so that nobody can tell what names which. Write another id into the "
                    + "front matter of one of them."
            );
        }

        if (deck.Id == name)
        {
            return;
        }

        var edit = FrontMatterWords.SetId(deck, name);
        if (deck.With(edit).Id != name)
        {
            throw new RenameRefusedException("The front matter is broken. Mend it first.");
        }

        decks.Add(path, edit);
        foreach (var (one, mention) in Fresh(workspace => new DeckSearch(workspace, path), cancellation))
        {
            if (mention.Use == NameUse.RequiredDeck)
            {
                decks.Rename(one, mention, name);
            }
        }
    }

    private void RenameId(RenamedId subject, string name, CancellationToken cancellation)
    {
        if (NameForms.ProblemOfCardId(name) is { } problem)
        {
            throw new RenameRefusedException(problem);
        }

        var deck = decks.Read(subject.Path);
        var outline = decks.Workspace.Decks[subject.Path];
        if (outline.Sections[subject.Section].CardId == name)
        {
            return;
        }

        if (outline.FindName(name) is >= 0 and var other && other != subject.Section)
        {
            throw Taken(deck, other, name);
        }

        var set = MetadataFix.Set(deck.Entries[subject.Section].Section, "id", name);
        var edit = set with { Span = set.Span.Shift(deck.StartOf(subject.Section).Offset) };
        RenameSection(subject.Path, subject.Section, edit, name, cancellation);
    }

    private void RenameHeading(RenamedHeading subject, string text, CancellationToken cancellation)
    {
        if (text.Length == 0 || text.AsSpan().ContainsAny('\n', '\r'))
        {
            throw new RenameRefusedException("A heading is one line of text.");
        }

        var deck = decks.Read(subject.Path);
        if (TextOf(deck, subject.Section) != text)
        {
            var edit = new TextEdit(HeadingSpan(deck, subject.Section), text);
            RenameSection(subject.Path, subject.Section, edit, id: null, cancellation);
        }
    }

    /// <summary>Applies an edit of one section's names, and lets all follow that names a section of the deck.</summary>
    private void RenameSection(string path, int section, TextEdit edit, string? id, CancellationToken cancellation)
    {
        var deck = decks.Read(path);
        var after = deck.With(edit);
        Check(deck, after, section, id);
        if (deck.Entries[section] is { IsAsked: true, Card: { } old } && after.Entries[section].Card!.Key != old.Key)
        {
            Card = (old.Key, after.Entries[section].Card!.Key);
        }

        decks.Add(path, edit);
        var names = new NewNames(decks.Workspace.Decks[path], DeckOutline.Of(path, after));
        foreach (var (one, mention) in Fresh(workspace => new SectionSearch(workspace, path), cancellation))
        {
            if (names.Of(mention) is { } name)
            {
                decks.Rename(one, mention, name);
            }
        }
    }

    private static void Check(Deck before, Deck after, int section, string? id)
    {
        var isSame = before.SectionCount == after.SectionCount;
        for (var i = 0; isSame && i < before.SectionCount; i++)
        {
            var (old, now) = (before.Entries[i], after.Entries[i]);
            var wanted = i == section && id is not null ? id : old.Section.Metadata.Id;
            isSame =
                old.Section.Level == now.Section.Level
                && old.Section.Context.Role == now.Section.Context.Role
                && old.IsAsked == now.IsAsked
                && now.Section.Metadata.Id == wanted
                && old.Section.Metadata.Requires.SequenceEqual(now.Section.Metadata.Requires)
                && old.Section.Metadata.Tags.SequenceEqual(now.Section.Metadata.Tags);
        }

        if (!isSame)
        {
            throw new RenameRefusedException("With this name the deck would be read otherwise. Choose another one.");
        }

        if (after.Ids.Duplicates.Length > before.Ids.Duplicates.Length)
        {
            // A counted name may be the one that is met twice now, and not the new one.
            var (again, first) = after.Ids.Duplicates.First(pair => !before.Ids.Duplicates.Contains(pair));
            throw Taken(after, again == section ? first : again, after.Entries[again].Id!);
        }
    }

    private static RenameRefusedException Taken(Deck deck, int section, string name) =>
        new(
            $"'{name}' is the name of \"{deck.Entries[section].Section.Title}\", line {deck.StartOf(section).Line + 1}."
        );

    /// <summary>Where something is named in decks as they are now: those that named it when they were outlined are read.</summary>
    private IEnumerable<(DeckOutline Deck, NameMention Mention)> Fresh(
        Func<DeckWorkspace, NameSearch> searchOf,
        CancellationToken cancellation
    )
    {
        var known = searchOf(decks.Workspace);
        decks.Read(
            [.. decks.Workspace.Decks.Values.Where(deck => known.In(deck).Any()).Select(deck => deck.Path)],
            cancellation
        );
        var search = searchOf(decks.Workspace);
        return decks.Outlines.SelectMany(deck => search.In(deck), (deck, mention) => (deck, mention));
    }

    private static TextSpan HeadingSpan(Deck deck, int section) =>
        HeadingText.Of(deck.Entries[section].Section).Shift(deck.StartOf(section).Offset);

    // A heading over several lines is shown, and written again, on one.
    private static string TextOf(Deck deck, int section) =>
        string.Join(' ', deck.Text.ToString(HeadingSpan(deck, section)).Split('\n').Select(line => line.Trim()));
}
