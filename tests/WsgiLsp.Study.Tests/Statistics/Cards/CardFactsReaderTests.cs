using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Statistics.Cards;

namespace WsgiLsp.Study.Tests.Statistics.Cards;

public class CardFactsReaderTests
{
    private const string Explained =
        "## Explain it\n\n> [!IMPORTANT]\n> - It **forks** early\n> - It **shares** memory\n\nIt forks and shares.\n";

    /// <summary>
    /// What happens is a word: <c>1a</c>, on day 1 option a is picked; <c>1+</c> and <c>1-</c>, answered right and wrong
    /// without options; <c>!</c> behind it takes it back, <c>g</c> grades it good; <c>P</c> is a peek, <c>R</c> a reset, <c>F</c>
    /// a fresh start. <c>O</c> and letters, keys as capitals, is what answers are given among from then on; <c>O</c> alone are
    /// answers of an older log, which do not say it.
    /// </summary>
    [Theory]
    [InlineData("Abc", "OAbc 1a 2b 3b 4a", "2/4", "2 2 0")]
    // Once a day; each pick counts.
    [InlineData("Abc", "OAbc 1b 1c 1a 2a", "1/2", "2 1 1")]
    [InlineData("Abc", "OAbc 1b! 1a 2c", "1/2", "1 0 1")]
    [InlineData("Abc", "OAbc P 1a 2b", "0/1", "0 1 0")]
    [InlineData("Abc", "OAbc 1b R 2a", "1/1", "1 0 0")]
    [InlineData("Abc", "OAbc 1b F 2a", "1/1", "1 0 0")]
    [InlineData("Abc", "OAbc 1b! 1c R 2a", "1/1", "1 0 0")]
    [InlineData("Abc", "OAbc 1+ 2- 3b", "1/3", "0 1 0")]
    [InlineData("Abc", "OAbc 1-g 2-", "1/2", "0 0 0")]
    // Options are known by what they say, wherever they stand now.
    [InlineData("bcAd", "OAbcd 1b 2a", "1/2", "1 0 1 0")]
    [InlineData("aBc", "OAbc 1a 1b", "1/1", "1 1 0")]
    [InlineData("Abd", "OAbc 1b 2c", "0/2", "0 1 0")]
    [InlineData("Abd", "OAbc 1b OAbd 2b", "0/2", "0 2 0")]
    // The editor has other options than any that were picked.
    [InlineData("xyZ", "OAbc 1b", "0/1", "0 0 0")]
    // Options that are not there, or not said.
    [InlineData("Abc", "OAbc 1b@7-", "0/1", "0 0 0")]
    [InlineData("Abc", "O 1b 2a", "1/2", "0 0 0")]
    // Several keys.
    [InlineData("ABc", "OABc 1ab 2ac 3b", "1/3", "2 2 1")]
    public void What_is_known_of_a_card_is_what_was_answered_since_it_is_so(
        string options,
        string script,
        string tries,
        string chosen
    )
    {
        var facts = CardFactsReader.Read(CardOf(options), LearnerAnswers.Of(Events(script)))!;
        Assert.Equal(tries, $"{facts.FirstTries.Right}/{facts.FirstTries.Total}");
        Assert.Equal(chosen, string.Join(' ', facts.Options.Select(option => option.Chosen)));
        Assert.Null(facts.Discrimination);
    }

    [Fact]
    public void Nothing_is_known_of_what_was_never_answered() =>
        Assert.Null(CardFactsReader.Read(CardOf("Abc"), LearnerAnswers.Of(Events("OAbc 1b! R"))));

    /// <summary>Each word is an answer: what the machine found of the two concepts, and what counts in the end.</summary>
    [Theory]
    [InlineData("++>++ +->+- -->--", "3 2 0, 3 1 0")]
    // To decide a doubtful verdict corrects nothing.
    [InlineData("?->+- ??>-+", "2 1 0, 2 1 0")]
    [InlineData("+->-+ -+>++", "2 1 2, 2 2 1")]
    // Of a rubric with another number of concepts.
    [InlineData("+++>+++ ++>++", "1 1 0, 1 1 0")]
    public void Concepts_are_counted_by_what_counts_in_the_end(string verdicts, string expected)
    {
        var card = Deck.Parse(Explained, new DeckSettings { FileName = "d.deck.md" }).Cards.Single();
        var answers = verdicts
            .Split(' ')
            .Select(
                (word, day) =>
                    AnswerScript.At(
                        day,
                        0,
                        new ReviewEvent
                        {
                            Kind = ReviewEventKind.Review,
                            Item = card.Key,
                            Grade = Grade.Hard,
                            AnswerFingerprint = AnswerFingerprint.Of(card.Content),
                            AutomaticConcepts = word.Split('>')[0],
                            FinalConcepts = word.Split('>')[1],
                        }
                    )
            );
        var facts = CardFactsReader.Read(card, LearnerAnswers.Of(answers))!;
        Assert.Equal(
            expected,
            string.Join(", ", facts.Concepts.Select(one => $"{one.Answers} {one.Found} {one.Overruled}"))
        );
    }

    [Fact]
    public void The_log_gives_the_histories_of_items_with_what_they_took_over()
    {
        using var folder = new TestFolder();
        using var log = ReviewLog.Open(folder.LogPath, TestClock.At("2026-03-01T12:00:00+00:00"));
        Assert.Empty(log.ReadHistories(["d/new"], events => events.Count));
        foreach (var (item, isRight) in new[] { ("d/old", true), ("d/other", true) })
        {
            log.Append(Answer(item, isRight));
        }

        log.AppendAll([
            new ReviewEvent
            {
                Kind = ReviewEventKind.Attach,
                Item = "d/new",
                Given = "d/old",
            },
        ]);
        log.Append(Answer("d/new", false));
        var counts = log.ReadHistories(["d/new", "d/old", "d/none"], events => events.Count(IsReview));
        Assert.Equal((2, 0, 0), (counts["d/new"], counts["d/old"], counts["d/none"]));
    }

    [Fact]
    public void What_is_read_again_of_a_log_comes_to_what_is_read_of_it_at_once()
    {
        using var folder = new TestFolder();
        using var log = ReviewLog.Open(folder.LogPath, TestClock.At("2026-03-01T12:00:00+00:00"));
        var cards = Deck.Parse("## Q?\n\nA.\n\n## R?\n\nB.\n", new DeckSettings { FileName = "d.deck.md" })
            .Cards.ToList();
        log.Append(Answer("d/q", isRight: true));
        log.Append(Answer("d/r", isRight: true));
        var before = LearnerAnswers.Read(log, cards);
        log.Append(Answer("d/r", isRight: false));
        var now = before.ReadAgain(log, ["d/r"]);
        Assert.Equal([1, 1], cards.Select(card => CountOf(card, before)));
        Assert.Equal([1, 2], cards.Select(card => CountOf(card, now)));

        static int CountOf(Card card, LearnerAnswers answers) => answers.To(card).Sum(item => item.Count);
    }

    private static bool IsReview(LoggedEvent logged) => logged.Event.Kind == ReviewEventKind.Review;

    private static ReviewEvent Answer(string item, bool isRight) =>
        new()
        {
            Kind = ReviewEventKind.Review,
            Item = item,
            Grade = isRight ? Grade.Good : Grade.Again,
            Correct = isRight,
        };

    private static Card CardOf(string letters)
    {
        var options = letters.Select(letter =>
            $"- [{(char.IsUpper(letter) ? 'x' : ' ')}] {char.ToUpperInvariant(letter)}.\n"
        );
        var isMulti = letters.Count(char.IsUpper) > 1;
        var comment = isMulti ? "<!-- card: kind=multi -->\n" : "";
        return Deck.Parse($"## Q?\n{comment}\n{string.Concat(options)}", new DeckSettings { FileName = "d.deck.md" })
            .Cards.Single();
    }

    private static List<LoggedEvent> Events(string script)
    {
        var log = new List<LoggedEvent>();
        var (minute, last, isTold) = (0, "Abc", true);
        foreach (var word in script.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            minute++;
            switch (word[0])
            {
                case 'O':
                    (last, isTold) = word.Length > 1 ? (word[1..], true) : (last, false);
                    continue;
                case 'P':
                    Add(1, new ReviewEvent { Kind = ReviewEventKind.Peek });
                    continue;
                case 'R' or 'F':
                    Add(1, new ReviewEvent { Kind = word == "R" ? ReviewEventKind.Reset : ReviewEventKind.StartFresh });
                    continue;
            }

            var answer = Add(
                word[0] - '0',
                Review(word[1..].TrimEnd('!', 'g'), last) with
                {
                    Options = isTold ? OptionMarks.Of((ChoiceContent)CardOf(last).Content) : null,
                }
            );
            if (word[^1] is '!' or 'g')
            {
                Add(
                    word[0] - '0',
                    new ReviewEvent
                    {
                        Kind = word[^1] == 'g' ? ReviewEventKind.Regrade : ReviewEventKind.Undo,
                        Target = answer.Id,
                        Grade = Grade.Good,
                    }
                );
            }
        }

        return log;

        LoggedEvent Add(int day, ReviewEvent happened)
        {
            log.Add(AnswerScript.At(day, minute, happened with { Item = "d/q" }));
            return log[^1];
        }
    }

    /// <summary>Letters of options; or <c>x@7-</c>, the index and whether it was right; or only that, graded by the learner.</summary>
    private static ReviewEvent Review(string answer, string options)
    {
        if (answer is "+" or "-")
        {
            return new ReviewEvent { Kind = ReviewEventKind.Review, Grade = answer == "+" ? Grade.Good : Grade.Again };
        }

        var at = answer.IndexOf('@', StringComparison.Ordinal);
        ImmutableArray<int> picked =
            at >= 0
                ? [answer[at + 1] - '0']
                : [.. answer.Select(letter => options.ToLowerInvariant().IndexOf(letter, StringComparison.Ordinal))];
        var graded = ChoiceGrading.Pick((ChoiceContent)CardOf(options).Content, at >= 0 ? [0] : picked, default);
        return new ReviewEvent
        {
            Kind = ReviewEventKind.Review,
            Grade = graded.Grade,
            Given = string.Join(',', picked),
            Correct = at >= 0 ? answer[^1] == '+' : graded.Correct,
        };
    }
}
