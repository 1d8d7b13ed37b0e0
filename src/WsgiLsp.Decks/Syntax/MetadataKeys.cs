using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Syntax;

/// <summary>The keys of card comments, in the formatter's order, and what their values may be.</summary>
internal static class MetadataKeys
{
    private static readonly SearchValues<char> IdPunctuation = SearchValues.Create("._-");

    /// <summary>All keys.</summary>
    public static ImmutableArray<string> All { get; } =
    ["id", "level", "tags", "kind", "requires", "shuffle", "match", "tol", "reverse", "ignore", "suspend"];

    private static ImmutableArray<string> Truth { get; } = ["true", "false"];

    /// <summary>The words that a key's value may be, or an empty list where it is free.</summary>
    public static ImmutableArray<string> Values(string key) =>
        key switch
        {
            "level" => Vocabulary.Levels,
            "kind" => Vocabulary.Kinds,
            "shuffle" or "reverse" or "suspend" => Truth,
            "match" => Vocabulary.Matches,
            _ => [],
        };

    /// <summary>What is wrong with a value, in words that follow "<c>key=value</c>: ", or null.</summary>
    public static string? Problem(string key, string value)
    {
        var words = Values(key);
        if (words.Length > 0)
        {
            return words.Contains(value, StringComparer.Ordinal) ? null : $"use one of {string.Join(", ", words)}";
        }

        return key switch
        {
            "id" when !IsId(value) =>
                "an id begins with a letter or digit and goes on with letters, digits, '.', '_' or '-'",
            _ when IsList(key) && List(value).IsEmpty => "name at least one, separated by commas",
            "tol"
                when !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var tolerance)
                    || !(tolerance >= 0) => "use a number that is not negative",
            _ => null,
        };
    }

    /// <summary>Whether a word can be a deck's or card's id.</summary>
    public static bool IsId(ReadOnlySpan<char> word)
    {
        if (word.IsEmpty || !char.IsLetterOrDigit(word[0]))
        {
            return false;
        }

        foreach (var c in word)
        {
            if (!char.IsLetterOrDigit(c) && !IdPunctuation.Contains(c))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether an entry says something: its key is known and its value can be understood.</summary>
    public static bool Counts(MetadataEntry entry) =>
        entry.Value is { } value && All.Contains(entry.Key) && Problem(entry.Key, value) is null;

    /// <summary>Whether the values of a key's several mentions add up.</summary>
    public static bool IsList(string key) => key is "tags" or "requires" or "ignore";

    /// <summary>The parts of an entry's comma-separated value, with their places.</summary>
    /// <param name="text">The text that the entry stands in.</param>
    /// <param name="entry">An entry that has a value.</param>
    public static IEnumerable<(string Text, TextSpan Span)> Items(string text, MetadataEntry entry)
    {
        var at = text.IndexOf(entry.Value!, entry.ValueSpan.Start, StringComparison.Ordinal);
        foreach (var part in entry.Value!.Split(','))
        {
            var word = part.Trim();
            if (word.Length > 0)
            {
                yield return (word, new TextSpan(at + part.IndexOf(word, StringComparison.Ordinal), word.Length));
            }

            at += part.Length + 1;
        }
    }

    /// <summary>The parts of a comma-separated value.</summary>
    public static ImmutableArray<string> List(string value) =>
        [.. value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}
