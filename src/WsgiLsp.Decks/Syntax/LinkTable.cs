using System.Collections.Immutable;
using Markdig.Helpers;

namespace WsgiLsp.Decks.Syntax;

/// <summary>
/// All link definitions of a deck. Markdown lets a definition stand anywhere in the file, but sections are parsed one by
/// one: each is given the definitions that it mentions and does not make itself.
/// </summary>
internal sealed class LinkTable
{
    private readonly Dictionary<string, LinkDefinition> byLabel;

    private LinkTable(Dictionary<string, LinkDefinition> byLabel) => this.byLabel = byLabel;

    public static LinkTable Empty { get; } = new(new(StringComparer.OrdinalIgnoreCase));

    /// <summary>All definitions, each label once.</summary>
    public IReadOnlyCollection<LinkDefinition> All => byLabel.Values;

    /// <summary>The table of some definitions in the order of the file: the first of a label wins.</summary>
    public static LinkTable Of(IEnumerable<LinkDefinition> definitions)
    {
        var table = new Dictionary<string, LinkDefinition>(StringComparer.OrdinalIgnoreCase);
        foreach (var definition in definitions)
        {
            table.TryAdd(definition.Label, definition);
        }

        return table.Count == 0 ? Empty : new LinkTable(table);
    }

    /// <summary>What a section needs from elsewhere.</summary>
    /// <param name="text">The section.</param>
    /// <param name="own">Its own definitions.</param>
    public ForeignDefinitions ForeignTo(string text, ImmutableArray<LinkDefinition> own)
    {
        if (byLabel.Count == 0)
        {
            return default;
        }

        // Made for the first that is mentioned: few sections mention any, and one may make thousands.
        HashSet<LinkDefinition>? known = null;
        var found = ImmutableArray.CreateBuilder<LinkDefinition>();
        for (var at = text.IndexOf('['); at >= 0; at = text.IndexOf('[', at + 1))
        {
            var rest = new StringSlice(text, at, Math.Min(text.Length - 1, at + LongestLabel));
            if (
                LinkHelper.TryParseLabel(ref rest, out string? label)
                && byLabel.TryGetValue(label!, out var definition)
                && (known ??= [.. own]).Add(definition)
            )
            {
                found.Add(definition);
            }
        }

        return found.Count == 0 ? default : new ForeignDefinitions(found.ToImmutable());
    }

    // CommonMark's limit of 999 characters, with the brackets and lines' indentation.
    private const int LongestLabel = 1100;

    /// <summary>Whether two tables lead all labels to the same places.</summary>
    public bool SaysTheSameAs(LinkTable other) =>
        byLabel.Count == other.byLabel.Count
        && byLabel.All(pair => other.byLabel.TryGetValue(pair.Key, out var same) && same == pair.Value);
}
