using FsCheck;
using FsCheck.Fluent;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Tests.Grading.Explain;

/// <summary>Each rule by which a concept is found, perhaps found, or missed.</summary>
public class VerdictTests
{
    public static TheoryData<string, string> Pairs { get; } = [.. ConfusablePairs.All];

    [Theory]
    // Stems, irregular forms, synonyms, numbers.
    [InlineData("It **allocates** memory", "the allocation of memory", ConceptVerdict.Found)]
    [InlineData("It **keeps** a copy", "a copy is kept", ConceptVerdict.Found)]
    [InlineData("Requests run **at once**", "requests run at once", ConceptVerdict.Found)]
    [InlineData("It **begins** early", "it starts early", ConceptVerdict.Found)]
    [InlineData("It takes **1,000** steps", "it takes 1000 steps", ConceptVerdict.Found)]
    [InlineData("There are **two** copies", "there are 2 copies", ConceptVerdict.Found)]
    [InlineData("It needs **100 °C**", "it needs 100°C", ConceptVerdict.Found)]
    [InlineData("It runs `x` with **app:app**", "it runs with app:app", ConceptVerdict.Found)]
    [InlineData("It runs `x` with **app:app**", "it runs with app app", ConceptVerdict.Missing)]
    // Of three words or more two thirds are enough; of two both are needed.
    [InlineData("It is a **finite state machine**", "it is a state machine", ConceptVerdict.Found)]
    [InlineData("It is a **state machine**", "it is a machine", ConceptVerdict.Missing)]
    // A window of twelve words.
    [InlineData("**alpha** **omega**", "alpha is in the one that it can be of as omega", ConceptVerdict.Found)]
    [InlineData("**alpha** **omega**", "alpha is in the one that it can be of or as omega", ConceptVerdict.Missing)]
    // Negations, on both sides or on one.
    [InlineData("It never **blocks**", "it does not block", ConceptVerdict.Found)]
    [InlineData("It **blocks**", "it doesn't block", ConceptVerdict.Perhaps)]
    [InlineData("It never **blocks**", "it blocks", ConceptVerdict.Perhaps)]
    [InlineData("It **blocks**", "it not only blocks", ConceptVerdict.Found)]
    [InlineData("It **blocks**", "it no longer blocks", ConceptVerdict.Perhaps)]
    [InlineData("It **blocks**", "it waits instead of blocking", ConceptVerdict.Perhaps)]
    [InlineData("It **blocks**", "it is not the one above, it blocks", ConceptVerdict.Found)]
    // What is negated in several words, or says the opposite of a word, is not what the wording says.
    [InlineData("It **blocks** the caller", "it does not block the caller", ConceptVerdict.Missing)]
    [InlineData("Each **write** gets slower", "each write gets faster", ConceptVerdict.Missing)]
    [InlineData("Each **write** gets slower", "each write does not get faster", ConceptVerdict.Perhaps)]
    [InlineData(
        "It **acts** against bacteria, not viruses",
        "it acts against viruses, not bacteria",
        ConceptVerdict.Missing
    )]
    [InlineData("It **releases** sugar", "it prevents the release of sugar", ConceptVerdict.Missing)]
    [InlineData("It **releases** sugar", "it does nothing but release sugar", ConceptVerdict.Found)]
    // Typos: sure only where another word of the wording stands there.
    [InlineData("**concurrently**", "it is done concurently", ConceptVerdict.Perhaps)]
    [InlineData("Requests run **concurrently**", "requests run concurently", ConceptVerdict.Found)]
    // Who does what.
    [InlineData("The **server** sets the **cookie**", "the cookie is set by the server", ConceptVerdict.Found)]
    [InlineData("The **server** sets the **cookie**", "the cookie sets the server", ConceptVerdict.Missing)]
    // A question states nothing, and words in a row neither.
    [InlineData("It **blocks**", "does it block?", ConceptVerdict.Missing)]
    [InlineData(
        "It **blocks** the **thread**",
        "block, thread, process, lock, wait, queue, core, time",
        ConceptVerdict.Missing
    )]
    [InlineData(
        "The **master** starts the **workers**",
        "Important are the master, the start and the workers. That is what it is.",
        ConceptVerdict.Missing
    )]
    public void A_rule_gives_a_verdict(string concept, string answer, ConceptVerdict verdict) =>
        Assert.Equal(verdict, Examine(CardOf("Explain it", concept), answer).Automatic[0].Verdict);

    [Theory]
    [InlineData("Explain what a worker does", "It is a **worker**", "it is a worker", ConceptVerdict.Missing)]
    [InlineData("Explain what a worker does", "The **worker pool** grows", "the pool grows", ConceptVerdict.Found)]
    [InlineData("Explain what a worker does", "The **worker** **forks**", "the worker forks", ConceptVerdict.Found)]
    public void Words_of_the_question_earn_nothing(
        string question,
        string concept,
        string answer,
        ConceptVerdict verdict
    ) => Assert.Equal(verdict, Examine(CardOf(question, concept), answer).Automatic[0].Verdict);

    /// <summary>What is nearly a concept's own words is found, whatever else its sentence says.</summary>
    [Theory]
    [InlineData(
        "A server accepts HTTP requests from the network and calls the app through a standard interface",
        "++-"
    )]
    [InlineData("It accepts HTTP requests from the network and calls the app, which is only a callable", "+-+")]
    [InlineData("The network accepts HTTP requests from the app", "---")]
    public void A_sentence_may_say_several_concepts(string answer, string signs)
    {
        var card = CardOf(
            "Explain what a WSGI server is",
            "It accepts **HTTP** requests from the network",
            "It calls the app through a standard **interface**",
            "The app itself is only a **callable**"
        );

        var findings = Examine(card, answer).Automatic;
        Assert.Equal(signs, string.Concat(findings.Select(one => one.Verdict == ConceptVerdict.Found ? '+' : '-')));
    }

    [Fact]
    public void Other_languages_have_no_stems_and_no_negations()
    {
        var card = CardOf("Erkläre es", "Er **arbeitet**") with { IsForeignLanguage = true };

        Assert.Equal(ConceptVerdict.Found, Examine(card, "not arbeitet").Automatic[0].Verdict);
        Assert.Equal(ConceptVerdict.Missing, Examine(card, "gearbeitet").Automatic[0].Verdict);
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Neither_word_of_a_pair_is_taken_for_the_other(string first, string second)
    {
        // A pair may share its stem, or the opposite of a synonym; what is judged here is the typo.
        Assert.NotEqual(
            ConceptVerdict.Perhaps,
            Examine(CardOf("Explain", $"**{first}**"), second).Automatic[0].Verdict
        );
        Assert.NotEqual(
            ConceptVerdict.Perhaps,
            Examine(CardOf("Explain", $"**{second}**"), first).Automatic[0].Verdict
        );
    }

    [Fact]
    public void What_is_perhaps_counts_as_missing_until_it_is_confirmed()
    {
        var report = Examine(CardOf("Explain it", "It **blocks**"), "it does not block");

        Assert.Equal((0, "does not block"), (report.Found, report.Automatic[0].Quote));
        Assert.Equal(1, report.With(0, said: true).Found);
        Assert.Equal(ConceptVerdict.Missing, report.With(0, said: false).Final[0]);
    }

    [Fact]
    public void Case_and_the_order_of_wordings_do_not_matter() =>
        Prop.ForAll(
                Words.ToArbitrary(),
                answer =>
                {
                    var card = CardOf("Explain it", "It **forks** a **worker**\n>   - It **starts** a **copy**");
                    var turned = CardOf("Explain it", "It **starts** a **copy**\n>   - It **forks** a **worker**");
                    var verdict = Examine(card, answer).Automatic[0].Verdict;
                    return Examine(card, answer.ToUpperInvariant().ToLowerInvariant()).Automatic[0].Verdict == verdict
                        && (Examine(turned, answer).Automatic[0].Verdict == ConceptVerdict.Missing)
                            == (verdict == ConceptVerdict.Missing);
                }
            )
            .Check(GradingProperties.Config);

    [Fact]
    public void A_sentence_more_takes_nothing_away() =>
        Prop.ForAll(
                Words.ToArbitrary(),
                answer =>
                {
                    var card = CardOf("Explain it", "It **forks** a **worker**");
                    return Examine(card, answer).Automatic[0].Verdict != ConceptVerdict.Found
                        || Examine(
                            card,
                            answer + ". I think that the weather is going to be nice in the evening as well."
                        )
                            .Automatic[0]
                            .Verdict == ConceptVerdict.Found;
                }
            )
            .Check(GradingProperties.Config);

    [Theory]
    [InlineData("it forks a worker ")]
    [InlineData("fork ")]
    [InlineData("worker, ")]
    [InlineData("not ")]
    [InlineData("pre-")]
    public void Very_long_answers_are_read_to_their_end(string piece)
    {
        var card = CardOf("Explain it", "It **pre-forks** a **worker** and **never** waits for the **copy**");
        var answer = string.Concat(Enumerable.Repeat(piece, 20_000));

        Assert.Equal(ConceptVerdict.Missing, Examine(card, answer).Automatic[0].Verdict);
    }

    private static readonly Gen<string> Words = Gen.Elements(
            "it",
            "forks",
            "a",
            "worker",
            "not",
            "starts",
            "copy",
            ".",
            ",",
            "the",
            "by",
            "is",
            "and",
            "workers"
        )
        .ArrayOf()
        .Select(words => string.Join(' ', words));

    private static ConceptReport Examine(Card card, string answer) =>
        ExplainGrading.Examine(card, answer, KnownWords.None);

    private static Card CardOf(string question, params IEnumerable<string> concepts) =>
        Deck.Parse(
                $"# Deck\n\n## {question}\n<!-- card: kind=explain -->\n\n> [!IMPORTANT]\n{string.Concat(concepts.Select(one => $"> - {one}\n"))}",
                new DeckSettings { FileName = "a.deck.md" }
            )
            .Cards.Single();
}
