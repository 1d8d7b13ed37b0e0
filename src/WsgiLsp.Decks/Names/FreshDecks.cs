using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;
using WsgiLsp.Decks.Workspace;

namespace WsgiLsp.Decks.Names;

/// <summary>
/// Decks read anew, because they are to be edited: outlines may be older than the files. Collects the edits.
/// </summary>
/// <param name="workspace">All decks, as far as they are known.</param>
/// <param name="read">The deck of a path as it is now; null where it cannot be read.</param>
/// <param name="readText">
/// The text of a path as it is now: a file that did not change since it was outlined need not be read as a deck. Null where
/// only decks are at hand.
/// </param>
internal sealed class FreshDecks(DeckWorkspace workspace, Func<string, Deck?> read, Func<string, SourceText?>? readText)
{
    private readonly Dictionary<string, SourceText> texts = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Deck> decks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<TextEdit>> edits = new(StringComparer.Ordinal);

    /// <summary>All decks; those that were read as they are now.</summary>
    public DeckWorkspace Workspace { get; private set; } = workspace;

    /// <summary>The outlines of those that were read.</summary>
    public IEnumerable<DeckOutline> Outlines => texts.Keys.Select(path => Workspace.Decks[path]);

    /// <summary>Reads decks.</summary>
    /// <exception cref="RenameRefusedException">One cannot be read.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public void Read(IEnumerable<string> paths, CancellationToken cancellation)
    {
        foreach (var one in Look(paths, cancellation))
        {
            Take(one);
        }
    }

    /// <summary>Reads decks, but for those that cannot be read.</summary>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public void ReadWhatCanBe(IEnumerable<string> paths, CancellationToken cancellation)
    {
        foreach (var one in Look(paths, cancellation).Where(one => one.Text is not null))
        {
            Take(one);
        }
    }

    /// <summary>A deck as it is now.</summary>
    /// <exception cref="RenameRefusedException">It cannot be read.</exception>
    public Deck Read(string path)
    {
        if (decks.TryGetValue(path, out var known))
        {
            return known;
        }

        Take(Parse(path));
        return decks[path];
    }

    /// <summary>The text of a deck that was read.</summary>
    public SourceText TextOf(string path) => texts[path];

    private List<Seen> Look(IEnumerable<string> paths, CancellationToken cancellation) =>
        // A tag may stand in all decks of a large workspace.
        [
            .. paths
                .Distinct(StringComparer.Ordinal)
                .Where(path => !texts.ContainsKey(path))
                .ToList()
                .AsParallel()
                .AsOrdered()
                .WithCancellation(cancellation)
                .Select(Look),
        ];

    private Seen Look(string path) =>
        readText?.Invoke(path) is { } text && Workspace.Decks.GetValueOrDefault(path) is { } known && known.IsOf(text)
            ? new Seen(path, text, known, Deck: null)
            : Parse(path);

    private Seen Parse(string path)
    {
        var deck = read(path);
        return new Seen(path, deck?.Text, deck is null ? null : DeckOutline.Of(path, deck), deck);
    }

    private void Take(Seen seen)
    {
        if (seen is not { Text: { } text, Outline: { } outline })
        {
            throw new RenameRefusedException($"'{Path.GetFileName(seen.Path)}' cannot be read.");
        }

        texts[seen.Path] = text;
        Workspace = Workspace.With(outline);
        if (seen.Deck is { } deck)
        {
            decks[seen.Path] = deck;
        }
    }

    /// <summary>Notes an edit.</summary>
    public void Add(string path, TextEdit edit)
    {
        if (!edits.TryGetValue(path, out var list))
        {
            edits[path] = list = [];
        }

        // A name that stands in a text that is replaced as a whole goes with it.
        if (!list.Exists(other => other.Span.Start < edit.Span.End && edit.Span.Start < other.Span.End))
        {
            list.Add(edit);
        }
    }

    /// <summary>Notes that a name is to be another one.</summary>
    /// <exception cref="RenameRefusedException">It is not written as it is meant, so that it cannot be changed blindly.</exception>
    public void Rename(DeckOutline deck, NameMention mention, string name)
    {
        var raw = texts[deck.Path].ToString(mention.Span);
        var isAddress = mention.Use == NameUse.LinkFragment;
        if ((isAddress ? Uri.UnescapeDataString(raw) : raw) != mention.Text)
        {
            throw new RenameRefusedException(
                $"{Path.GetFileName(deck.Path)}, line {mention.Start.Line + 1}: '{raw}' names it in a way that cannot be "
                    + $"changed. Write it plainly, as '{mention.Text}', and rename again."
            );
        }

        Add(deck.Path, new TextEdit(mention.Span, isAddress ? Syntax.LinkTarget.Escape(name) : name));
    }

    /// <summary>All edits, deck by deck.</summary>
    public IEnumerable<DeckEdits> Edits =>
        edits
            .OrderBy(pair => pair.Key, StringComparer.Ordinal)
            .Select(pair => new DeckEdits(pair.Key, texts[pair.Key], [.. pair.Value.OrderBy(edit => edit.Span.Start)]));

    private sealed record Seen(string Path, SourceText? Text, DeckOutline? Outline, Deck? Deck);
}
