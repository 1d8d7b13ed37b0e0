using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;
using WsgiLsp.Decks.Workspace;

namespace WsgiLsp.Decks.Names;

/// <summary>
/// What must change in decks when files or folders get other names: links to them, the relative links of decks that move,
/// and what requires a deck whose id is its file's name.
/// </summary>
/// <param name="workspace">All decks, before the move.</param>
/// <param name="read">The deck of a path as it is now; null where it cannot be read.</param>
/// <param name="moves">Full paths before and after; what lies in a folder moves with it.</param>
/// <param name="readText">
/// The text of a path as it is now: a file that did not change since it was outlined need not be read as a deck. Null where
/// only decks are at hand.
/// </param>
public sealed class FileMoves(
    DeckWorkspace workspace,
    Func<string, Deck?> read,
    IReadOnlyList<(string From, string To)> moves,
    Func<string, SourceText?>? readText = null
)
{
    private readonly IReadOnlyList<string> names = [.. moves.Select(move => Path.GetFileName(move.From))];

    /// <summary>The edits, deck by deck, under the paths before the move.</summary>
    /// <param name="cancellation">Ends the search.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public ImmutableArray<DeckEdits> Edits(CancellationToken cancellation)
    {
        var ids = NewIds();
        var pinned = workspace
            .Decks.Values.Where(IsToBePinned)
            .ToDictionary(deck => deck.Path, deck => deck.Id, StringComparer.Ordinal);

        // What is on disk counts, which an outline may be older than.
        var decks = new FreshDecks(workspace, read, readText);
        decks.ReadWhatCanBe(
            workspace
                .Decks.Values.Where(deck => pinned.ContainsKey(deck.Path) || EditsOf(deck, ids, text: null).Any())
                .Select(deck => deck.Path),
            cancellation
        );
        foreach (var deck in decks.Outlines.ToList())
        {
            foreach (var edit in EditsOf(deck, ids, decks.TextOf(deck.Path)))
            {
                decks.Add(deck.Path, edit);
            }

            if (pinned.TryGetValue(deck.Path, out var id))
            {
                decks.Add(deck.Path, FrontMatterWords.SetId(decks.Read(deck.Path), id));
            }
        }

        return [.. decks.Edits];
    }

    /// <summary>
    /// Whether a deck must have its id written down, because it is required by it, and its new file name can be no id.
    /// </summary>
    private bool IsToBePinned(DeckOutline deck) =>
        deck.Sections[0].DeckId is null
        && Moved(deck.Path) is var path
        && path != deck.Path
        && IdOf(path) is var id
        && id != deck.Id
        && !MetadataKeys.IsId(id)
        && MetadataKeys.IsId(deck.Id)
        && DeckNames
            .Of(workspace, new NamedDeck(deck.Path), CancellationToken.None)
            .Any(found => found.Mention.Use == NameUse.RequiredDeck);

    private static string IdOf(string path) => new DeckSettings { FileName = Path.GetFileName(path) }.DeckId;

    /// <summary>The ids that change with their files' names, where it is clear whose they are.</summary>
    private Dictionary<string, string> NewIds()
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var deck in workspace.Decks.Values.Where(deck => deck.Sections[0].DeckId is null))
        {
            var id = IdOf(Moved(deck.Path));
            if (id != deck.Id && MetadataKeys.IsId(id) && workspace.WithId(deck.Id).Take(2).Count() == 1)
            {
                ids[deck.Id] = id;
            }
        }

        return ids;
    }

    private IEnumerable<TextEdit> EditsOf(DeckOutline outline, Dictionary<string, string> ids, SourceText? text)
    {
        foreach (var mention in DeckNames.MentionsIn(outline))
        {
            var name = mention.Use switch
            {
                NameUse.RequiredDeck => ids.GetValueOrDefault(mention.Text),
                NameUse.LinkPath => Address(outline, mention),
                _ => null,
            };
            if (name is null)
            {
                continue;
            }

            var raw = text?.ToString(mention.Span) ?? mention.Text;
            var query = raw.IndexOf('?', StringComparison.Ordinal);
            var path = query < 0 ? raw : raw[..query];

            // What is not written as it is meant is left for its author.
            if (text is null || Uri.UnescapeDataString(path) == mention.Text)
            {
                yield return new TextEdit(
                    mention.Span with
                    {
                        Length = path.Length,
                    },
                    mention.Use == NameUse.LinkPath ? LinkTarget.Escape(name) : name
                );
            }
        }
    }

    /// <summary>The path that a link must have after the move; null where it stays.</summary>
    private string? Address(DeckOutline outline, NameMention mention)
    {
        // Whoever leads to what moves from elsewhere says its name: most links need not be looked up.
        var from = Moved(outline.Path);
        if (
            (from == outline.Path && !names.Any(name => mention.Text.Contains(name, StringComparison.Ordinal)))
            || outline.PathOf(mention.Target) is not { } target
        )
        {
            return null;
        }

        var to = Moved(target);
        if (from == outline.Path && to == target)
        {
            return null;
        }

        var folder = Path.GetDirectoryName(from) ?? "";
        var leads = Path.TrimEndingDirectorySeparator(
            Path.GetFullPath(Path.Combine(folder, mention.Text.Replace('\0', ' ')))
        );
        if (leads == to || !(workspace.Decks.ContainsKey(target) || workspace.Files.KindOf(target) != FileKind.Missing))
        {
            return null;
        }

        var path = Path.GetRelativePath(folder, to).Replace('\\', '/');
        var isMarked = mention.Text.StartsWith("./", StringComparison.Ordinal);
        return (isMarked && path[0] != '.' ? "./" : "") + path + (mention.Text is [.., '/'] ? "/" : "");
    }

    private string Moved(string path)
    {
        foreach (var (from, to) in moves)
        {
            if (path == from)
            {
                return to;
            }

            if (path.StartsWith(from, StringComparison.Ordinal) && path[from.Length] == Path.DirectorySeparatorChar)
            {
                return to + path[from.Length..];
            }
        }

        return path;
    }
}
