using WsgiLsp.Decks.Text;

namespace WsgiLsp.Server.Workspace;

/// <summary>A mistake in a <c>wsgilsp.json</c>.</summary>
/// <param name="Message">What is wrong and, where it can be told, what was meant.</param>
/// <param name="Start">First position in the file.</param>
/// <param name="End">Position just past the mistake.</param>
/// <param name="IsFatal">Whether the file cannot be trusted: not JSON, or a value of the wrong kind. Else an unknown word.</param>
public sealed record ConfigProblem(string Message, LinePosition Start, LinePosition End, bool IsFatal);
