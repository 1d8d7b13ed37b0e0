using WsgiLsp.Decks.Names;
using WsgiLsp.Decks.Tests.Workspace;

namespace WsgiLsp.Decks.Tests.Names;

/// <summary>Links and requirements follow files and folders that get other names.</summary>
public class FileMovesTests
{
    [Fact]
    public void Links_to_a_deck_follow_it_and_so_do_its_own()
    {
        var moved = new NamedWorkspace(
            ("a.deck.md", "‸## A\n\n[x](sub/b.deck.md#b) [y](a.deck.md#a) [z](#a) ![p](img/p.png) [gone](gone.md)\n"),
            ("sub/b.deck.md", "## B\n<!-- card: requires=a/a -->\n\n[x](../a.deck.md#a)\n"),
            (
                "c.deck.md",
                "---\nrequires: [a]\n---\n## C\n\n[x](./a.deck.md) [y](<a.deck.md> \"t\") [z](a.deck.md?plain=1#a)\n\n[r]: a.deck.md#a\n"
            ),
            ("img/p.png", "")
        ).Move(("a.deck.md", "sub/new name.deck.md"));
        Assert.Equal(
            "---\nid: a\n---\n\n## A\n\n[x](b.deck.md#b) [y](new%20name.deck.md#a) [z](#a) ![p](../img/p.png) [gone](gone.md)\n",
            moved["a.deck.md"]
        );
        Assert.Equal("## B\n<!-- card: requires=a/a -->\n\n[x](new%20name.deck.md#a)\n", moved["sub/b.deck.md"]);
        Assert.Equal(
            "---\nrequires: [a]\n---\n## C\n\n[x](./sub/new%20name.deck.md) [y](<sub/new%20name.deck.md> \"t\") [z](sub/new%20name.deck.md?plain=1#a)\n\n[r]: sub/new%20name.deck.md#a\n",
            moved["c.deck.md"]
        );
    }

    [Fact]
    public void What_requires_a_deck_by_its_files_name_follows_it()
    {
        var moved = new NamedWorkspace(
            ("a.deck.md", "‸## A\n<!-- card: requires=a/b -->\n\n## B\n\nT.\n"),
            ("own.deck.md", "---\nid: x\nrequires: [a, own]\n---\n## A\n<!-- card: requires=a/b,x/a,own/a -->\n\nT.\n")
        ).Move(("a.deck.md", "z.deck.md"), ("own.deck.md", "other.deck.md"));
        Assert.Equal("## A\n<!-- card: requires=z/b -->\n\n## B\n\nT.\n", moved["a.deck.md"]);
        Assert.Equal(
            "---\nid: x\nrequires: [z, own]\n---\n## A\n<!-- card: requires=z/b,x/a,own/a -->\n\nT.\n",
            moved["own.deck.md"]
        );
    }

    [Fact]
    public void A_deck_whose_new_name_can_be_no_id_keeps_the_one_that_is_required()
    {
        var moved = new NamedWorkspace(
            ("a.deck.md", "‸## A\n\nT.\n"),
            ("b.deck.md", "## B\n<!-- card: requires=a/a -->\n\nT.\n")
        ).Move(("a.deck.md", "new name.deck.md"), ("b.deck.md", "other name.deck.md"));
        Assert.Equal("---\nid: a\n---\n\n## A\n\nT.\n", Assert.Single(moved).Value);
    }

    [Fact]
    public void A_folder_takes_along_what_is_in_it()
    {
        var moved = new NamedWorkspace(
            ("unit/a.deck.md", "‸## A\n\n[x](b.deck.md) [y](img/p.png) [z](../c.deck.md) [f](img/)\n"),
            ("unit/b.deck.md", "## B\n\nT.\n"),
            ("unit/img/p.png", ""),
            ("c.deck.md", "## C\n\n[x](unit/a.deck.md#a) [p](unit/img/p.png) [f](unit/) [other](unity/a.md)\n"),
            ("unity/a.md", "")
        ).Move(("unit", "book/part"));
        Assert.Equal("## A\n\n[x](b.deck.md) [y](img/p.png) [z](../../c.deck.md) [f](img/)\n", moved["unit/a.deck.md"]);
        Assert.Equal(
            "## C\n\n[x](book/part/a.deck.md#a) [p](book/part/img/p.png) [f](book/part/) [other](unity/a.md)\n",
            moved["c.deck.md"]
        );
        Assert.Equal(2, moved.Count);
    }

    [Fact]
    public void What_cannot_be_read_stays_and_what_did_not_change_is_not_read_as_a_deck()
    {
        var files = new TestWorkspace(
            ("a.deck.md", "## A\n\nT.\n"),
            ("gone.deck.md", "## B\n\n[x](a.deck.md)\n"),
            ("same.deck.md", "## C\n\n[x](a.deck.md)\n")
        );
        var asked = new List<string>();
        var moves = new FileMoves(
            files.Workspace,
            path =>
            {
                lock (asked)
                {
                    asked.Add(path);
                }

                return null;
            },
            [("/w/a.deck.md", "/w/z.deck.md")],
            path => path == "/w/gone.deck.md" ? null : files.Decks[path].Text
        );

        var edited = Assert.Single(moves.Edits(TestContext.Current.CancellationToken));

        Assert.Equal("/w/same.deck.md", edited.Path);
        Assert.Equal("z.deck.md", Assert.Single(edited.Edits).NewText);
        Assert.Equal(["/w/gone.deck.md"], asked);
    }
}
