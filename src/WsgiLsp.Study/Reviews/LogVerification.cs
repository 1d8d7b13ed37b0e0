using System.Collections.Immutable;

namespace WsgiLsp.Study.Reviews;

/// <summary>What a comparison of the log with what is kept of it found.</summary>
/// <param name="Events">Number of events.</param>
/// <param name="Items">Number of items that they are about.</param>
/// <param name="Different">Keys of the items whose kept state is not what their events make.</param>
/// <param name="Integrity">What SQLite says of its file: <c>ok</c>, or what is wrong.</param>
public sealed record LogVerification(long Events, int Items, ImmutableArray<string> Different, string Integrity)
{
    /// <summary>Of a log that is not there.</summary>
    public static LogVerification Empty { get; } = new(0, 0, [], "ok");

    /// <summary>Whether nothing is wrong.</summary>
    public bool IsSound => Different.IsEmpty && Integrity == "ok";
}
