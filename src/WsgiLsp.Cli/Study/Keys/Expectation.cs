using WsgiLsp.Decks.Model;
using WsgiLsp.Study;

namespace WsgiLsp.Cli.Study.Keys;

/// <summary>What a session waits for.</summary>
internal enum Expectation
{
    /// <summary>A line.</summary>
    Line,

    /// <summary>A line, or a key that reveals the answer.</summary>
    Reveal,

    /// <summary>A key that grades.</summary>
    Grade,
}

/// <summary>Finds out what a session waits for, by asking what lines would do.</summary>
internal static class Expectations
{
    public static Expectation Expects(this StudyRunner runner) =>
        runner.State.IsFinished ? Expectation.Line
        : IsRevealed(runner) ? Expectation.Grade
        : runner.State.Current!.Card.Content is RecallContent ? Expectation.Reveal
        : Expectation.Line;

    /// <summary>An answer can be asked for until it stands there.</summary>
    private static bool IsRevealed(StudyRunner runner) => runner.Try(":??").Warning is not null;
}
