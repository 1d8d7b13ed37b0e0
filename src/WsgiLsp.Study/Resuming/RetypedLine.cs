using System.Collections.Immutable;

namespace WsgiLsp.Study.Resuming;

/// <summary>A line of a session that goes on, typed before it was left.</summary>
/// <param name="Text">What its learner typed.</param>
/// <param name="Reply">What it was answered with; empty where it was taken in silence.</param>
public sealed record RetypedLine(string Text, ImmutableArray<string> Reply);
