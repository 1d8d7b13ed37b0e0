using System.Text;
using WsgiLsp.Decks.Syntax;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace WsgiLsp.Decks.Formatting;

/// <summary>
/// Front matter with its keys in their order, unknown ones behind. Comments and blank lines go with the key that follows
/// them. Values are not touched; YAML that is broken, or too clever to be moved about, is not touched at all.
/// </summary>
internal static class FrontMatterOrder
{
    private const string Fence = "---";

    /// <summary>Formats front matter.</summary>
    /// <param name="text">From the opening <c>---</c> to the line end after the closing one; lines end with LF.</param>
    public static string Format(string text)
    {
        var lines = text.TrimEnd('\n').Split('\n');
        var body = lines[1..^1];
        return string.Join('\n', [Fence, .. Sort(body), lines[^1].TrimEnd(' ', '\t')]) + "\n";
    }

    private static string[] Sort(string[] lines)
    {
        if (Read(lines) is not { } mapping || mapping.AllNodes.Any(node => !node.Anchor.IsEmpty))
        {
            return lines;
        }

        var entries = Entries(lines, mapping);
        if (entries is null)
        {
            return lines;
        }

        var end = Footer(lines);
        var sorted = entries
            .Select((entry, i) => (entry.Key, entry.First, End: i + 1 < entries.Count ? entries[i + 1].First : end))
            .OrderBy(entry => Rank(entry.Key))
            .SelectMany(entry => lines[entry.First..entry.End]);
        string[] result = [.. sorted, .. lines[end..]];
        return mapping.Equals(Read(result)) ? result : lines;
    }

    /// <summary>The keys with their first lines, comments above included; null where a key does not begin its line.</summary>
    private static List<(string Key, int First)>? Entries(string[] lines, YamlMappingNode mapping)
    {
        var entries = new List<(string Key, int First)>();
        foreach (var key in mapping.Children.Keys)
        {
            if (
                mapping.Style == MappingStyle.Flow
                || key is not YamlScalarNode { Value: { } name }
                || key.Start.Column != 1
            )
            {
                return null;
            }

            var first = (int)key.Start.Line - 1;
            while (first > 0 && IsBetween(lines[first - 1]))
            {
                first--;
            }

            entries.Add((name, first));
        }

        return entries.Count > 0 && entries[0].First == 0 ? entries : null;
    }

    /// <summary>Where comments and blank lines begin that no key follows.</summary>
    private static int Footer(string[] lines)
    {
        var end = lines.Length;
        while (end > 0 && IsBetween(lines[end - 1]))
        {
            end--;
        }

        return end;
    }

    private static bool IsBetween(string line) => line.AsSpan().TrimStart(" \t") is [] or ['#', ..];

    private static int Rank(string key) =>
        FrontMatterReader.Keys.IndexOf(key) is >= 0 and var known ? known : int.MaxValue;

    private static YamlMappingNode? Read(string[] lines)
    {
        var text = new StringBuilder().AppendJoin('\n', lines).Append('\n').ToString();
        if (YamlNesting.IsTooDeep(text))
        {
            return null;
        }

        try
        {
            var stream = new YamlStream();
            using var reader = new StringReader(text);
            stream.Load(reader);
            return stream.Documents is [{ RootNode: YamlMappingNode mapping }] ? mapping : null;
        }
        catch (Exception error) when (error is YamlException or InvalidOperationException or ArgumentException)
        {
            // Besides its own exception, YamlDotNet lets these out for some malformed texts.
            return null;
        }
    }
}
