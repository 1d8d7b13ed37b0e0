using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Tests.Grading;

public class TypedGradingTests
{
    private static readonly KnownWords Known = TestCards.WordsOf("A thread is no threat; sockets, and a Café.");

    [Theory]
    // Letter by letter; only white space and the form of accents do not matter.
    [InlineData("exact", "git commit", " git   commit ", AnswerVerdict.Right)]
    [InlineData("exact", "café", "cafe\u0301", AnswerVerdict.Right)]
    [InlineData("exact", "café", "cafe", AnswerVerdict.Wrong)]
    [InlineData("exact", "None", "none", AnswerVerdict.Wrong)]
    [InlineData("exact", "encapsulation", "encapsulatoin", AnswerVerdict.Wrong)]
    [InlineData("exact", "-w", "`-w`", AnswerVerdict.Right)]
    [InlineData("exact", "`x`", "`x`", AnswerVerdict.Right)]
    // Case, accents and the shapes of quotes and dashes do not matter.
    [InlineData("ci", "Café", "CAFE", AnswerVerdict.Right)]
    [InlineData("ci", "Straße", "STRASSE", AnswerVerdict.Right)]
    [InlineData("ci", "don’t", "Don't", AnswerVerdict.Right)]
    [InlineData("ci", "pre–fork", "pre-fork", AnswerVerdict.Right)]
    [InlineData("ci", "the master process", "The master process.", AnswerVerdict.Right)]
    [InlineData("ci", "cd ..", "cd .", AnswerVerdict.Wrong)]
    [InlineData("ci", "arbiter", "", AnswerVerdict.Wrong)]
    [InlineData("ci", "GetElementById", "getelementbyid", AnswerVerdict.Right)]
    // Typos.
    [InlineData("ci", "gunicorn", "guniocrn", AnswerVerdict.Almost)]
    [InlineData("ci", "gunicorn", "gunicon", AnswerVerdict.Almost)]
    [InlineData("ci", "gunicorn", "gunnicorn", AnswerVerdict.Almost)]
    [InlineData("ci", "gunicorn", "ginucorn", AnswerVerdict.Wrong)]
    [InlineData("ci", "gunicorn", "ugnicorn", AnswerVerdict.Wrong)]
    [InlineData("ci", "worker", "wroker", AnswerVerdict.Wrong)]
    [InlineData("ci", "worker", "woker", AnswerVerdict.Almost)]
    [InlineData("ci", "fork", "frok", AnswerVerdict.Wrong)]
    [InlineData("ci", "queue", "quene", AnswerVerdict.Wrong)]
    [InlineData("ci", "encapsulation", "encapsualtoin", AnswerVerdict.Almost)]
    [InlineData("ci", "encapsulation", "encpsultion", AnswerVerdict.Almost)]
    [InlineData("ci", "encapsulation", "encpsultin", AnswerVerdict.Wrong)]
    [InlineData("ci", "master process", "mastre proces", AnswerVerdict.Almost)]
    [InlineData("ci", "master process", "master", AnswerVerdict.Wrong)]
    [InlineData("ci", "master process", "process master", AnswerVerdict.Wrong)]
    [InlineData("ci", "pre-fork", "prefork", AnswerVerdict.Almost)]
    [InlineData("ci", "pre-fork", "pre fork", AnswerVerdict.Almost)]
    [InlineData("ci", "hostname", "host name", AnswerVerdict.Almost)]
    [InlineData("ci", "asynchronous", "a synchronous", AnswerVerdict.Wrong)]
    [InlineData("ci", "master, then workers", "master then workers", AnswerVerdict.Almost)]
    [InlineData("ci", "arbiter (the master)", "arbitre, the master", AnswerVerdict.Almost)]
    [InlineData("ci", "n! steps", "n steps", AnswerVerdict.Wrong)]
    [InlineData("ci", ",", ";", AnswerVerdict.Wrong)]
    // Other words.
    [InlineData("ci", "threads", "threat", AnswerVerdict.Wrong)]
    [InlineData("ci", "sockets", "socket", AnswerVerdict.Almost)]
    [InlineData("ci", "socket", "sockets", AnswerVerdict.Wrong)]
    [InlineData("ci", "cafés, all", "cafe; all", AnswerVerdict.Wrong)]
    [InlineData("ci", "implicit", "explicit", AnswerVerdict.Wrong)]
    [InlineData("ci", "encryption", "decryption", AnswerVerdict.Wrong)]
    [InlineData("ci", "contents", "contexts", AnswerVerdict.Wrong)]
    [InlineData("ci", "representation", "rerepresentation", AnswerVerdict.Wrong)]
    // Numbers, units, code and abbreviations are right or wrong.
    [InlineData("ci", "version 12", "version 13", AnswerVerdict.Wrong)]
    [InlineData("ci", "utf-8 encoded", "utf-16 encoded", AnswerVerdict.Wrong)]
    [InlineData("ci", "about 30 seconds", "about 30 seconsd", AnswerVerdict.Wrong)]
    [InlineData("ci", "some 30 workers", "some 30 wokers", AnswerVerdict.Wrong)]
    [InlineData("ci", "milliseconds", "milisecconds", AnswerVerdict.Wrong)]
    [InlineData("ci", "megabytes", "megabites", AnswerVerdict.Wrong)]
    [InlineData("ci", "--worker-class", "--worker-clas", AnswerVerdict.Wrong)]
    [InlineData("ci", "app.config", "app.confog", AnswerVerdict.Wrong)]
    [InlineData("ci", "useEffect", "useEfect", AnswerVerdict.Wrong)]
    [InlineData("ci", "SIGTERM", "sigtrem", AnswerVerdict.Wrong)]
    [InlineData("ci", "SIGTERM", "sigterm", AnswerVerdict.Right)]
    // Numbers.
    [InlineData("number", "1000", "1,000", AnswerVerdict.Right)]
    [InlineData("number", "3.10", "3.1", AnswerVerdict.Right)]
    [InlineData("number", "1000000", "100000", AnswerVerdict.Wrong)]
    [InlineData("number", "1000", "thousand", AnswerVerdict.Wrong)]
    [InlineData("number", "four", "Four", AnswerVerdict.Right)]
    [InlineData("number", "fourteen", "forteen", AnswerVerdict.Wrong)]
    // Without a word of the author, by its look.
    [InlineData(null, "1000", "1,000", AnswerVerdict.Right)]
    [InlineData(null, "3.10", "3.1", AnswerVerdict.Wrong)]
    [InlineData(null, "007", "7", AnswerVerdict.Wrong)]
    [InlineData(null, "10 ms", "10ms", AnswerVerdict.Right)]
    [InlineData(null, "DELETE", "delete", AnswerVerdict.Right)]
    [InlineData(null, "JavaScript", "javascript", AnswerVerdict.Right)]
    [InlineData(null, "TCP/IP", "tcp/ip", AnswerVerdict.Right)]
    [InlineData(null, "gunicorn -w 4", "gunicorn -W 4", AnswerVerdict.Wrong)]
    [InlineData(null, "app:app", "App:app", AnswerVerdict.Wrong)]
    [InlineData(null, "print(x)", "Print(x)", AnswerVerdict.Wrong)]
    [InlineData(null, "max_requests", "max_request", AnswerVerdict.Wrong)]
    [InlineData(null, "arbiter", "arbitre", AnswerVerdict.Almost)]
    [InlineData(null, "e.g. this", "E.G. THIS", AnswerVerdict.Right)]
    public void A_line_is_right_almost_or_wrong(string? match, string accepted, string line, AnswerVerdict verdict) =>
        Assert.Equal(verdict, Examine(match, line, accepted).Verdict);

    [Theory]
    [InlineData("four", "4", AnswerVerdict.Right, "four")]
    [InlineData("4", "four", AnswerVerdict.Right, "4")]
    [InlineData("arbitre", "master|arbiter", AnswerVerdict.Almost, "arbiter")]
    [InlineData("mastr", "arbiter|master|masters", AnswerVerdict.Almost, "master")]
    [InlineData("nonsense", "arbiter|sense", AnswerVerdict.Wrong, "sense")]
    public void The_nearest_of_several_answers_counts(
        string line,
        string accepted,
        AnswerVerdict verdict,
        string nearest
    )
    {
        var finding = Examine(null, line, [.. accepted.Split('|'), line == "four" ? "four" : "4"]);

        Assert.Equal((line, verdict, nearest), (finding.Given, finding.Verdict, finding.Nearest));
    }

    [Fact]
    public void A_tolerance_makes_a_number_of_whatever_reads_as_one()
    {
        var comparison = new AnswerComparison(null, 0.2, KnownWords.None);

        Assert.Equal(AnswerVerdict.Right, TypedGrading.Examine(Content("3.10"), "3.2", comparison).Verdict);
        Assert.Equal(AnswerVerdict.Wrong, TypedGrading.Examine(Content("3.10"), "3.4", comparison).Verdict);
    }

    [Fact]
    public void A_card_says_how_it_is_compared()
    {
        var card = TestCards.Make("typed", Content("GET")) with { Match = TypedMatch.Exact, Tolerance = 2 };

        Assert.Equal(new AnswerComparison(TypedMatch.Exact, 2, Known), AnswerComparison.For(card, Known));
    }

    [Theory]
    [InlineData(AnswerVerdict.Right, 0, null, Grade.Good, true)]
    [InlineData(AnswerVerdict.Right, 0, Certainty.Guess, Grade.Again, true)]
    [InlineData(AnswerVerdict.Right, 1, null, Grade.Hard, true)]
    [InlineData(AnswerVerdict.Right, 2, null, Grade.Again, true)]
    [InlineData(AnswerVerdict.Almost, 0, null, Grade.Hard, true)]
    [InlineData(AnswerVerdict.Almost, 0, Certainty.Sure, Grade.Hard, true)]
    [InlineData(AnswerVerdict.Almost, 1, null, Grade.Hard, true)]
    [InlineData(AnswerVerdict.Almost, 2, null, Grade.Again, true)]
    [InlineData(AnswerVerdict.Wrong, 0, Certainty.Sure, Grade.Again, false)]
    public void A_finding_is_graded(AnswerVerdict verdict, int hints, Certainty? certainty, Grade grade, bool correct)
    {
        var answer = TypedGrading.Grade(new AnswerFinding("given", verdict, "given"), new AnswerHelp(hints, certainty));

        Assert.Equal((grade, correct, "given"), (answer.Grade, answer.Correct, answer.Given));
    }

    private static AnswerFinding Examine(string? match, string line, params string[] accepted) =>
        TypedGrading.Examine(
            Content(accepted),
            line,
            new AnswerComparison(match is null ? null : Vocabulary.Match(match), null, Known)
        );

    private static TypedContent Content(params string[] accepted) =>
        new()
        {
            Prompt = "p",
            Title = "p",
            Accepted = [.. accepted],
            Body = "",
        };
}
