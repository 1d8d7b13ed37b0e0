namespace WsgiLsp.Study.Reviews;

/// <summary>A line of an export or of a file in a sync folder.</summary>
/// <param name="Number">The line's number, from 1.</param>
/// <param name="Start">Where it begins, in bytes.</param>
/// <param name="End">Where the next one begins, in bytes.</param>
/// <param name="Event">The event; null if the line is blank or broken.</param>
/// <param name="Problem">Why it is no event; null if it is one, or blank.</param>
public readonly record struct EventLine(int Number, long Start, long End, LoggedEvent? Event, string? Problem);
