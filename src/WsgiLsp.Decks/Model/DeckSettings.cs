using System.Collections.Immutable;
using WsgiLsp.Decks.Rules;

namespace WsgiLsp.Decks.Model;

/// <summary>What decides how a deck is read, besides its text.</summary>
public sealed record DeckSettings
{
    /// <summary>What the names of files end with that are decks whatever they hold; in any case.</summary>
    public const string DeckEnding = ".deck.md";

    /// <summary>The file's name without folders; gives the deck its id where the front matter has none.</summary>
    public string FileName { get; init; } = "untitled" + DeckEnding;

    /// <summary>The id of a deck that names none: the file name without <c>.deck.md</c> or <c>.md</c>.</summary>
    public string DeckId
    {
        get
        {
            foreach (var ending in Endings)
            {
                if (FileName.Length > ending.Length && FileName.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                {
                    return FileName[..^ending.Length];
                }
            }

            return FileName;
        }
    }

    /// <summary>The day on which the deck is looked at; null where nobody asks whether its date is past.</summary>
    public DateOnly? Today { get; init; }

    /// <inheritdoc/>
    public bool Equals(DeckSettings? other) =>
        other is not null
        && FileName == other.FileName
        && Today == other.Today
        && Rules.Count == other.Rules.Count
        && Rules.All(rule => other.Rules.TryGetValue(rule.Key, out var severity) && severity == rule.Value);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(FileName, Today, Rules.Count);

    /// <summary>Whether a rule runs: opt-in ones only where they are switched on.</summary>
    /// <param name="rule">The rule's name.</param>
    public bool Runs(string rule) => RuleSet.Has(rule);

    /// <summary>The rules that these switches leave on.</summary>
    internal RuleSet RuleSet => RuleSet.For(Rules);

    private static ImmutableArray<string> Endings { get; } = [DeckEnding, ".md"];

    /// <summary>Rule name to severity, null for off; rules that are not named keep their default.</summary>
    public ImmutableDictionary<string, Severity?> Rules { get; init; } = ImmutableDictionary<string, Severity?>.Empty;
}
