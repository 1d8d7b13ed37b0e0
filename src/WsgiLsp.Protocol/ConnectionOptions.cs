using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace WsgiLsp.Protocol;

/// <summary>What a <see cref="Connection"/> can be told.</summary>
public sealed record ConnectionOptions
{
    /// <summary>Where failures of handlers and of the client are logged; must not write to the output stream.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>The clock of time limits and of the watch over the client's process.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Called on the loop once <c>initialize</c> was answered, before the next message is looked at. What it throws is logged.</summary>
    public Action? Initialized { get; init; }

    /// <summary>
    /// Called on the loop when no complete message is left in the input buffer and at least one was handled since the
    /// last call; at the latest after 64 messages.
    /// </summary>
    public Action? Idle { get; init; }

    /// <summary>The largest body that is read, in bytes. A larger one is skipped and answered with an error.</summary>
    public long MaxMessageBytes { get; init; } = 64L * 1024 * 1024;

    /// <summary>How many bytes may wait to be read by the client before the server stops reading and answering.</summary>
    public long MaxQueuedBytes { get; init; } = 16L * 1024 * 1024;

    /// <summary>How many of the client's requests may be unanswered; further ones are refused at once.</summary>
    public int MaxRequestsInFlight { get; init; } = 4096;

    /// <summary>How long unfinished handlers and unread output are waited for at the end.</summary>
    public TimeSpan EndGrace { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often is looked whether the client's process lives.</summary>
    public TimeSpan ClientPollInterval { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>Whether a process lives; replaced by tests.</summary>
    internal Func<int, bool> IsProcessAlive { get; init; } = ClientProcess.IsAlive;
}
