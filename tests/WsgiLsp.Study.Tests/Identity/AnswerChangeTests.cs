using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Identity;

namespace WsgiLsp.Study.Tests.Identity;

public class AnswerChangeTests
{
    [Theory]
    [InlineData("Recall", "It forwards requests to workers.", "It forwards request to workers.", null)]
    [InlineData("Recall", "It forwards requests to workers.", "It passes requests to workers.", null)]
    [InlineData("Recall", "It forwards requests to workers.", "It compresses responses for clients.", "Words")]
    [InlineData("Recall", "worker → worker → worker → worker", "workers → workers → workers → workers", null)]
    [InlineData("Recall", "worker → worker → worker → worker", "workers → clients → clients → clients", "Words")]
    [InlineData("Recall", "Short.", "Short. And then a long explanation of all that follows.", "Words")]
    [InlineData("Recall", "Gunicron", "Gunicorn", null)]
    [InlineData("Recall", "implicit", "explicit", "Words")]
    [InlineData("Recall", "Port 80 by default.", "Port 8080 by default.", "Number")]
    [InlineData("Recall", "At most 1,000 requests.", "At most 1000 requests.", null)]
    [InlineData("Recall", "It takes two arguments.", "It takes three arguments.", "Number")]
    [InlineData("Recall", "It takes two arguments.", "It takes 2 arguments.", null)]
    [InlineData("Recall", "1. First\n2. Second", "- First\n- Second", null)]
    [InlineData("Recall", "The server is secure.", "The server is not secure.", "Negation")]
    [InlineData("Recall", "It isn't secure at all.", "It is secure at all.", "Negation")]
    [InlineData("Recall", "Not only is it fast, it is also safe.", "It is fast, and it is also safe.", null)]
    [InlineData("Recall", "`a == b` is compared here", "`a != b` is compared here", "Negation")]
    [InlineData("Recall", "開いた接続を保持する", "開いた接続を拒否しない方法", "Words")]
    [InlineData("Recall", "Der Server ist sicher.", "Der Server ist nicht sicher.", "Negation")]
    [InlineData("Recall", "→", "←", "Words")]
    [InlineData("Typed", "HTTP", "HTTPS", "Words")]
    public void Another_answer_is_told_from_other_words_for_the_same(
        string kind,
        string before,
        string after,
        string? reason
    )
    {
        var change = AnswerChange.Of(Make(kind, before), Make(kind, after));

        Assert.Equal(reason, change?.Reason.ToString());
        if (change is not null)
        {
            Assert.Equal((before, after), (change.Old, change.New));
        }
    }

    [Fact]
    public void Another_key_is_another_answer_and_a_reworded_one_is_not()
    {
        var seen = Make("Choice", "The master process") with { Distractors = ["A worker", "The proxy"] };

        Assert.Equal(
            AnswerChangeReason.Key,
            AnswerChange.Of(seen, seen with { Answer = ["A worker"], Distractors = ["The master process"] })?.Reason
        );
        Assert.Null(AnswerChange.Of(seen, seen with { Answer = ["The master process."] }));
        Assert.Null(AnswerChange.Of(seen, seen with { Distractors = ["A client"] }));
    }

    [Fact]
    public void The_order_of_keys_is_no_change_and_a_further_key_is_one()
    {
        var seen = Make("Multi", "GET", "POST");

        Assert.Null(AnswerChange.Of(seen, seen with { Answer = ["POST", "GET"] }));
        Assert.Equal(
            AnswerChangeReason.Key,
            AnswerChange.Of(seen, seen with { Answer = ["GET", "POST", "PUT"] })?.Reason
        );
    }

    [Fact]
    public void A_statement_is_learned_with_its_truth()
    {
        var seen = Make("TrueFalse", "true") with { Prompt = "WSGI is a calling convention for servers" };

        Assert.Equal(AnswerChangeReason.Key, AnswerChange.Of(seen, seen with { Answer = ["false"] })?.Reason);
        Assert.Equal(
            AnswerChangeReason.Negation,
            AnswerChange.Of(seen, seen with { Prompt = "WSGI is not a calling convention for servers" })?.Reason
        );
        Assert.Null(AnswerChange.Of(seen, seen with { Prompt = "WSGI is a calling convention of servers" }));
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
