using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Identity;

namespace WsgiLsp.Study.Tests.Identity;

public class SeenItemTests
{
    private const string Text = """
        ---
        id: http
        ---

        # HTTP

        ## Basics

        ### What is a {{header::a part}}?

        A {{c1::line}} of the request. Also a {{c1::line}} of the answer.

        ### Which port?
        <!-- card: id=port kind=typed -->

        `80` or `eighty`

        ### What means TLS?
        <!-- card: reverse=true -->

        Transport Layer Security

        ### Which is a method?

        - [ ] SEND
        - [x] POST
        - [x] GET

        ### HTTP has no state

        True. Each request stands alone.
        """;

    private static IEnumerable<SeenItem> Items => Deck.Parse(Text, new DeckSettings()).Cards.SelectMany(SeenItem.AllOf);

    [Theory]
    [InlineData("http/what-is-a-/header", "Cloze", "What is a [a part]?", "header")]
    [InlineData("http/what-is-a-/c1", "Cloze", "What is a header?", "line")]
    [InlineData("http/port", "Typed", "Which port?", "80|eighty")]
    [InlineData("http/what-means-tls", "Recall", "What means TLS?", "Transport Layer Security")]
    [InlineData("http/what-means-tls/reverse", "Recall", "Transport Layer Security", "What means TLS?")]
    [InlineData("http/which-is-a-method", "Multi", "Which is a method?", "POST|GET")]
    [InlineData("http/http-has-no-state", "TrueFalse", "HTTP has no state", "true")]
    public void An_item_is_what_is_asked_and_what_is_answered(string key, string kind, string prompt, string answer)
    {
        var item = Assert.Single(
            Items,
            one => one.Key == key || one.Key == key.Replace("a-/", "a/", StringComparison.Ordinal)
        );

        Assert.Equal(kind, item.Kind.ToString());
        Assert.StartsWith(prompt, item.Prompt, StringComparison.Ordinal);
        Assert.Equal(answer.Split('|'), item.Answer);
        Assert.Equal(["Basics"], item.Path);
    }

    [Fact]
    public void Only_an_id_of_the_author_is_explicit() =>
        Assert.Equal(["http/port"], Items.Where(item => item.HasExplicitId).Select(item => item.Key));

    [Fact]
    public void Wrong_options_are_kept_beside_the_keys() =>
        Assert.Equal(["SEND"], Items.Single(item => item.Kind == CardKind.Multi).Distractors);

    [Fact]
    public void An_item_is_read_back_as_it_was_written()
    {
        foreach (var item in Items)
        {
            var read = SeenItem.Read(item.ToJson());

            Assert.NotNull(read);
            Assert.True(item.Equals(read));
            Assert.Equal(item.Fingerprint, read.Fingerprint);
            Assert.False(item.Equals(read with { Prompt = read.Prompt + " " }));
            Assert.False(item.Equals(read with { Path = ["Elsewhere"] }));
            Assert.NotEqual(item.Fingerprint, (read with { Prompt = "Another" }).Fingerprint);
        }
    }

    [Fact]
    public void What_a_later_release_adds_is_passed_over()
    {
        var read = SeenItem.Read(
            """{"deck":"a","card":"b","kind":"recall","prompt":"P?","answer":["x",null],"colour":{"x":[1]}}"""
        );

        Assert.Equal("a/b", read?.Key);
        Assert.Equal(["x"], read!.Answer);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("{\"deck\":1}")]
    [InlineData("{\"deck\":\"a\",\"card\":\"b\",\"kind\":\"song\",\"prompt\":\"P?\"}")]
    [InlineData("{\"deck\":\"a\",\"card\":\"b\",\"kind\":\"recall\",\"prompt\":\"P?\",\"answer\":\"x\"}")]
    [InlineData("{\"deck\":\"a\"")]
    public void Bad_text_is_no_item(string json) => Assert.Null(SeenItem.Read(json));

    [Fact]
    public void Place_and_white_space_do_not_change_the_fingerprint()
    {
        var item = Make("What is  it?", "An\nanswer");

        Assert.Equal(
            item.Fingerprint,
            (Make("What is it?", "An answer") with { DeckId = "other", CardId = "x" }).Fingerprint
        );
        Assert.NotEqual(item.Fingerprint, Make("What is it?", "An Answer").Fingerprint);
        Assert.NotEqual(item.Fingerprint, Make("What was it?", "An answer").Fingerprint);
        Assert.Matches("^[0-9a-f]{16}$", item.Fingerprint);
    }

    [Fact]
    public void Keys_of_a_multi_card_have_no_order_and_steps_have()
    {
        Assert.Equal(
            (Make("P", "a", "b") with { Kind = CardKind.Multi }).Fingerprint,
            (Make("P", "b", "a") with { Kind = CardKind.Multi }).Fingerprint
        );
        Assert.NotEqual(
            (Make("P", "a", "b") with { Kind = CardKind.Order }).Fingerprint,
            (Make("P", "b", "a") with { Kind = CardKind.Order }).Fingerprint
        );
    }

    private static SeenItem Make(string prompt, params string[] answer) =>
        new()
        {
            DeckId = "deck",
            CardId = "card",
            Kind = CardKind.Recall,
            Prompt = prompt,
            Answer = [.. answer],
        };
}
