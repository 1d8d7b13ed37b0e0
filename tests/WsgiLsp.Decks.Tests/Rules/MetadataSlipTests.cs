using WsgiLsp.Decks.Formatting;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Tests.Rules;

/// <summary>
/// Slips in what a deck and its cards say of themselves: each is told once, where it is, with the way out; and the formatter
/// leaves alone what it does not understand.
/// </summary>
public class MetadataSlipTests
{
    private const string Body = "\n\nText.\n";

    private const string Card = "\n\n## Q?\n\nText.\n";

    /// <summary>A deck, the rule of its only finding, the place, and the deck after the preferred fix; "" for no fix.</summary>
    public static TheoryData<string, string, string, string> Slips =>
        new()
        {
            // Comments that are not closed.
            {
                "## Put in order\n<!-- card: kind=order\n\n1. a\n2. b\n3. c\n\n## Q?\n<!-- card: id=q -->\n\nText.\n",
                "unknown-metadata",
                "<!-- card: kind=order",
                "## Put in order\n<!-- card: kind=order -->\n\n1. a\n2. b\n3. c\n\n## Q?\n<!-- card: id=q -->\n\nText.\n"
            },
            {
                "## Q?\n<!-- card: id=q" + Body,
                "unknown-metadata",
                "<!-- card: id=q",
                "## Q?\n<!-- card: id=q -->" + Body
            },
            {
                "## Q?\n<!-- card: id=q ->" + Body,
                "unknown-metadata",
                "<!-- card: id=q ->",
                "## Q?\n<!-- card: id=q -->" + Body
            },
            {
                "## Q?\n<!-- card: id=q —>" + Body,
                "unknown-metadata",
                "<!-- card: id=q —>",
                "## Q?\n<!-- card: id=q -->" + Body
            },
            {
                "## Q?\r\n<!-- card: id=q\r\n  level=beginner\r\n\r\nText.\r\n",
                "unknown-metadata",
                "<!-- card: id=q",
                "## Q?\r\n<!-- card: id=q\r\n  level=beginner -->\r\n\r\nText.\r\n"
            },
            { "## Q?\n<!-- card: oh well" + Body, "unknown-metadata", "<!-- card: oh well", "" },
            {
                "## Q?\n<!-- card: id=q\n## R?\n\nText.\n\n-->\n",
                "unknown-metadata",
                "<!-- card: id=q",
                "## Q?\n<!-- card: id=q -->\n## R?\n\nText.\n\n-->\n"
            },
            // Words that are nearly key=value.
            {
                "## Q?\n<!-- card: tags=a, b id=q -->" + Body,
                "unknown-metadata",
                "b",
                "## Q?\n<!-- card: tags=a,b id=q -->" + Body
            },
            {
                "## Q?\n<!-- card: tags=a , b, c id=q -->" + Body,
                "unknown-metadata",
                ", b, c",
                "## Q?\n<!-- card: tags=a,b,c id=q -->" + Body
            },
            {
                "## Q?\n<!-- card: id:q level=advanced -->" + Body,
                "unknown-metadata",
                "id:q",
                "## Q?\n<!-- card: id=q level=advanced -->" + Body
            },
            {
                "## Q?\n<!-- card: tags: a, b -->" + Body,
                "unknown-metadata",
                "tags: a, b",
                "## Q?\n<!-- card: tags=a,b -->" + Body
            },
            {
                "## Q?\n<!-- card: level = advanced -->" + Body,
                "unknown-metadata",
                "level = advanced",
                "## Q?\n<!-- card: level=advanced -->" + Body
            },
            {
                "## Q?\n<!-- card: level= advanced -->" + Body,
                "unknown-metadata",
                "level= advanced",
                "## Q?\n<!-- card: level=advanced -->" + Body
            },
            {
                "## Q?\n<!-- card: level =advanced -->" + Body,
                "unknown-metadata",
                "level =advanced",
                "## Q?\n<!-- card: level=advanced -->" + Body
            },
            {
                "## Q?\n<!-- card: tags = \"a b\" -->" + Body,
                "unknown-metadata",
                "tags = \"a b\"",
                "## Q?\n<!-- card: tags=\"a b\" -->" + Body
            },
            {
                "## Q?\n<!-- card: lvel = advanced -->" + Body,
                "unknown-metadata",
                "lvel = advanced",
                "## Q?\n<!-- card: level=advanced -->" + Body
            },
            {
                "## Q?\n<!-- card: this needs work, see level note: id=q -->" + Body,
                "unknown-metadata",
                "this needs work, see level note:",
                ""
            },
            { "## Q?\n<!-- card: =typed -->" + Body, "unknown-metadata", "=typed", "" },
            // Comments that are nearly metadata.
            { "## Q?\n<!-- card id=q -->" + Body, "unknown-metadata", "card", "## Q?\n<!-- card: id=q -->" + Body },
            { "## Q?\n<!-- card : id=q -->" + Body, "unknown-metadata", "card", "## Q?\n<!-- card: id=q -->" + Body },
            { "## Q?\n<!-- crad: id=q -->" + Body, "unknown-metadata", "crad", "## Q?\n<!-- card: id=q -->" + Body },
            { "## Q?\n<!-- crad: -->" + Body, "unknown-metadata", "crad", "## Q?\n<!-- card: -->" + Body },
            {
                "## Q?\n<!--Card: Level=Advanced ID=Q-->" + Body,
                "unknown-metadata",
                "Card",
                "## Q?\n<!-- card: level=advanced id=Q-->" + Body
            },
            {
                "## Q?\n<!-- level=advanced -->" + Body,
                "unknown-metadata",
                "<!--",
                "## Q?\n<!-- card: level=advanced -->" + Body
            },
            {
                "## G\n<!-- Card: level=advanced -->" + Card.Replace("##", "###", StringComparison.Ordinal),
                "unknown-metadata",
                "Card",
                "## G\n<!-- cards: level=advanced -->" + Card.Replace("##", "###", StringComparison.Ordinal)
            },
            {
                "## Q?\n<! -- card: id=q -->" + Body,
                "unknown-metadata",
                "<! -- card: id=q -->",
                "## Q?\n<!-- card: id=q -->" + Body
            },
            {
                "## Q?\n<!— card: id=q —>" + Body,
                "unknown-metadata",
                "<!— card: id=q —>",
                "## Q?\n<!-- card: id=q -->" + Body
            },
            // Fences of front matter.
            { "---\ndeck: D\nid: d" + Card, "bad-front-matter", "---", "---\ndeck: D\nid: d\n---" + Card },
            {
                "---\ndeck: D\ntags:\n  - a\n# D\n\n## Q?\n\nText.\n",
                "bad-front-matter",
                "---",
                "---\ndeck: D\ntags:\n  - a\n---\n# D\n\n## Q?\n\nText.\n"
            },
            {
                "---\ndeck: D" + Card + "\n---\n\nMore: text: that\n\n## R?\n\nText.\n",
                "bad-front-matter",
                "---",
                "---\ndeck: D\n---" + Card + "\n---\n\nMore: text: that\n\n## R?\n\nText.\n"
            },
            { "----\ndeck: D\nid: d\n---" + Card, "bad-front-matter", "----", "---\ndeck: D\nid: d\n---" + Card },
            {
                "----\r\ndeck: D\r\n----\r\n\r\n## Q?\r\n\r\nText.\r\n",
                "bad-front-matter",
                "----",
                "---\r\ndeck: D\r\n---\r\n\r\n## Q?\r\n\r\nText.\r\n"
            },
            { "---\ndeck: D\nid: d\n----" + Card, "bad-front-matter", "----", "---\ndeck: D\nid: d\n---" + Card },
            { "\n\n---\ndeck: D\nid: d\n---" + Card, "bad-front-matter", "---", "---\ndeck: D\nid: d\n---" + Card },
            { "deck: D\nid: d\n---" + Card, "bad-front-matter", "deck: D", "---\ndeck: D\nid: d\n---" + Card },
            // Values of front matter.
            {
                "---\ndeck: Git: the basics\n---" + Card,
                "bad-front-matter",
                "Git: the basics",
                "---\ndeck: \"Git: the basics\"\n---" + Card
            },
            {
                "---\nid: d\ndeck: Say \"a: b\" # so\n---" + Card,
                "bad-front-matter",
                "Say \"a: b\"",
                "---\nid: d\ndeck: 'Say \"a: b\"' # so\n---" + Card
            },
            {
                "---\ndeck: [draft] Git\n---" + Card,
                "bad-front-matter",
                "[draft] Git",
                "---\ndeck: \"[draft] Git\"\n---" + Card
            },
            {
                "---\nid: d\ntags: [a, b # so\n---" + Card,
                "bad-front-matter",
                "[a, b",
                "---\nid: d\ntags: [a, b] # so\n---" + Card
            },
            { "---\ndeck: 'D\nid: d\n---" + Card, "bad-front-matter", "'D", "---\ndeck: 'D'\nid: d\n---" + Card },
            { "---\ndeck: D\n\tid: d\n---" + Card, "bad-front-matter", "\t", "---\ndeck: D\nid: d\n---" + Card },
            {
                "---\ndeck: D\ntags:\n\t- a\n\t- b\n---" + Card,
                "bad-front-matter",
                "\t",
                "---\ndeck: D\ntags:\n  - a\n  - b\n---" + Card
            },
        };

    /// <summary>Comments and lines that look a little like slips and are none.</summary>
    public static TheoryData<string> Ordinary =>
        [
            "## Q?\n<!-- TODO: card about x -->" + Body,
            "## Q?\n<!-- card about x -->" + Body,
            "## Q?\n<!-- Cards: see below -->" + Body,
            "## Q?\n<!-- cart: see below -->" + Body,
            "## Q?\n<!-- prettier-ignore -->" + Body,
            "## Q?\n<!-- width=300 id=a -->" + Body,
            "## Q?\n<!-- spec: level=2 -->" + Body,
            "## Q?\n<!-- card:\n\n  id=q\n\n  level=beginner\n-->" + Body,
            "## Q?\n\nText.\n\n<!-- level=advanced -->\n",
            "## Q?\n<!--\n\n## Old\n\nText.\n\n-->" + Body,
            "---\n\nAn introduction: short.\n\n---" + Card,
            "---\nnote: this is text" + Card,
            "Tags: short\n---\n\nText.\n" + Card,
        ];

    [Theory]
    [MemberData(nameof(Slips))]
    public void A_slip_is_told_once_and_its_fix_leaves_nothing_to_say(
        string text,
        string rule,
        string place,
        string mended
    )
    {
        var deck = Deck.Parse(text, new DeckSettings());
        var found = Assert.Single(deck.Findings);
        Assert.Equal((rule, place), (found.Finding.Rule, deck.Text.ToString(found.Span)));

        var fix = found.Finding.Fixes.FirstOrDefault(f => f.IsPreferred);
        Assert.Equal(mended, fix is null ? "" : Apply(text, found.Edits(fix)));
        if (fix is not null && !mended.EndsWith("\n-->\n", StringComparison.Ordinal))
        {
            Assert.Empty(Deck.Parse(mended, new DeckSettings()).Findings.Select(f => f.Finding.Message));
        }
    }

    [Theory]
    [MemberData(nameof(Ordinary))]
    public void What_is_no_slip_is_left_in_peace(string text) =>
        Assert.Empty(Deck.Parse(text, new DeckSettings()).Findings.Select(f => f.Finding.Message));

    [Theory]
    [MemberData(nameof(Slips))]
    public void The_formatter_leaves_a_slip_as_it_is(string text, string rule, string place, string mended)
    {
        var formatted = Apply(text, DeckFormatter.Format(Deck.Parse(text, new DeckSettings())));
        var found = Assert.Single(Deck.Parse(formatted, new DeckSettings()).Findings);

        Assert.Equal(Lines(text), Lines(formatted));
        Assert.Equal((rule, place), (found.Finding.Rule, formatted.Substring(found.Span.Start, found.Span.Length)));
        Assert.NotEqual(text, mended);
    }

    [Fact]
    public void The_formatter_moves_no_dashes_to_where_they_would_close_front_matter()
    {
        const string Text = "---\n ---\n## Q?\n\nText.\n\n ---\n\nMore.\n";
        var formatted = Apply(Text, DeckFormatter.Format(Deck.Parse(Text, new DeckSettings())));

        Assert.Single(Deck.Parse(formatted, new DeckSettings()).Cards);
    }

    [Fact]
    public void An_unclosed_comment_hides_what_it_hides_from_every_reader()
    {
        var deck = Deck.Parse("## Put in order\n<!-- card: kind=order id=x\n\n1. a\n2. b\n", new DeckSettings());
        var card = Assert.Single(deck.Cards);

        Assert.Equal(("put-in-order", CardKind.Recall, ""), (card.Id, card.Kind, card.Content.Answer));
    }

    [Fact]
    public void Front_matter_is_told_of_while_it_is_typed()
    {
        const string Text = "\n----\ndeck: D\nid: d\n---" + Card;
        var deck = Deck.Parse(Card, new DeckSettings());
        for (var i = 0; i < Text.Length - Card.Length; i++)
        {
            deck = deck.With(new TextEdit(new TextSpan(i, 0), Text.Substring(i, 1)));
            Assert.Equal(Said(Deck.Parse(deck.Text.ToString(), new DeckSettings())), Said(deck));
        }

        Assert.Equal("bad-front-matter", Assert.Single(deck.Findings).Finding.Rule);

        static IEnumerable<string> Said(Deck deck) => deck.Findings.Select(f => $"{f.Span} {f.Finding.Message}");
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static string Apply(string text, IEnumerable<TextEdit> edits) =>
        edits
            .Reverse()
            .Aggregate(text, (t, e) => t.Remove(e.Span.Start, e.Span.Length).Insert(e.Span.Start, e.NewText));
}
