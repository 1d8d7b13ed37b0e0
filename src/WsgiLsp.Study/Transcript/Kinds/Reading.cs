using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Transcript.Kinds;

/// <summary>What a line was to the open item: a closed family.</summary>
internal abstract record Reading;

/// <summary>The line says nothing here, and that is no mistake.</summary>
internal sealed record Ignored : Reading;

/// <summary>The line could not be read.</summary>
/// <param name="Expected">What may be typed instead.</param>
internal sealed record Unreadable(string Expected) : Reading;

/// <summary>The item stays open, changed.</summary>
/// <param name="Open">How it is open now.</param>
/// <param name="Lines">What to show; where there is any, the ask line follows.</param>
internal sealed record StillOpen(OpenItem Open, params IEnumerable<string> Lines) : Reading
{
    /// <summary>Whether the ask line alone is shown.</summary>
    public bool AsksOn { get; init; }
}

/// <summary>The item is answered and graded.</summary>
/// <param name="Answer">The answer.</param>
/// <param name="Lines">The verdict.</param>
internal sealed record Answered(GradedAnswer Answer, params IEnumerable<string> Lines) : Reading;
