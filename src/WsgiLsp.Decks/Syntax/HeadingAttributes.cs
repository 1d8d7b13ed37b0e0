using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Syntax;

/// <summary>Pandoc's <c>{#id .class key=value}</c> at the end of a heading, which GitHub shows as it stands.</summary>
/// <param name="Span">From brace to brace.</param>
/// <param name="Entries">What it says, as a comment would: <c>id</c>, <c>level</c>, <c>tags</c> and the keys as written.</param>
internal sealed record HeadingAttributes(TextSpan Span, ImmutableArray<MetadataEntry> Entries)
{
    /// <summary>Reads the attributes that a heading ends with, or null where it has none.</summary>
    /// <param name="text">The section.</param>
    /// <param name="heading">The heading's content, without its marks.</param>
    public static HeadingAttributes? Read(string text, TextSpan heading)
    {
        var end = heading.End;
        if (heading.Length < 2 || text[end - 1] != '}')
        {
            return null;
        }

        var start = text.LastIndexOf('{', end - 1, heading.Length);
        if (start < 0 || (start > heading.Start && !char.IsWhiteSpace(text[start - 1])))
        {
            return null;
        }

        var entries = ImmutableArray.CreateBuilder<MetadataEntry>();
        var at = start + 1;
        while (true)
        {
            while (at < end - 1 && char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            if (at >= end - 1)
            {
                break;
            }

            var (entry, next) = Entry(text, at, end - 1);
            if (entry is null)
            {
                return null;
            }

            Add(entries, entry);
            at = next;
        }

        // "{x=1}" is a set or a struct, not an attribute.
        return entries.Any(e => MetadataKeys.All.Contains(e.Key, StringComparer.Ordinal))
            ? new HeadingAttributes(TextSpan.FromBounds(start, end), entries.DrainToImmutable())
            : null;
    }

    private static (MetadataEntry? Entry, int Next) Entry(string text, int at, int end)
    {
        var stop = at;
        while (stop < end && !char.IsWhiteSpace(text[stop]))
        {
            if (text[stop] == '"')
            {
                var quote = text.IndexOf('"', stop + 1, end - stop - 1);
                if (quote < 0)
                {
                    return (null, at);
                }

                stop = quote;
            }

            stop++;
        }

        var word = text[at..stop];
        var value = new TextSpan(at + 1, word.Length - 1);
        switch (word[0])
        {
            case '#' when MetadataKeys.IsId(word.AsSpan(1)):
                return (new MetadataEntry("id", new TextSpan(at, 1), word[1..], value), stop);
            case '.' when MetadataKeys.IsId(word.AsSpan(1)):
                var key = Vocabulary.Level(word.AsSpan(1)) is null ? "tags" : "level";
                return (new MetadataEntry(key, new TextSpan(at, 1), word[1..], value), stop);
            default:
                var equals = word.IndexOf('=', StringComparison.Ordinal);
                if (equals < 1 || equals == word.Length - 1 || !IsKey(word.AsSpan(0, equals)))
                {
                    return (null, at);
                }

                return (
                    new MetadataEntry(
                        word[..equals],
                        new TextSpan(at, equals),
                        word[(equals + 1)..].Trim('"'),
                        TextSpan.FromBounds(at + equals + 1, stop)
                    ),
                    stop
                );
        }
    }

    private static bool IsKey(ReadOnlySpan<char> word) => word.IndexOfAnyExceptInRange('a', 'z') < 0;

    // Several classes are one list of tags.
    private static void Add(ImmutableArray<MetadataEntry>.Builder entries, MetadataEntry entry)
    {
        for (var i = 0; entry.Key == "tags" && i < entries.Count; i++)
        {
            if (entries[i].Key == "tags")
            {
                entries[i] = entries[i] with { Value = entries[i].Value + "," + entry.Value };
                return;
            }
        }

        entries.Add(entry);
    }
}
