using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Identity;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Statistics;

namespace WsgiLsp.Study.Tests.Statistics;

public class AnswerTallyTests
{
    /// <summary>
    /// What happens is a word: <c>1a</c>, on day 1 option a is picked; <c>1+</c> and <c>1-</c>, answered right and wrong
    /// without options; <c>!</c> behind it takes it back, <c>g</c> grades it good; <c>R</c> is a reset, <c>F</c> a fresh start.
    /// <c>S</c> and letters is what is seen, keys as capitals; from <c>O</c> and letters on answers say that they were given
    /// these, as those of older logs do not.
    /// </summary>
    [Theory]
    [InlineData("Aabc", "", "0/0", "")]
    [InlineData("Abc", "SAbc 1a 2b 3b 4a", "2/4", "2 2 0")]
    // Once a day; each pick counts.
    [InlineData("Abc", "SAbc 1b 1c 1a 2a", "1/2", "2 1 1")]
    [InlineData("Abc", "SAbc 1b! 1a 2c", "1/2", "1 0 1")]
    [InlineData("Abc", "SAbc 1b R 2a", "1/1", "1 0 0")]
    [InlineData("Abc", "SAbc 1b F 2a", "1/1", "1 0 0")]
    // Nothing is known of what was never seen.
    [InlineData("Abc", "1a 2b", "1/2", "")]
    // Another distractor, or another order of them: what was picked before is not known.
    [InlineData("Abd", "SAbc 1b SAbd 2a", "1/2", "1 0 0")]
    [InlineData("Acb", "SAbc 1b SAcb 2b", "0/2", "0 0 1")]
    // Seen again in another place.
    [InlineData("Abc", "SAbc 1b SAbc 2a", "1/2", "1 1 0")]
    // The editor has other options than the log saw.
    [InlineData("Abx", "SAbc 1b", "0/1", "")]
    // The key stood first, and is last now: nobody saw that.
    [InlineData("bcA", "SAbc 1b@0+ 2c@1-", "1/2", "0 1 0")]
    [InlineData("bcA", "SAbc 1b@0+", "1/1", "")]
    // Options that are not there.
    [InlineData("Ab", "SAb 1b@7-", "0/1", "")]
    [InlineData("Abc", "SAbc 1+ 2- 3b", "1/3", "0 1 0")]
    [InlineData("Abc", "SAbc 1-g 2-", "1/2", "")]
    // Each answer says what it was given: options are known by what they say, wherever they stand now.
    [InlineData("bcAd", "SAbcd OAbcd 1b 2a", "1/2", "1 0 1 0")]
    [InlineData("bcAd", "OAbcd 1b", "0/1", "1 0 0 0")]
    [InlineData("aBc", "OAbc 1a 1b", "1/1", "1 1 0")]
    [InlineData("Abd", "OAbc 1b 2c", "0/2", "0 1 0")]
    [InlineData("Abd", "SAbc OAbc 1b SAbd 2b", "0/2", "0 2 0")]
    [InlineData("xyZ", "OAbc 1b", "0/1", "")]
    [InlineData("ABc", "OABc 1ac 2b", "0/2", "1 1 1")]
    [InlineData("Abc", "OAbc 1b! 1c R 2a", "1/1", "1 0 0")]
    [InlineData("Abc", "OAbc 1b@7-", "0/1", "")]
    // Older answers stand beside them as far as they are known.
    [InlineData("Abc", "SAbc 1b OAbc 2c", "0/2", "0 1 1")]
    [InlineData("Acb", "SAbc 1b OAbc 2b SAcb 3c", "0/3", "0 1 1")]
    // Several keys.
    [InlineData("ABc", "SABc 1ab 2ac 3b", "1/3", "2 2 1")]
    public void What_is_known_of_a_card_is_what_was_answered_since_it_is_so(
        string options,
        string script,
        string tries,
        string chosen
    )
    {
        var tally = AnswerTally.Of(Events(script));
        Assert.Equal(tries, $"{tally.FirstTries.Right}/{tally.FirstTries.Total}");
        Assert.Equal(chosen, string.Join(' ', tally.CountChosen(CardOf(options))));
    }

    [Fact]
    public void Other_kinds_have_no_options()
    {
        var recall = Deck.Parse("## Q?\n\nA.\n", new DeckSettings { FileName = "d.deck.md" }).Cards.Single();
        var seen = AnswerScript.At(
            1,
            0,
            new ReviewEvent { Kind = ReviewEventKind.Seen, Given = SeenItem.Of(recall, "").ToJson() }
        );
        var tally = AnswerTally.Of([seen, .. Events("1a 2b")]);
        Assert.Equal(new Share(1, 2), tally.FirstTries);
        Assert.Empty(tally.CountChosen(recall));
        Assert.Empty(tally.CountChosen(CardOf("Abc")));
    }

    [Fact]
    public void The_log_gives_the_histories_of_items_with_what_they_took_over()
    {
        using var folder = new TestFolder();
        using var log = ReviewLog.Open(folder.LogPath, TestClock.At("2026-03-01T12:00:00+00:00"));
        Assert.Empty(log.ReadHistories(["d/new"], AnswerTally.Of));
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
        var tallies = log.ReadHistories(["d/new", "d/old", "d/none"], events => events.Count(IsReview));
        Assert.Equal((2, 0, 0), (tallies["d/new"], tallies["d/old"], tallies["d/none"]));
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
        var (minute, last, isTold) = (0, "Abc", false);
        foreach (var word in script.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            minute++;
            if (word[0] == 'S')
            {
                last = word[1..];
                Add(0, new ReviewEvent { Kind = ReviewEventKind.Seen, Given = SeenItem.Of(CardOf(last), "").ToJson() });
                continue;
            }

            if (word[0] == 'O')
            {
                (last, isTold) = (word[1..], true);
                continue;
            }

            if (word is "R" or "F")
            {
                Add(0, new ReviewEvent { Kind = word == "R" ? ReviewEventKind.Reset : ReviewEventKind.StartFresh });
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
                    0,
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
            log.Add(AnswerScript.At(day, minute, happened));
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
