using WsgiLsp.Decks.Names;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Workspace;

namespace WsgiLsp.Decks.Completions;

/// <summary>Where a link can lead: headings and cards of this deck and others, files.</summary>
internal static class LinkCompletions
{
    private const string AddressEnds = " \t)>#";

    private static readonly string[] Pictures = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".avif"];

    /// <summary>The addresses that can be written; null outside of an address.</summary>
    public static CompletionSet? At(CompletionPlace place)
    {
        if (AddressAt(place.Before) is not (var address, var isImage))
        {
            return null;
        }

        var rest = CompletionPlace.LengthUpTo(place.After, AddressEnds);
        var hash = address.IndexOf('#', StringComparison.Ordinal);
        if (hash >= 0)
        {
            return place.Set(address.Length - hash - 1, rest, Fragments(place, address[..hash], ""));
        }

        var own = address.Length == 0 && !isImage ? Fragments(place, "", "#") : [];
        return place.Set(
            address.Length,
            rest,
            own.Concat(isImage ? [] : Decks(place)).Concat(Files(place, address, isImage)).DistinctBy(item => item.Text)
        );
    }

    /// <summary>What is typed of an address at the end of a line, and whether it is a picture's; null where none is.</summary>
    private static (string Address, bool IsImage)? AddressAt(string before)
    {
        var open = before.LastIndexOf("](", StringComparison.Ordinal);
        if (open >= 0)
        {
            var address = before[(open + 2)..].TrimStart('<');
            var text = before.LastIndexOf('[', open);
            return address.AsSpan().IndexOfAny(" \t)>") < 0 && LinkTarget.CanBegin(address)
                ? (address, text > 0 && before[text - 1] == '!')
                : null;
        }

        // A definition: "[label]: address".
        var label = before.IndexOf("]: ", StringComparison.Ordinal);
        if (label < 0 || before.TrimStart() is not ['[', not ('^' or ' '), ..])
        {
            return null;
        }

        var target = before[(label + 3)..].TrimStart(' ', '<');
        return target.AsSpan().IndexOfAny(" \t>") < 0 && LinkTarget.CanBegin(target) ? (target, false) : null;
    }

    private static IEnumerable<Completion> Fragments(CompletionPlace place, string path, string before)
    {
        if (
            LinkTarget.Read(path.Length == 0 ? "#x" : path) is not { } target
            || place.Outline.PathOf(target) is not { } file
        )
        {
            return [];
        }

        return place.Workspace.Decks.TryGetValue(file, out var deck) ? Headings(deck, before)
            : file.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
            && place.Workspace.Files.KindOf(file) == FileKind.File
                ? (place.Workspace.Files.AnchorsOf(file) ?? new HashSet<string>(StringComparer.Ordinal)).Select(
                    anchor => new Completion(
                        CompletionSort.Heading,
                        before + anchor,
                        before + LinkTarget.Escape(anchor)
                    )
                )
            : [];
    }

    /// <summary>Anchors, which work on GitHub as well, and behind each the id where the card has its own.</summary>
    private static IEnumerable<Completion> Headings(DeckOutline deck, string before)
    {
        foreach (var heading in deck.Headings)
        {
            yield return Item(CompletionSort.Heading, heading.Anchor, heading);
            if (heading.Id is { } id && id != heading.Anchor)
            {
                yield return Item(CompletionSort.Card, id, heading);
            }
        }

        Completion Item(CompletionSort sort, string name, OutlineHeading heading) =>
            new(sort, before + name, before + LinkTarget.Escape(name))
            {
                Detail = heading.Title,
                Named = heading.Named,
            };
    }

    private static IEnumerable<Completion> Decks(CompletionPlace place)
    {
        if (!Path.IsPathFullyQualified(place.Outline.Path))
        {
            return [];
        }

        var folder = Path.GetDirectoryName(place.Outline.Path) ?? "";
        return place
            .Workspace.Decks.Values.Where(deck =>
                deck.Path != place.Outline.Path && Path.IsPathFullyQualified(deck.Path)
            )
            .Select(deck => (Deck: deck, Path: Path.GetRelativePath(folder, deck.Path).Replace('\\', '/')))
            .OrderBy(deck => deck.Path.Count(c => c == '/'))
            .ThenBy(deck => deck.Path, StringComparer.Ordinal)
            .Select(deck => new Completion(CompletionSort.Deck, deck.Path, LinkTarget.Escape(deck.Path))
            {
                Detail = deck.Deck.Title,
                Named = new NamedDeck(deck.Deck.Path),
            });
    }

    /// <summary>What is in the folder that the address names so far.</summary>
    private static IEnumerable<Completion> Files(CompletionPlace place, string address, bool isImage)
    {
        var slash = address.LastIndexOf('/') + 1;
        if (!Path.IsPathFullyQualified(place.Outline.Path))
        {
            return [];
        }

        var folder = Path.GetFullPath(
            Path.Combine(
                Path.GetDirectoryName(place.Outline.Path) ?? "",
                Uri.UnescapeDataString(address[..slash]).Replace('\0', ' ')
            )
        );
        if (!place.Workspace.Contains(Path.TrimEndingDirectorySeparator(folder)))
        {
            return [];
        }

        return place
            .Workspace.Files.NamesIn(folder)
            .Where(name => name is not ['.', ..] && Path.Combine(folder, name) != place.Outline.Path)
            .Select(name =>
                (Name: name, IsFolder: place.Workspace.Files.KindOf(Path.Combine(folder, name)) == FileKind.Folder)
            )
            .Where(entry => entry.IsFolder || !isImage || IsPicture(entry.Name))
            .Select(entry => new Completion(
                entry.IsFolder ? CompletionSort.Folder : CompletionSort.File,
                address[..slash] + entry.Name + (entry.IsFolder ? "/" : ""),
                address[..slash] + LinkTarget.Escape(entry.Name) + (entry.IsFolder ? "/" : "")
            ));
    }

    private static bool IsPicture(string name) =>
        Array.Exists(Pictures, ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
