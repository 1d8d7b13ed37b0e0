using WsgiLsp.Decks.Completions;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Names;
using WsgiLsp.Decks.Tests.Support;
using WsgiLsp.Decks.Tests.Workspace;
using WsgiLsp.Decks.Workspace;

namespace WsgiLsp.Decks.Tests.Names;

/// <summary>What must hold for names in any decks.</summary>
public class NamePropertyTests
{
    private static readonly string[] Paths = ["/w/a.deck.md", "/w/b.deck.md", "/w/sub/c.deck.md"];

    private static readonly string[] Lines =
    [
        "### Card?",
        "### Card?",
        "### Other",
        "## Group",
        "## Group {#own .x}",
        "### A {{blank}} here",
        "# T",
        "<!-- card: requires=b/card -->",
        "<!-- card: id=card requires=a/card,c/x tags=x,y -->",
        "<!-- card: id=x requires=card -->",
        "<!-- cards: requires=b/x tags=x -->",
        "[l](a.deck.md#card)",
        "[l](b.deck.md#card-1) [h](b.deck.md#named)",
        "[l](sub/c.deck.md#x) and [m](../a.deck.md#group)",
        "[l](#card) [m](#card-1) [n](#card-2)",
        "[l](#group) [m](#x) [n](#own)",
        "[r]: #other",
        "<a name=\"named\"></a>",
        "True. Because.",
        "- [x] a",
        "```",
        "",
        "Text.",
    ];

    private static readonly string[] NewNames = ["x", "card", "card-1", "new", "Other", "Group", "New name", "c"];

    [Fact]
    public void After_a_rename_all_names_mean_what_they_meant()
    {
        var done = 0;
        for (var seed = 0; seed < 1500; seed++)
        {
            var random = new Random(seed);
            var decks = Paths.ToDictionary(
                path => path,
                path => TestWorkspace.Read(path, Document(random)),
                StringComparer.Ordinal
            );
            var before = Outlined(decks);
            var path = Paths[random.Next(Paths.Length)];
            var offset = random.Next(decks[path].Text.Length + 1);
            try
            {
                var name = NewNames[random.Next(NewNames.Length)];
                var edits = new Rename(before, decks.GetValueOrDefault, path => decks[path].Text).To(
                    path,
                    offset,
                    name,
                    CancellationToken.None
                );
                foreach (var deck in edits)
                {
                    decks[deck.Path] = deck.Edits.Reverse().Aggregate(decks[deck.Path], (now, edit) => now.With(edit));
                }

                done += edits.IsEmpty ? 0 : 1;
            }
            catch (RenameRefusedException)
            {
                continue;
            }

            Compare(before, Outlined(decks), path => path, $"seed {seed}");
        }

        Assert.True(done > 200, $"Only {done} renames were done.");
    }

    [Theory]
    [InlineData("a.deck.md", "z.deck.md")]
    [InlineData("a.deck.md", "sub/z.deck.md")]
    [InlineData("sub/c.deck.md", "c c.deck.md")]
    [InlineData("sub", "deep/er")]
    public void After_a_move_all_names_mean_what_they_meant(string from, string to)
    {
        for (var seed = 0; seed < 200; seed++)
        {
            var random = new Random(seed);
            var decks = Paths.ToDictionary(
                path => path,
                path => TestWorkspace.Read(path, Document(random)),
                StringComparer.Ordinal
            );
            var before = Outlined(decks);
            var moves = new FileMoves(
                before,
                decks.GetValueOrDefault,
                [("/w/" + from, "/w/" + to)],
                path => decks[path].Text
            );
            foreach (var deck in moves.Edits(CancellationToken.None))
            {
                decks[deck.Path] = deck.Edits.Reverse().Aggregate(decks[deck.Path], (now, edit) => now.With(edit));
            }

            var moved = decks.ToDictionary(
                deck => Moved(deck.Key),
                deck => TestWorkspace.Read(Moved(deck.Key), deck.Value.Text.ToString()),
                StringComparer.Ordinal
            );
            Compare(before, Outlined(moved), Moved, $"seed {seed}");
        }

        string Moved(string path) =>
            path.StartsWith("/w/" + from, StringComparison.Ordinal) ? "/w/" + to + path[("/w/" + from).Length..] : path;
    }

    [Fact]
    public void At_any_place_of_any_deck_names_and_completions_lie_in_the_text()
    {
        for (var seed = 0; seed < 1000; seed++)
        {
            var random = new Random(seed);
            var text = seed % 2 == 0 ? new Specimens(seed).Document() : Document(random);
            var decks = new Dictionary<string, Deck>(StringComparer.Ordinal)
            {
                [Paths[0]] = TestWorkspace.Read(Paths[0], text),
            };
            var (workspace, deck) = (Outlined(decks), decks[Paths[0]]);
            var outline = workspace.Decks[Paths[0]];
            for (var i = 0; i < 20; i++)
            {
                // As a client's position has it: never within a line's end.
                var at = deck.Text.GetPosition(random.Next(deck.Text.Length + 1));
                var offset = deck.Text.GetOffset(at);
                if (DeckNames.At(outline, offset) is { } mention)
                {
                    Assert.InRange(mention.Span.End, mention.Span.Start, deck.Text.Length);
                    Assert.Equal(deck.Text.GetPosition(mention.Span.Start), mention.Start);
                    Assert.Equal(deck.Text.GetPosition(mention.Span.End), mention.End);
                    DeckNames.Resolve(workspace, outline, mention);
                }

                if (DeckCompletions.At(workspace, outline, deck, offset, CancellationToken.None) is { } set)
                {
                    Assert.True(
                        set.Replace.Touches(offset) && set.Insert.End == offset,
                        $"seed {seed}, offset {offset}"
                    );
                    Assert.InRange(set.Replace.End, set.Insert.End, deck.Text.Length);
                    Assert.Equal(
                        deck.Text.GetPosition(set.Replace.Start).Line,
                        deck.Text.GetPosition(set.Replace.End).Line
                    );
                }
            }
        }
    }

    [Fact]
    public void What_names_a_thing_is_found_and_nothing_else()
    {
        var found = new HashSet<(Type, NameUse)>();
        for (var seed = 0; seed < 500; seed++)
        {
            var random = new Random(seed);
            var workspace = Outlined(
                Paths.ToDictionary(
                    path => path,
                    path => TestWorkspace.Read(path, Document(random)),
                    StringComparer.Ordinal
                )
            );
            var meant = AllNames(workspace)
                .SelectMany(
                    name => DeckNames.Resolve(workspace, name.Deck, name.Mention),
                    (name, named) => (name.Deck, name.Mention, Named: named)
                )
                .ToLookup(name => name.Named, name => (name.Deck, name.Mention));
            foreach (var named in meant.Select(group => group.Key).Concat(Things(workspace)))
            {
                var expected = meant[named].ToHashSet();
                var actual = DeckNames.Of(workspace, named, CancellationToken.None).ToList();
                Assert.True(
                    actual.Count == expected.Count && expected.SetEquals(actual),
                    $"seed {seed}: {named} is found {actual.Count} times instead of {expected.Count}"
                );
                found.UnionWith(actual.Select(name => (named.GetType(), name.Mention.Use)));
            }
        }

        Assert.Equal(10, found.Count);

        // What may be named by nothing.
        static IEnumerable<Named> Things(DeckWorkspace workspace) =>
            Paths
                .SelectMany<string, Named>(path =>
                    [
                        new NamedDeck(path),
                        new NamedFile(path),
                        .. workspace.Decks[path].Sections.Select((_, i) => new NamedSection(path, i)),
                    ]
                )
                .Append(new NamedTag("z"));
    }

    private static IEnumerable<(DeckOutline Deck, NameMention Mention)> AllNames(DeckWorkspace workspace) =>
        workspace.Decks.Values.SelectMany(deck =>
            deck.Sections.SelectMany((_, i) => OutlineNames.All(deck, i), (_, mention) => (deck, mention))
        );

    private static void Compare(DeckWorkspace before, DeckWorkspace after, Func<string, string> moved, string seed)
    {
        foreach (var path in Paths)
        {
            var old = DeckNames.MentionsIn(before.Decks[path]).ToList();
            var now = DeckNames.MentionsIn(after.Decks[moved(path)]).ToList();
            Assert.True(old.Count == now.Count, $"{seed}: {path} has {now.Count} names instead of {old.Count}");
            for (var i = 0; i < old.Count; i++)
            {
                var meant = DeckNames
                    .Resolve(before, before.Decks[path], old[i])
                    .Where(named => named is not NamedFile)
                    .Select(named => Moved(named, moved))
                    .ToList();
                Assert.True(
                    meant.Count == 0 || meant.SequenceEqual(DeckNames.Resolve(after, after.Decks[moved(path)], now[i])),
                    $"{seed}: in {path} '{old[i].Text}' meant {meant.FirstOrDefault()}, and '{now[i].Text}' does not"
                );
            }
        }
    }

    private static Named Moved(Named named, Func<string, string> moved) =>
        named switch
        {
            NamedDeck one => new NamedDeck(moved(one.Path)),
            NamedSection one => new NamedSection(moved(one.Path), one.Section),
            _ => named,
        };

    private static DeckWorkspace Outlined(Dictionary<string, Deck> decks) =>
        decks.Aggregate(
            DeckWorkspace.Create([TestWorkspace.Root], new TestWorkspace()),
            (workspace, deck) => workspace.With(DeckOutline.Of(deck.Key, deck.Value))
        );

    private static string Document(Random random) =>
        (random.Next(3) == 0 ? "---\nid: same\ntags: [x, y]\nrequires: [a, b]\n---\n" : "")
        + string.Join('\n', Enumerable.Range(0, random.Next(3, 25)).Select(_ => Lines[random.Next(Lines.Length)]));
}
