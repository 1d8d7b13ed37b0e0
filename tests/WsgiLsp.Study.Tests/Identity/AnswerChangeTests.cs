using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Identity;

namespace WsgiLsp.Study.Tests.Identity;

public class AnswerChangeTests
{
    [Theory]
    [InlineData("Recall", "It forwards requests to workers.", "It forwards request to workers.", false)]
    [InlineData("Recall", "It forwards requests to workers.", "It passes requests to workers.", false)]
    [InlineData("Recall", "It forwards requests to workers.", "It compresses responses for clients.", true)]
    [InlineData("Recall", "worker → worker → worker → worker", "workers → workers → workers → workers", false)]
    [InlineData("Recall", "worker → worker → worker → worker", "workers → clients → clients → clients", true)]
    [InlineData("Recall", "Short.", "Short. And then a long explanation of all that follows.", true)]
    [InlineData("Recall", "Gunicron", "Gunicorn", false)]
    [InlineData("Recall", "implicit", "explicit", true)]
    [InlineData("Recall", "Port 80 by default.", "Port 8080 by default.", true)]
    [InlineData("Recall", "At most 1,000 requests.", "At most 1000 requests.", false)]
    [InlineData("Recall", "It takes two arguments.", "It takes three arguments.", true)]
    [InlineData("Recall", "It takes two arguments.", "It takes 2 arguments.", false)]
    [InlineData("Recall", "1. First\n2. Second", "- First\n- Second", false)]
    [InlineData("Recall", "The server is secure.", "The server is not secure.", true)]
    [InlineData("Recall", "It isn't secure at all.", "It is secure at all.", true)]
    [InlineData("Recall", "Not only is it fast, it is also safe.", "It is fast, and it is also safe.", false)]
    [InlineData("Recall", "`a == b` is compared here", "`a != b` is compared here", true)]
    [InlineData("Recall", "開いた接続を保持する", "開いた接続を拒否しない方法", true)]
    [InlineData("Recall", "Der Server ist sicher.", "Der Server ist nicht sicher.", true)]
    [InlineData("Recall", "→", "←", true)]
    [InlineData("Typed", "HTTP", "HTTPS", true)]
    public void Another_answer_is_told_from_other_words_for_the_same(
        string kind,
        string before,
        string after,
        bool isChange
    ) => Assert.Equal(isChange ? before : null, AnswerChange.Former(Make(kind, before), Make(kind, after)));

    [Fact]
    public void Another_key_is_another_answer_and_a_reworded_one_is_not()
    {
        var seen = Make("Choice", "The master process") with { Distractors = ["A worker", "The proxy"] };

        Assert.NotNull(
            AnswerChange.Former(seen, seen with { Answer = ["A worker"], Distractors = ["The master process"] })
        );
        Assert.Null(AnswerChange.Former(seen, seen with { Answer = ["The master process."] }));
        Assert.Null(AnswerChange.Former(seen, seen with { Distractors = ["A client"] }));
    }

    [Fact]
    public void The_order_of_keys_is_no_change_and_a_further_key_is_one()
    {
        var seen = Make("Multi", "GET", "POST");

        Assert.Null(AnswerChange.Former(seen, seen with { Answer = ["POST", "GET"] }));
        Assert.NotNull(AnswerChange.Former(seen, seen with { Answer = ["GET", "POST", "PUT"] }));
    }

    [Fact]
    public void A_statement_is_learned_with_its_truth()
    {
        var seen = Make("TrueFalse", "true") with { Prompt = "WSGI is a calling convention for servers" };

        Assert.NotNull(AnswerChange.Former(seen, seen with { Answer = ["false"] }));
        Assert.NotNull(
            AnswerChange.Former(seen, seen with { Prompt = "WSGI is not a calling convention for servers" })
        );
        Assert.Null(AnswerChange.Former(seen, seen with { Prompt = "WSGI is a calling convention of servers" }));
    }

    private static SeenItem Make(string kind, params string[] answer) =>
        new()
        {
            DeckId = "deck",
            CardId = "card",
            Kind = Enum.Parse<CardKind>(kind),
            Prompt = "What is it?",
            Answer = [.. answer],
        };
}
