using System.Collections.Immutable;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Server.Workspace;

/// <summary>A mistake in a <c>wsgilsp.json</c>.</summary>
/// <param name="Message">What is wrong and, where it can be told, what was meant.</param>
/// <param name="Span">The exact place.</param>
/// <param name="Start">First position of the place.</param>
/// <param name="End">Position just past it.</param>
/// <param name="IsFatal">Whether the file cannot be read, or is not JSON. Else the rest of it holds.</param>
public sealed record ConfigProblem(string Message, TextSpan Span, LinePosition Start, LinePosition End, bool IsFatal)
{
    /// <summary>The rule that finds it.</summary>
    public const string Rule = "bad-config";

    /// <summary>Ways to mend it.</summary>
    public ImmutableArray<Fix> Fixes { get; init; } = [];

    /// <summary>The mistake as a finding in the file.</summary>
    /// <param name="severity">How much it matters.</param>
    public PlacedFinding ToFinding(Severity severity) =>
        new(
            new Finding
            {
                Rule = Rule,
                Severity = severity,
                Message = Message,
                Span = Span,
                Start = Start,
                End = End,
                Fixes = Fixes,
            },
            Offset: 0,
            Line: 0
        );
}
