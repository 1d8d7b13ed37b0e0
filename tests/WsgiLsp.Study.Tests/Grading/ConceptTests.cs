using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Tests.Grading;

public class ConceptTests
{
    [Theory]
    [InlineData("pre-forks", "it pre-forks them", true)]
    [InlineData("pre-forks", "it pre forks them", true)]
    [InlineData("pre-forks", "it preforks them", true)]
    [InlineData("pre-forks", "they PRE-FORK them", true)]
    [InlineData("pre fork", "it preforks", true)]
    [InlineData("prefork", "it pre-forks", true)]
    [InlineData("pre-forks", "it forks", false)]
    [InlineData("worker processes", "each worker process", true)]
    [InlineData("worker processes", "processes of a worker", true)]
    [InlineData("worker", "coworkers", false)]
    [InlineData("status", "statu", false)]
    [InlineData("class", "clas", false)]
    [InlineData("app:app", "run gunicorn app:app", true)]
    [InlineData("WSGI", "wsgi.", true)]
    [InlineData("%", "100 %", false)]
    [InlineData("café", "in a cafe\u0301 here", true)]
    [InlineData("cafe\u0301s", "in a café here", true)]
    [InlineData("naïve", "a naive one", true)]
    [InlineData("Straße", "die Strasse", true)]
    [InlineData("cafe", "a caf or e\u0301", false)]
    [InlineData("हिन्दी", "यह हिन्दी है", true)]
    [InlineData("हिन्दी", "यह हिन दी है", false)]
    [InlineData("word", "", false)]
    public void A_term_is_found_as_a_sequence_of_words(string term, string text, bool found) =>
        Assert.Equal(
            found,
            Found(
                text,
                [
                    [term],
                ]
            )
        );

    [Theory]
    [InlineData("the master pre-forks", true)]
    [InlineData("an arbiter forks workers", true)]
    [InlineData("the master waits", false)]
    public void Every_term_is_needed_and_any_alternative_serves(string text, bool found) =>
        Assert.Equal(
            found,
            Found(
                text,
                [
                    ["master", "arbiter"],
                    ["pre-forks", "forks"],
                ]
            )
        );

    [Fact]
    public void One_wording_is_enough()
    {
        var concept = new Concept(
            "**none**",
            [
                new ConceptWording(
                    "**none**",
                    [
                        ["none"],
                    ]
                ),
                new ConceptWording(
                    "several **at once**",
                    [
                        ["at once"],
                    ]
                ),
            ]
        );

        Assert.Equal(1, Examine("they run at once", concept).Found);
    }

    [Theory]
    [InlineData("it listens for the HTTP requests", true)]
    [InlineData("it listens", false)]
    public void Without_bold_all_content_words_are_needed(string text, bool found) =>
        Assert.Equal(found, Examine(text, TestCards.Concept("It listens for requests", [])).Found == 1);

    [Theory]
    [InlineData(
        "First of all, the master process pre-forks all the workers. Then more",
        "all, the master process pre-forks all the"
    )]
    [InlineData(
        "a master that\nsits, and only then at last pre-forks it all",
        "a master that … at last pre-forks it all"
    )]
    [InlineData("master pre-forks", "master pre-forks")]
    [InlineData("pre-forks it does. The master does", "pre-forks it does. The master does")]
    public void What_is_found_is_quoted_with_its_neighbours(string text, string quote) =>
        Assert.Equal(
            quote,
            Examine(
                text,
                TestCards.Concept(
                    "",
                    [
                        ["master"],
                        ["pre-forks"],
                    ]
                )
            )
                .Automatic[0]
                .Quote
        );

    [Fact]
    public void Corrections_leave_what_the_machine_found()
    {
        var report = Examine(
                "nothing",
                TestCards.Concept(
                    "",
                    [
                        ["master"],
                    ]
                )
            )
            .With(0, said: true);
        var answer = ExplainGrading.SelfGrade(Grade.Good, report, "nothing", default);

        Assert.Equal([ConceptVerdict.Missing], answer.AutomaticConcepts);
        Assert.Equal([ConceptVerdict.Found], answer.FinalConcepts);
        Assert.True(answer.Correct);
    }

    private static bool Found(string text, ImmutableArray<ImmutableArray<string>> terms) =>
        Examine(text, TestCards.Concept("", terms)).Found == 1;

    private static ConceptReport Examine(string text, params ImmutableArray<Concept> concepts) =>
        ExplainGrading.Examine(
            TestCards.Make(
                "explain",
                new ExplainContent
                {
                    Prompt = "",
                    Title = "",
                    Concepts = concepts,
                }
            ),
            text,
            KnownWords.None
        );
}
