using System.Collections.Immutable;

namespace WsgiLsp.Cli.Study;

/// <summary>How a transcript is shown. What was shown is flushed.</summary>
internal interface ITranscriptFace
{
    /// <summary>Says how to answer.</summary>
    string Introduction(bool isExam);

    /// <summary>Shows a reply.</summary>
    /// <param name="lines">The transcript's lines.</param>
    /// <param name="progress">How far the session is, where an item is new on the screen; else null.</param>
    void Show(ImmutableArray<string> lines, SessionProgress? progress);

    /// <summary>Shows a line that the learner typed in a session that goes on.</summary>
    void ShowTyped(string line);

    /// <summary>Shows what was expected of a line that could not be read.</summary>
    void Warn(string warning);
}
