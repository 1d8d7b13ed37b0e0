using WsgiLsp.Decks.Rules;

namespace WsgiLsp.Cli.Checking;

/// <summary>What a check is to do.</summary>
internal sealed record CheckOptions
{
    /// <summary>Whether safe fixes are applied.</summary>
    public bool Fixes { get; init; }

    /// <summary>Which rules are heard.</summary>
    public RuleChoice Rules { get; init; } = RuleChoice.All;

    /// <summary>The day of the check; null where no date is to be past.</summary>
    public DateOnly? Today { get; init; }

    /// <summary>The least severity that makes the exit code <see cref="ExitCode.Findings"/>.</summary>
    public Severity FailOn { get; init; } = Severity.Warning;
}
