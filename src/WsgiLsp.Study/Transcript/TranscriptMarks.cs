using System.Collections.Immutable;

namespace WsgiLsp.Study.Transcript;

/// <summary>What lines of a transcript are known by: faces that render them read here what is written there.</summary>
public static class TranscriptMarks
{
    /// <summary>Before the title.</summary>
    public const string Title = "# ";

    /// <summary>Before the heading of an item, and of the Result.</summary>
    public const string Heading = "## ";

    /// <summary>Behind <see cref="Heading"/>: the end of a quiz.</summary>
    public const string Result = "Result";

    /// <summary>Said when nothing is opened any more because the time is over.</summary>
    public const string TimeIsUp = "The time is up.";

    /// <summary>Before what is asked for.</summary>
    public const string Ask = "→ ";

    /// <summary>Behind <see cref="Ask"/>: the grades to choose from.</summary>
    public const string GradeQuestion = "how well?  ";

    /// <summary>Between the parts of an ask line.</summary>
    public const string Separator = " · ";

    /// <summary>Behind a grade that was recorded: when the item comes back.</summary>
    public const string Wait = " → ";

    /// <summary>How an answer of any number of lines ends.</summary>
    public const string ThenEmptyLine = "then an empty line";

    /// <summary>Before a verdict: right.</summary>
    public const string Right = "✓";

    /// <summary>Before a verdict: wrong.</summary>
    public const string Wrong = "✗";

    /// <summary>Before a verdict: right in part.</summary>
    public const string Partly = "~";

    /// <summary>The line that ends a session.</summary>
    public const string Quit = "!q";

    /// <summary>The same where anything may be an answer.</summary>
    public const string QuitAnywhere = ":" + Quit;

    /// <summary>The line that takes the last grade back.</summary>
    public const string Undo = "!u";

    /// <summary>The line after a Result that asks once more what was missed.</summary>
    public const string Again = "again";

    /// <summary>Where the question begins at the end of some lines: with the empty line before the last heading.</summary>
    public static int QuestionIn(ImmutableArray<string> lines) =>
        Math.Max(
            Enumerable.Range(0, lines.Length).LastOrDefault(i => lines[i].StartsWith(Heading, StringComparison.Ordinal))
                - 1,
            0
        );
}
