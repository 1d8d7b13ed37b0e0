using System.Diagnostics.CodeAnalysis;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Transcript.Kinds;

/// <summary>A kind that is answered by one line and graded by machine.</summary>
/// <typeparam name="TAnswer">What a line is read as.</typeparam>
internal abstract class OneLineAsker<TAnswer> : Asker
    where TAnswer : notnull
{
    /// <summary>What the ask line asks for.</summary>
    protected abstract string What { get; }

    public override string AskLine(SessionItem item, OpenItem open, GradesLine grades) => Ask(item, open, What);

    public override Reading Read(SessionItem item, OpenItem open, string line, TranscriptOptions options)
    {
        var asking = (Asking)open;
        if (string.IsNullOrWhiteSpace(line))
        {
            return new Ignored();
        }

        var (text, certainty) = SplitCertainty(line);
        return TryParse(item, text, out var answer)
            ? Verdict(item, answer, asking.Help with { Certainty = certainty })
            : new Unreadable(Expected(item, open, options));
    }

    /// <summary>Reads an answer: lower case, without what says how sure it is.</summary>
    protected abstract bool TryParse(SessionItem item, string text, [NotNullWhen(true)] out TAnswer? answer);

    /// <summary>Grades an answer and says so.</summary>
    protected abstract Answered Verdict(SessionItem item, TAnswer answer, AnswerHelp help);

    private static (string Text, Certainty? Certainty) SplitCertainty(string line)
    {
        var text = line.Trim().ToLowerInvariant();
        return text switch
        {
            [.., '?'] => (text[..^1].TrimEnd(), Certainty.Guess),
            [.., '!'] => (text[..^1].TrimEnd(), Certainty.Sure),
            _ => (text, null),
        };
    }
}
