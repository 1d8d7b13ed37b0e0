using System.Collections.Immutable;

namespace WsgiLsp.Study.Sync;

/// <summary>What an exchange with a sync folder did.</summary>
/// <param name="TakenIn">How many events were new to the log.</param>
/// <param name="Written">How many events were appended to this device's files.</param>
/// <param name="Problems">What went wrong, for the learner, with the way out; studying goes on.</param>
public sealed record SyncReport(int TakenIn, int Written, ImmutableArray<string> Problems)
{
    /// <summary>Nothing to do.</summary>
    public static SyncReport Nothing { get; } = new(0, 0, []);
}
