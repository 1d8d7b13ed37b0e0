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

/// <summary>What a session waits for, of its state.</summary>
internal static class Expectations
{
    public static Expectation Expects(this StudyRunner runner) =>
        runner.State switch
        {
            { AwaitsGrade: true } => Expectation.Grade,
            { Current.Card.Content: RecallContent } => Expectation.Reveal,
            _ => Expectation.Line,
        };
}
