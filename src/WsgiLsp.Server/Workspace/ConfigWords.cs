using System.Collections.Immutable;
using WsgiLsp.Decks.Rules;

namespace WsgiLsp.Server.Workspace;

/// <summary>The words of <c>wsgilsp.json</c>.</summary>
internal static class ConfigWords
{
    public const string Schema = "$schema";

    public const string Decks = "decks";

    public const string Rules = "rules";

    /// <summary>The keys of the file.</summary>
    public static ImmutableArray<string> Keys { get; } = [Decks, Rules, Schema];

    /// <summary>What a rule can be switched to: off, its default, or a severity, which stands at its number plus one.</summary>
    public static ImmutableArray<string> Switches { get; } =
    ["off", "on", .. Enum.GetValues<Severity>().Select(severity => severity.Name())];

    /// <summary>What switching a rule to a word means: an entry of the settings (null: off), or none at all.</summary>
    /// <param name="word">One of <see cref="Switches"/>.</param>
    /// <param name="rule">The rule's page; null where it has none.</param>
    /// <param name="severity">The entry.</param>
    public static bool IsEntry(string word, RulePage? rule, out Severity? severity)
    {
        severity = word switch
        {
            "off" => null,
            "on" => rule?.Default,
            _ => (Severity)(Switches.IndexOf(word) - 1),
        };

        // A rule that is on anyway keeps its default, which may differ from case to case.
        return word != "on" || rule?.IsOptIn == true;
    }
}
