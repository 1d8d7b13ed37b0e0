namespace WsgiLsp.Study.Reviews;

/// <summary>An item took over another one's history.</summary>
/// <param name="Id">The event's id.</param>
/// <param name="Time">When, ms UTC.</param>
/// <param name="Item">The item that has the history since.</param>
/// <param name="From">The item that had it before.</param>
internal sealed record Attachment(Guid Id, long Time, string Item, string From);
