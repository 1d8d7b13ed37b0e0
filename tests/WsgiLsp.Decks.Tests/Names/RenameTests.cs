using WsgiLsp.Decks.Names;
using WsgiLsp.Decks.Tests.Workspace;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Tests.Names;

/// <summary>Renaming follows a name everywhere, and changes nothing else.</summary>
public class RenameTests
{
    [Fact]
    public void A_cards_id_is_renamed_in_all_decks()
    {
        var renamed = new NamedWorkspace(
            (
                "a.deck.md",
                "## What is it?\n<!-- card: id=wor‸ker tags=worker -->\n\nSee [b](#worker).\n\n## B\n<!-- card: requires=worker,a/worker -->\n\nT.\n"
            ),
            (
                "b.deck.md",
                "## C\n<!-- card: requires=a/worker -->\n\n[x](a.deck.md#worker) [y](a.deck.md#what-is-it)\n"
            ),
            ("c.deck.md", "## worker\n<!-- card: requires=worker -->\n\nT.\n")
        ).Rename("process");
        Assert.Equal(["a.deck.md", "b.deck.md"], renamed.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(
            "## What is it?\n<!-- card: id=process tags=worker -->\n\nSee [b](#process).\n\n## B\n<!-- card: requires=process,a/process -->\n\nT.\n",
            renamed["a.deck.md"]
        );
        Assert.Equal(
            "## C\n<!-- card: requires=a/process -->\n\n[x](a.deck.md#process) [y](a.deck.md#what-is-it)\n",
            renamed["b.deck.md"]
        );
    }

    [Fact]
    public void A_card_without_an_own_id_gets_one_where_its_requirement_is_renamed()
    {
        var workspace = new NamedWorkspace(
            ("a.deck.md", "## What is it?\n\nT. [x](#what-is-it)\n"),
            ("b.deck.md", "## C\n<!-- card: requires=a/what-is-‸it -->\n\nT.\n")
        );
        Assert.Equal("what-is-it", workspace.OfferedText);
        var renamed = workspace.Rename("it");
        Assert.Equal("## What is it?\n<!-- card: id=it -->\n\nT. [x](#what-is-it)\n", renamed["a.deck.md"]);
        Assert.Equal("## C\n<!-- card: requires=a/it -->\n\nT.\n", renamed["b.deck.md"]);
    }

    [Fact]
    public void A_heading_takes_its_links_with_it_and_what_requires_its_card()
    {
        var workspace = new NamedWorkspace(
            (
                "a.deck.md",
                "# T\n\n## What is a ‸worker?\n\nA. [x](#what-is-a-worker)\n\n## B\n<!-- card: requires=what-is-a-worker -->\n\nT.\n"
            ),
            (
                "sub/b.deck.md",
                "## C\n<!-- card: requires=a/what-is-a-worker -->\n\n[x](../a.deck.md#what-is-a-worker)\n"
            )
        );
        Assert.Equal("What is a worker?", workspace.OfferedText);
        Assert.Equal("What is a worker?", workspace.Offer!.Placeholder);
        var renamed = workspace.Rename("What does `w` do?");
        Assert.Equal(
            "# T\n\n## What does `w` do?\n\nA. [x](#what-does-w-do)\n\n## B\n<!-- card: requires=what-does-w-do -->\n\nT.\n",
            renamed["a.deck.md"]
        );
        Assert.Equal(
            "## C\n<!-- card: requires=a/what-does-w-do -->\n\n[x](../a.deck.md#what-does-w-do)\n",
            renamed["sub/b.deck.md"]
        );
    }

    [Fact]
    public void A_link_to_an_anchor_renames_the_heading()
    {
        var workspace = new NamedWorkspace(
            ("a.deck.md", "## Group {.x}\n\n### B\n\nT.\n"),
            ("b.deck.md", "## C\n\n[x](a.deck.md#gro‸up)\n")
        );
        Assert.Equal("group", workspace.OfferedText);
        Assert.Equal("Group", workspace.Offer!.Placeholder);
        var renamed = workspace.Rename("Über uns (2)");
        Assert.Equal("## Über uns (2) {.x}\n\n### B\n\nT.\n", renamed["a.deck.md"]);
        Assert.Equal("## C\n\n[x](a.deck.md#über-uns-2)\n", renamed["b.deck.md"]);
    }

    [Fact]
    public void What_is_counted_after_a_renamed_heading_keeps_its_links()
    {
        var renamed = new NamedWorkspace(
            ("a.deck.md", "## ‸A\n\n[1](#a) [2](#a-1)\n\n## A\n\nT.\n\n## B\n<!-- card: requires=a-1 -->\n\nT.\n")
        ).Rename("Z");
        Assert.Equal(
            "## Z\n\n[1](#z) [2](#a)\n\n## A\n\nT.\n\n## B\n<!-- card: requires=a -->\n\nT.\n",
            renamed["a.deck.md"]
        );
    }

    [Theory]
    [InlineData(
        "A ‸setext\nheading\n---\n\nT. [x](#a-setext-heading)\n",
        "A setext heading",
        "New\n---\n\nT. [x](#new)\n"
    )]
    [InlineData("## Old‸ ##\n\nT. [x](#old)\n", "Old", "## New ##\n\nT. [x](#new)\n")]
    [InlineData("##   Ol‸d {#x}\r\n\r\n[x](#x) [y](#old)\r\n", "Old", "##   New {#x}\r\n\r\n[x](#x) [y](#new)\r\n")]
    [InlineData("## See [x](#see-‸x)\n\nT.\n", "See [x](#see-x)", "## New\n\nT.\n")]
    public void A_heading_of_any_form_is_renamed(string text, string placeholder, string expected)
    {
        var workspace = new NamedWorkspace(("a.deck.md", text));
        Assert.Equal(placeholder, workspace.Offer!.Placeholder);
        Assert.Equal(expected, workspace.Rename("New")["a.deck.md"]);
    }

    [Fact]
    public void A_tag_is_renamed_in_all_decks()
    {
        var renamed = new NamedWorkspace(
            (
                "a.deck.md",
                "---\ntags: [os, 'proc']\n---\n## A {.proc .os}\n<!-- card: tags=pr‸oc,process -->\n\nproc\n"
            ),
            ("b.deck.md", "---\ntags: os, proc\n---\n## A {.os .proc}\n\nproc\n"),
            ("c.deck.md", "## proc\n\nproc\n")
        ).Rename("unix");
        Assert.Equal(
            "---\ntags: [os, 'unix']\n---\n## A {.unix .os}\n<!-- card: tags=unix,process -->\n\nproc\n",
            renamed["a.deck.md"]
        );
        Assert.Equal("---\ntags: os, unix\n---\n## A {.os .unix}\n\nproc\n", renamed["b.deck.md"]);
        Assert.Equal(2, renamed.Count);
    }

    [Theory]
    [InlineData("---\nid: \"a‸\"\n---\n## A\n", "---\nid: \"new\"\n---\n## A\n")]
    [InlineData(
        "## A\n<!-- card: requires=a‸/b -->\n\n## B\n\nT.\n",
        "---\nid: new\n---\n\n## A\n<!-- card: requires=new/b -->\n\n## B\n\nT.\n"
    )]
    [InlineData(
        "---\ndeck: T\ntags: x\n---\n## A\n<!-- card: requires=a‸/b -->\n\n## B\n\nT.\n",
        "---\ndeck: T\nid: new\ntags: x\n---\n## A\n<!-- card: requires=new/b -->\n\n## B\n\nT.\n"
    )]
    public void A_decks_id_is_renamed_or_written_down(string text, string expected)
    {
        var renamed = new NamedWorkspace(
            ("a.deck.md", text),
            ("b.deck.md", "---\nrequires:\n  - a\n---\n## C\n<!-- card: requires=a/b,aa/b -->\n\n[x](a.deck.md#b)\n")
        ).Rename("new");
        Assert.Equal(expected, renamed["a.deck.md"]);
        Assert.Equal(
            "---\nrequires:\n  - new\n---\n## C\n<!-- card: requires=new/b,aa/b -->\n\n[x](a.deck.md#b)\n",
            renamed["b.deck.md"]
        );
    }

    [Theory]
    [InlineData("## A\n<!-- card: id=x‸ -->\n\nT.\n\n## B\n", "b", "'b' is the name of \"B\", line 6.")]
    [InlineData(
        "## A\n<!-- card: id=x‸ -->\n\nT.\n",
        "a b",
        "'a b' cannot be an id: an id begins with a letter or digit and goes on with letters, digits, '.', '_' or '-'."
    )]
    [InlineData(
        "## A\n<!-- card: id=x‸ -->\n\nT.\n",
        "a--b",
        "'a--b' cannot be a card's id: two dashes would end the comment in which it stands."
    )]
    [InlineData(
        "## A\n<!-- card: tags=x‸ -->\n\nT.\n",
        "a,b",
        "'a,b' cannot be a tag: it begins with a letter or digit, and has no spaces, commas, quotes or brackets."
    )]
    [InlineData("## A‸\n\nT.\n\n## B\n<!-- card: id=c -->\n\nT.\n", "C", "'c' is the name of \"B\", line 5.")]
    [InlineData("## A‸\n\nT.\n", " ", "A heading is one line of text.")]
    [InlineData("## A‸\n\nT.\n", "B {#b}", "With this name the deck would be read otherwise. Choose another one.")]
    [InlineData(
        "## A\n\n[x](other.md#b‸)\n",
        "c",
        "'other.md' is no deck of this workspace, so its headings cannot be renamed from here."
    )]
    [InlineData(
        "## A\n\n[x](oth‸er.md#b)\n",
        "c",
        "This is the name of a file. Rename the file in the editor's list of files: links follow it."
    )]
    [InlineData("## A\n\n[x](#b‸)\n", "c", "'b' names nothing here.")]
    [InlineData(
        "## A\n\n<a name=\"b\"></a>[x](#b‸)\n",
        "c",
        "'b' is given by HTML, or by a heading's marks. Rename it where it is given."
    )]
    [InlineData("---\nid: d‸\n---\n## A\n", "two", "The deck 'two.deck.md' has the id 'two'.")]
    [InlineData(
        "---\nrequires: [same‸]\n---\n## A\n",
        "c",
        "Several decks have the id 'same'. Give them ids of their own first."
    )]
    [InlineData(
        "## A\n<!-- card: id=x‸ -->\n\n[l](#&#120;)\n",
        "y",
        "d.deck.md, line 4: '&#120;' names it in a way that cannot be changed. Write it plainly, as 'x', and rename again."
    )]
    public void What_cannot_be_renamed_is_refused_with_a_reason(string text, string name, string expected) =>
        Assert.Equal(
            expected,
            new NamedWorkspace(
                ("d.deck.md", text),
                ("two.deck.md", "## A\n\nT.\n"),
                ("s/same.deck.md", "## A\n\nT.\n"),
                ("t/same.deck.md", "## A\n\nT.\n")
            ).Refusal(name)
        );

    [Theory]
    [InlineData("## A\n\nPro‸se.\n")]
    [InlineData("---\ndeck: T‸\n---\n## A\n")]
    public void Where_nothing_has_a_name_nothing_is_offered(string text)
    {
        var workspace = new NamedWorkspace(("d.deck.md", text));
        Assert.Null(workspace.Offer);
        Assert.Empty(workspace.Rename("x"));
    }

    [Fact]
    public void A_name_that_stays_changes_nothing() =>
        Assert.Empty(new NamedWorkspace(("d.deck.md", "## A‸\n\n[x](#a)\n")).Rename("A"));

    [Theory]
    [InlineData("## B\n<!-- card: tags=x -->\n\nT.\n", 0)]
    [InlineData("## Now\n\nT.\n\n## B\n<!-- card: tags=x,x -->\n\nT.\n", 1)]
    public void What_changed_on_disk_is_read_anew_and_nothing_else(string now, int read)
    {
        const string path = "/w/b.deck.md";
        var files = new TestWorkspace(
            ("a.deck.md", "## A\n<!-- card: tags=x -->\n"),
            ("b.deck.md", "## B\n<!-- card: tags=x -->\n\nT.\n")
        );
        var reads = 0;
        var edits = new Rename(
            files.Workspace,
            asked =>
            {
                reads += asked == path ? 1 : 0;
                return asked == path ? TestWorkspace.Read(path, now) : files.Decks[asked];
            },
            asked => asked == path ? new SourceText(now) : files.Decks[asked].Text
        ).To("/w/a.deck.md", "## A\n<!-- card: tags=".Length, "y", TestContext.Current.CancellationToken);
        var edited = edits.Single(deck => deck.Path == path);
        Assert.Equal(read, reads);
        Assert.Equal(
            now.Replace("x", "y", StringComparison.Ordinal),
            edited.Edits.Reverse().Aggregate(edited.Text, (text, edit) => text.With(edit)).ToString()
        );
    }
}
