using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;
using WsgiLsp.Decks.Workspace;

namespace WsgiLsp.Decks.Rules;

internal sealed class BrokenLink : Rule
{
    public override string Name => "broken-link";

    public override Severity Severity => Severity.Warning;

    public override string Summary => "a link to a heading, card, file or picture that is not there";

    public override string Why =>
        """
            A link leads nowhere once its file was renamed or its heading was worded anew. Looked up are relative links and
            images: files and folders of the workspace, and behind `#` the headings of Markdown files, by the anchors that GitHub
            gives them, and the ids of cards. Addresses with a scheme, such as `https:` and `mailto:`, those that begin with
            `/`, and what lies outside the workspace are left alone. A card with an id keeps its links when its heading changes.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### What is a worker?

                A process. See [the arbiter](#the-abriter) and [signals].
                                             ^^^^^^^^^^^^

                [signals]: #sigterm
                           ^^^^^^^^
                ### The arbiter

                What starts workers.
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### What is a worker?
                <!-- card: id=worker -->

                A process. See [the arbiter](#the-arbiter) and [PEP 3333](https://peps.python.org/pep-3333/#x).

                ### The arbiter

                What starts [workers](#worker), [processes](#what-is-a-worker).
                """,
        ];

    // More sections than these lead nowhere at once when a fence swallows headings: no name is the one that was meant.
    private const int MostGuessed = 20;

    public override void Check(Deck deck, DeckReport report)
    {
        var broken = new List<LocalLink>();
        var names = deck.Names;
        foreach (var index in deck.Rows.Dangling)
        {
            var links = deck.Entries[index].Section.Links;
            if (links is [var only])
            {
                broken.Add(new LocalLink(index, only, only.Target));
                continue;
            }

            foreach (var link in links)
            {
                if (names.Dangling(link) is { } target)
                {
                    broken.Add(new LocalLink(index, link, target));
                }
            }
        }

        var guesses =
            deck.Rows.Dangling.Length <= MostGuessed
                ? deck.Ids.NearestNames(deck.Entries, [.. broken.Select(found => found.Target.Fragment)])
                : [];
        var made = deck.Rows.MadeOfLinks;
        var kept = new Dictionary<SectionLink, MadeLinkFindings.Made>(broken.Count, ReferenceEqualityComparer.Instance);
        for (var i = 0; i < broken.Count; i++)
        {
            var (index, link, target) = broken[i];
            var (entry, near) = (deck.Entries[index], guesses.ElementAtOrDefault(i));
            var finding = made.Find(entry, link, near);
            if (finding is not null)
            {
                report.Add(index, finding);
            }
            else
            {
                var address = near is null || !link.HasOwnAddress ? null : LinkTarget.Write(target.Path, near);
                var message = NoAnchor("This deck", target.Fragment, near);
                finding = report.Add(this, index, link.Span, message, Fix(link.Span, address));
            }

            if (finding is not null)
            {
                kept[link] = new MadeLinkFindings.Made(entry, near, finding);
            }
        }

        made.Keep(kept);
    }

    public override void Check(SectionInWorkspace place, WorkspaceReport report)
    {
        foreach (var link in place.Section.Links)
        {
            if (place.Deck.PathOf(link.Target) is not { } path || !place.Workspace.Contains(path))
            {
                continue;
            }

            if (place.Workspace.Decks.TryGetValue(path, out var deck))
            {
                if (link.Target.Fragment.Length > 0 && deck.FindName(link.Target.Fragment) < 0)
                {
                    AddNoAnchor(link, deck.Names, report);
                }
            }
            else
            {
                CheckFile(place, link, path, report);
            }
        }
    }

    private sealed record LocalLink(int Section, SectionLink Link, LinkTarget Target);

    private void CheckFile(SectionInWorkspace place, OutlineLink link, string path, WorkspaceReport report)
    {
        var files = place.Workspace.Files;
        var kind = files.KindOf(path);
        if (kind == FileKind.Missing)
        {
            var near = NearestFile(place, link.Target, path);
            report.Add(
                this,
                link.Place,
                $"There is no {(link.IsImage ? "picture" : "file")} '{link.Target.Path}'.{NearestWord.Question(near)}",
                Fix(link, near is null ? null : LinkTarget.Write(near, link.Target.Fragment))
            );
        }
        else if (
            kind == FileKind.File
            && link.Target.Fragment.Length > 0
            && path.EndsWith(".md", StringComparison.OrdinalIgnoreCase)
            && files.AnchorsOf(path) is { } anchors
            && LinkFragment.Find(link.Target.Fragment, anchors.Contains) is null
        )
        {
            AddNoAnchor(link, anchors, report);
        }
    }

    private void AddNoAnchor(OutlineLink link, IEnumerable<string> names, WorkspaceReport report)
    {
        if (!LinkFragment.IsBuiltIn(link.Target.Fragment))
        {
            var near = NearestWord.Find(link.Target.Fragment, names);
            report.Add(
                this,
                link.Place,
                NoAnchor($"'{link.Target.Path}'", link.Target.Fragment, near),
                Fix(link, near is null ? null : LinkTarget.Write(link.Target.Path, near))
            );
        }
    }

    /// <summary>What may have been meant: the one deck elsewhere of that very name, else a name alike in the same folder.</summary>
    private static string? NearestFile(SectionInWorkspace place, LinkTarget target, string path)
    {
        var name = Path.GetFileName(path);
        var namesakes = place.Workspace.Decks.Keys.Where(deck => Path.GetFileName(deck) == name).Take(2).ToList();
        if (namesakes is [var only])
        {
            return Path.GetRelativePath(Path.GetDirectoryName(place.Deck.Path)!, only).Replace('\\', '/');
        }

        return
            Path.GetDirectoryName(path) is { } folder
            && NearestWord.Find(name, place.Workspace.Files.NamesIn(folder)) is { } alike
            ? target.Path[..^target.Path.Split('/')[^1].Length] + alike
            : null;
    }

    private static string NoAnchor(string where, string fragment, string? near) =>
        $"{where} has no heading or card '#{fragment}'.{NearestWord.Question(near)}";

    private static ImmutableArray<Fix> Fix(OutlineLink link, string? address) =>
        Fix(link.Place.Span, link.HasOwnAddress ? address : null);

    private static ImmutableArray<Fix> Fix(TextSpan span, string? address) =>
        address is null ? [] : [new Fix($"Link to {address}", [new TextEdit(span, address)], IsPreferred: true)];
}
