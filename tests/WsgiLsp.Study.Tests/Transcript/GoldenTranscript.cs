using System.Collections.Immutable;
using System.Text;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Study.Tests.Transcript;

/// <summary>
/// A transcript as a text file. Its head says what is asked: <c>cards:</c> ids, <c>known:</c> ids that are not new,
/// <c>seed:</c>, <c>sheet:</c>, <c>mode:</c>, <c>left-out:</c>. After a line of dashes stands the whole transcript: <c>&lt; </c> a line typed, <c>! </c> a
/// warning, <c>* </c> an effect, and the machine's own lines as they are.
/// </summary>
internal static class GoldenTranscript
{
    private static readonly ItemState Known = ItemState.New with
    {
        Schedule = new ItemSchedule(LearningPhase.Review, Step: 0, Memory: default),
    };

    private const string HeadEnd = "-----";

    /// <summary>Plays the typed lines of a file and writes down what happens, in the file's own format.</summary>
    public static string Replay(string golden)
    {
        var lines = golden.Split('\n');
        var end = Array.IndexOf(lines, HeadEnd);
        var head = lines[..end].Select(line => line.Split(": ", 2)).ToDictionary(pair => pair[0], pair => pair[1]);
        var typed = lines[(end + 1)..].Where(line => line == "<" || line.StartsWith("< ", StringComparison.Ordinal));

        var transcript = new StringBuilder().AppendJoin('\n', lines[..(end + 1)]).Append('\n');
        var step = TranscriptMachine.Start(
            Items(head),
            "WSGI servers",
            NoSchedule.Instance,
            new TranscriptOptions { LeftOut = int.Parse(head.GetValueOrDefault("left-out", "0")) },
            sheet: head.GetValueOrDefault("sheet")
        );
        Write(transcript, step);
        foreach (var line in typed)
        {
            transcript.Append(line).Append('\n');
            step = TranscriptMachine.Step(step.State, line.Length > 2 ? line[2..] : "", NoSchedule.Instance);
            Write(transcript, step);
        }

        return transcript.ToString();
    }

    private static ImmutableArray<SessionItem> Items(Dictionary<string, string> head)
    {
        var known = head.GetValueOrDefault("known", "").Split(' ');
        var seed = int.Parse(head.GetValueOrDefault("seed", "0"));
        var mode = StudyModes.Parse(head.GetValueOrDefault("mode", "")) ?? StudyMode.Mixed;
        return
        [
            .. head["cards"]
                .Split(' ')
                .Select(id => Item(id.Split('/'), known.Contains(id) ? Known : ItemState.New, seed, mode)),
        ];
    }

    /// <summary><c>card</c> or <c>card/item</c>.</summary>
    private static SessionItem Item(string[] id, ItemState state, int seed, StudyMode mode) =>
        SessionPlan.Item(TestCards.ById[id[0]], id.Length > 1 ? id[1] : "", state, seed, mode);

    private static void Write(StringBuilder transcript, TranscriptStep step)
    {
        foreach (var effect in step.Effects)
        {
            transcript.Append("* ").Append(Describe(effect)).Append('\n');
        }

        foreach (var line in step.Lines)
        {
            transcript.Append(line).Append('\n');
        }

        if (step.Warning is { } warning)
        {
            transcript.Append("! ").Append(warning).Append('\n');
        }
    }

    private static string Describe(TranscriptEffect effect) =>
        effect switch
        {
            AnswerGraded graded => $"answer {graded.Number}, {graded.Item.Card.Id}: {Describe(graded)}"
                + (graded.Replaces is { } number ? $" in place of {number}" : ""),
            AnswerUndone undone => $"undone {undone.Number}, {undone.Item.Card.Id}",
            AnswerRegraded regraded => $"regraded {regraded.Number}, {regraded.Item.Card.Id}: {regraded.Grade}",
            _ => $"{effect.GetType().Name} {effect.Item.Card.Id}",
        };

    private static string Describe(AnswerGraded graded)
    {
        var answer = graded.Answer;
        var parts = new[]
        {
            answer.Grade.ToString(),
            answer.Correct switch
            {
                true => "right",
                false => "wrong",
                null => "",
            },
            answer.Given.Length > 0 ? $"given \"{answer.Given.Replace('\n', '|')}\"" : "",
            answer.Help.Hints > 0 ? $"hints {answer.Help.Hints}" : "",
            answer.Help.Certainty?.ToString() ?? "",
            answer.AutomaticConcepts.IsEmpty
                ? ""
                : $"concepts {string.Join(',', answer.AutomaticConcepts)} → {string.Join(',', answer.FinalConcepts)}",
            graded.Item.IsPractice ? "practice" : "",
        };
        return string.Join(", ", parts.Where(part => part.Length > 0));
    }
}
