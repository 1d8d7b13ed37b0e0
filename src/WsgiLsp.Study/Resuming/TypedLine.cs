using System.Collections.Immutable;

namespace WsgiLsp.Study.Resuming;

/// <summary>A line of a session.</summary>
/// <param name="Text">What its learner typed.</param>
/// <param name="Reply">What it was answered with; empty where it was taken in silence.</param>
public sealed record TypedLine(string Text, ImmutableArray<string> Reply);
