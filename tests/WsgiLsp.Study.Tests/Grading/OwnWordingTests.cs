using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Tests.Grading;

public class OwnWordingTests
{
    private static readonly Card Serving = TestCards.ById["serving"];

    /// <summary>Concepts: 0 the master pre-forks, 1 worker processes load the app, 2 WSGI, 3 in parallel.</summary>
    [Theory]
    [InlineData(3, "They run side by side.", "They run side by side")]
    [InlineData(3, "The master pre-forks them. And they run side by side.", "they run side by side")]
    [InlineData(3, "The master pre-forks them, but the requests run side by side", "the requests run side by side")]
    [InlineData(
        0,
        "One parent forks all of them early. Each handles its own users.",
        "One parent forks all of them early"
    )]
    [InlineData(0, "One parent starts them. Each handles its own users in a loop that never comes to an end.", null)]
    [InlineData(0, "A boss starts all workers first, with `fork`", "A boss starts all workers first, with `fork`")]
    [InlineData(3, "Requests run in parallel", null)]
    [InlineData(0, "There is a master", null)]
    [InlineData(3, "", null)]
    [InlineData(3, "Gunicorn serves many users at once", null)]
    [InlineData(9, "They run side by side.", null)]
    public void It_is_the_piece_that_comes_nearest(int concept, string answer, string? expected) =>
        Assert.Equal(expected, OwnWording.Of(Serving, concept, answer));

    [Fact]
    public void It_is_short_however_long_the_answer_is()
    {
        var answer =
            "In the beginning there is nothing at all to be seen by anyone who looks at the processes of the machine, "
            + "until requests run beside each other on it";

        var wording = OwnWording.Of(Serving, 3, answer)!;

        Assert.Equal("until requests run beside each other on it", wording);
    }

    [Fact]
    public void With_it_the_answer_is_found()
    {
        const string Answer = "The master pre-forks them. And they run side by side.";
        var content = (ExplainContent)Serving.Content;
        var concept = content.Concepts[3];
        var wording = new ConceptWording(OwnWording.Of(Serving, 3, Answer)!, []);
        var card = Serving with
        {
            Content = content with
            {
                Concepts = content.Concepts.SetItem(3, concept with { Wordings = concept.Wordings.Add(wording) }),
            },
        };

        Assert.Equal(ConceptVerdict.Missing, ExplainGrading.Examine(Serving, Answer, KnownWords.None).Final[3]);
        Assert.Equal(ConceptVerdict.Found, ExplainGrading.Examine(card, Answer, KnownWords.None).Final[3]);
        Assert.Null(OwnWording.Of(card, 3, Answer));
    }

    [Fact]
    public void A_wording_that_is_added_makes_no_other_answer_of_a_card()
    {
        var content = (ExplainContent)Serving.Content;
        var concept = content.Concepts[0];
        var now = Serving with
        {
            Content = content with
            {
                Concepts = content.Concepts.SetItem(
                    0,
                    concept with
                    {
                        Wordings = concept.Wordings.Add(new ConceptWording("not 3 of 4", [])),
                    }
                ),
            },
        };

        Assert.Equal(AnswerFingerprint.Of(content), AnswerFingerprint.Of(now.Content));
        Assert.Equal(Study.Identity.SeenItem.Of(Serving, "").ToJson(), Study.Identity.SeenItem.Of(now, "").ToJson());
    }
}
