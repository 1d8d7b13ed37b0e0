namespace WsgiLsp.Study.Identity;

/// <summary>What the log says of where histories are: a text that was seen under a key, or a history that moved.</summary>
/// <param name="Id">The event's id.</param>
/// <param name="Time">When it was logged, ms UTC; moves of one moment happen at once.</param>
/// <param name="Key">The item's key; of a move, where the history is since.</param>
public abstract record IdentityEvent(Guid Id, long Time, string Key);

/// <summary>An item's text, when it was new or had changed.</summary>
/// <param name="Id">The event's id.</param>
/// <param name="Time">When it was logged, ms UTC.</param>
/// <param name="Key">The item's key.</param>
/// <param name="Json">The text; see <see cref="SeenItem.Read"/>.</param>
/// <param name="Path">The deck's file; null where it was none yet.</param>
public sealed record SeenEvent(Guid Id, long Time, string Key, string Json, string? Path)
    : IdentityEvent(Id, Time, Key);

/// <summary>A history that moved to another key.</summary>
/// <param name="Id">The event's id.</param>
/// <param name="Time">When it was logged, ms UTC.</param>
/// <param name="Key">Where the history is since.</param>
/// <param name="From">Where it was before.</param>
public sealed record MovedEvent(Guid Id, long Time, string Key, string From) : IdentityEvent(Id, Time, Key);
