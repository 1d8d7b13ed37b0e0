using System.Text.RegularExpressions;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;

namespace WsgiLsp.Study.Tests.Statistics;

/// <summary>
/// A log in short: answers such as <c>5g>20</c>, given on day 5 as good, due on day 20. Grades are <c>a h g e</c>. Before it
/// <c>p</c> is practice, <c>k</c> a peek five minutes earlier, <c>K</c> one eleven minutes earlier; behind it <c>u</c> is an
/// undo, <c>r</c> a regrade to good, <c>x</c> a reset.
/// </summary>
internal static partial class AnswerScript
{
    public const string Item = "wsgi/meaning";

    public static List<LoggedEvent> Events(string script, string item = Item)
    {
        var log = new List<LoggedEvent>();
        var minute = 0;
        foreach (var word in script.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var match = Word().Match(word);
            Assert.True(match.Success, word);
            var day = int.Parse(match.Groups["day"].Value);
            minute += 30;
            foreach (var peek in match.Groups["before"].Value.Where(sign => sign != 'p'))
            {
                log.Add(At(day, minute - (peek == 'k' ? 5 : 11), new() { Kind = ReviewEventKind.Peek, Item = item }));
            }

            var due = match.Groups["due"];
            var answer = At(
                day,
                minute,
                new()
                {
                    Kind = ReviewEventKind.Review,
                    Item = item,
                    Grade = (Grade)("ahge".IndexOf(match.Groups["grade"].Value[0], StringComparison.Ordinal) + 1),
                    Practice = match.Groups["before"].Value.Contains('p', StringComparison.Ordinal),
                    DueDay = due.Success ? int.Parse(due.Value) : null,
                    Phase = due.Success ? LearningPhase.Review : null,
                }
            );
            log.Add(answer);
            foreach (var sign in match.Groups["after"].Value)
            {
                log.Add(At(day, minute + 1, After(sign, answer)));
            }
        }

        return log;
    }

    /// <summary>An event in the middle of a study day.</summary>
    public static LoggedEvent At(int day, int minute, ReviewEvent happened) =>
        new(
            Guid.CreateVersion7(),
            DateTimeOffset.UnixEpoch.AddDays(day).AddHours(6).AddMinutes(minute),
            day,
            "device",
            happened
        );

    private static ReviewEvent After(char sign, LoggedEvent answer) =>
        sign switch
        {
            'u' => new()
            {
                Kind = ReviewEventKind.Undo,
                Item = answer.Event.Item,
                Target = answer.Id,
            },
            'r' => answer.Event with { Kind = ReviewEventKind.Regrade, Target = answer.Id, Grade = Grade.Good },
            _ => new() { Kind = ReviewEventKind.Reset, Item = answer.Event.Item },
        };

    [GeneratedRegex(
        @"^(?<before>[pkK]*)(?<day>\d+)(?<grade>[ahge])(>(?<due>\d+))?(?<after>[urx]*)$",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Word();
}
