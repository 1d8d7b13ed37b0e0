using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using WsgiLsp.Server.Tests.Support;
using WsgiLsp.Server.Tests.Workspace;
using WsgiLsp.Server.Workspace;
using Range = WsgiLsp.Protocol.Types.Range;

namespace WsgiLsp.Server.Tests.Documents;

public sealed class DocumentStoreTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly List<string> changed = [];
    private readonly DocumentStore store;

    public DocumentStoreTests() => store = new DocumentStore(new ConfigLookup(), changed.Add);

    [Theory]
    [InlineData("a.deck.md", "", true)]
    [InlineData("a.md", "# Prose", false)]
    [InlineData("a.md", "---\ndeck: A\n---\n", true)]
    [InlineData("a.md", "---\r\ndeck: A\r\n---\r\n", true)]
    [InlineData("a.md", "---\ntitle: A\n---\n", false)]
    [InlineData("a.quiz.md", "---\ndeck: A\n---\n", false)]
    [InlineData("a.txt", "---\ndeck: A\n---\n", false)]
    [InlineData("sub/notes.md", "# Prose", true)]
    public void A_document_is_a_deck_by_name_front_matter_or_glob(string file, string text, bool isDeck)
    {
        folder.With("wsgilsp.json", """{"decks":["sub/*.md"]}""");
        Open(file, text);
        Assert.Equal(isDeck, store.Current.FindDeck(Uri(file)) is not null);
        Assert.Equal(text, store.Current.Find(Uri(file))!.Text.ToString());
    }

    [Fact]
    public void Changes_are_applied_one_after_another()
    {
        Open("a.deck.md", "## A?\r\n\r\n🎓 b\r\n");
        Change(2, Edit(0, 3, 0, 4, "Who"), Edit(2, 0, 2, 2, ""), Edit(2, 1, 2, 2, "c"), Edit(9, 0, 9, 0, "end"));
        var document = store.Current.Find(Uri("a.deck.md"))!;
        Assert.Equal("## Who?\r\n\r\n c\r\nend", document.Text.ToString());
        Assert.Equal(document.Text.ToString(), document.Deck!.Text.ToString());
        Assert.Equal(2, document.Version);
        Change(3, new TextDocumentContentChangeEvent("new"));
        Assert.Equal("new", store.Current.Find(Uri("a.deck.md"))!.Text.ToString());
    }

    [Fact]
    public void Columns_of_a_change_are_bytes_where_that_was_agreed()
    {
        store.Positions = new PositionEncoding(isUtf8: true);
        Open("a.deck.md", "## ä🎓 A?\n\nb\n");
        Change(2, Edit(0, 3, 0, 9, "o"));
        Assert.Equal("## o A?\n\nb\n", store.Current.Find(Uri("a.deck.md"))!.Text.ToString());
    }

    [Fact]
    public void A_document_becomes_a_deck_and_ceases_to_be_one()
    {
        Open("a.md", "---\ntitle: A\n---\n## Q?\n\nb\n");
        Assert.Null(store.Current.FindDeck(Uri("a.md")));
        Change(2, Edit(1, 0, 1, 5, "deck"), "a.md");
        Assert.Equal(1, store.Current.FindDeck(Uri("a.md"))!.Value.Deck.CardCount);
        Change(3, Edit(1, 0, 1, 4, "disk"), "a.md");
        Assert.Null(store.Current.FindDeck(Uri("a.md")));
        Change(4, Edit(1, 0, 1, 4, "deck"), "a.md");
        var document = store.Current.FindDeck(Uri("a.md"))!.Value.Document;
        Assert.Equal("---\ndeck: A\n---\n## Q?\n\nb\n", document.Text.ToString());
    }

    [Fact]
    public void A_snapshot_stays_as_it_was()
    {
        Open("a.deck.md", "## A?\n");
        var before = store.Current;
        Change(2, Edit(0, 0, 1, 0, ""));
        store.Close(Uri("a.deck.md"));
        Assert.Equal("## A?\n", before.Find(Uri("a.deck.md"))!.Text.ToString());
        Assert.Null(store.Current.Find(Uri("a.deck.md")));
        Assert.Equal([Uri("a.deck.md"), Uri("a.deck.md"), Uri("a.deck.md")], changed);
    }

    [Fact]
    public void A_change_of_an_unknown_document_is_ignored()
    {
        Change(2, Edit(0, 0, 0, 0, "x"));
        Assert.Empty(store.Current.Documents);
    }

    [Fact]
    public void Documents_are_read_again_under_a_new_configuration()
    {
        Open("a.md", "## Which?\n\n- [ ] a\n- [ ] b\n");
        Open("b.deck.md", "## Which?\n\n- [ ] a\n- [ ] b\n");
        folder.With("wsgilsp.json", """{"decks":["a.md"],"rules":{"no-key":"off"}}""");
        store.ReadAgain();
        Assert.Empty(store.Current.FindDeck(Uri("a.md"))!.Value.Deck.Findings);
        Assert.Empty(store.Current.FindDeck(Uri("b.deck.md"))!.Value.Deck.Findings);
        folder.With("wsgilsp.json", "{}");
        store.ReadAgain();
        Assert.Null(store.Current.FindDeck(Uri("a.md")));
        Assert.Single(store.Current.FindDeck(Uri("b.deck.md"))!.Value.Deck.Findings);
    }

    [Fact]
    public void A_new_day_is_seen_with_the_next_edit()
    {
        var clock = new ManualClock(new DateTimeOffset(2027, 2, 13, 23, 59, 0, TimeSpan.Zero));
        var daily = new DocumentStore(new ConfigLookup(clock), _ => { });
        daily.Open(new TextDocumentItem(Uri("a.deck.md"), "markdown", 1, "---\nby: 2027-02-14\n---\n## Four?\n\n4\n"));
        Assert.Empty(daily.Current.FindDeck(Uri("a.deck.md"))!.Value.Deck.Findings);

        clock.Pass(TimeSpan.FromMinutes(2));
        daily.Change(new(Uri("a.deck.md"), 2), [Edit(5, 1, 5, 1, "!")]);

        var deck = daily.Current.FindDeck(Uri("a.deck.md"))!.Value.Deck;
        Assert.Equal("past-date", Assert.Single(deck.Findings).Finding.Rule);
        Assert.EndsWith("4!\n", deck.Text.ToString(), StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();

    private string Uri(string file) => new Uri(folder[file]).AbsoluteUri;

    private void Open(string file, string text) => store.Open(new TextDocumentItem(Uri(file), "markdown", 1, text));

    private void Change(int version, params TextDocumentContentChangeEvent[] changes) =>
        store.Change(new VersionedTextDocumentIdentifier(Uri("a.deck.md"), version), changes);

    private void Change(int version, TextDocumentContentChangeEvent change, string file) =>
        store.Change(new VersionedTextDocumentIdentifier(Uri(file), version), [change]);

    private static TextDocumentContentChangeEvent Edit(int line, int from, int endLine, int to, string text) =>
        new(text, new Range(new Position(line, from), new Position(endLine, to)));
}
