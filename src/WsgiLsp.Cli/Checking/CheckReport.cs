using System.Collections.Immutable;
using WsgiLsp.Decks.Rules;

namespace WsgiLsp.Cli.Checking;

/// <summary>What a check gave.</summary>
internal sealed record CheckReport
{
    /// <summary>Number of decks that were read.</summary>
    public required int Decks { get; init; }

    /// <summary>Number of their cards, notes left out.</summary>
    public required int Cards { get; init; }

    /// <summary>Number of fixes that were applied and written.</summary>
    public required int Fixed { get; init; }

    /// <summary>The findings, by path and place.</summary>
    public required ImmutableArray<CheckFinding> Findings { get; init; }

    /// <summary>What could not be read or written, a line each; with one of them the check is not whole.</summary>
    public required ImmutableArray<string> Failures { get; init; }

    /// <summary>What to answer to the shell.</summary>
    /// <param name="failOn">The least severity that counts.</param>
    public int ExitCodeFor(Severity failOn) =>
        !Failures.IsEmpty ? ExitCode.CannotRun
        // A smaller number is more severe.
        : Findings.Any(finding => finding.Severity <= failOn) ? ExitCode.Findings
        : ExitCode.Clean;
}
