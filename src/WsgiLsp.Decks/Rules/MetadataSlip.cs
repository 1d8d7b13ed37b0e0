using System.Collections.Immutable;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

/// <summary>
/// Words of a comment that are not quite <c>key=value</c>: spaces around <c>=</c> or behind a comma, a colon for <c>=</c>, or a
/// remark. What belongs together is one slip.
/// </summary>
/// <param name="End">Index of the entry after it.</param>
/// <param name="Span">Where the words stand.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Fix">The fix; null where it is not plain what is meant.</param>
internal sealed record MetadataSlip(int End, TextSpan Span, string Message, Fix? Fix)
{
    /// <summary>The slip that begins with an entry, or null.</summary>
    /// <param name="text">The text that the entries stand in.</param>
    /// <param name="entries">The comment's entries.</param>
    /// <param name="at">Index of the entry.</param>
    public static MetadataSlip? At(string text, ImmutableArray<MetadataEntry> entries, int at) =>
        SpaceInList(text, entries, at) ?? Separated(text, entries, at) ?? Remark(entries, at);

    /// <summary><c>tags=a, b</c>: words that go on with the list before them.</summary>
    private static MetadataSlip? SpaceInList(string text, ImmutableArray<MetadataEntry> entries, int at)
    {
        if (at == 0 || entries[at - 1] is not { Value: { } } list || !MetadataKeys.IsList(list.Key) || IsQuoted(list))
        {
            return null;
        }

        var end = EndOfList(entries, at);
        if (end == at)
        {
            return null;
        }

        var span = TextSpan.FromBounds(entries[at].KeySpan.Start, entries[end - 1].ValueSpan.End);
        var edits = entries[(at - 1)..end]
            .Zip(entries[at..end], (one, next) => TextSpan.FromBounds(one.ValueSpan.End, next.KeySpan.Start))
            .Select(gap => new TextEdit(gap, ""));
        var written = Joined(text, entries, at - 1, end);
        return new MetadataSlip(
            end,
            span,
            $"A list has no spaces, and these words are outside of it. Write {written}.",
            new Fix("Remove the spaces", [.. edits], IsPreferred: true)
        );
    }

    /// <summary><c>key = value</c>, <c>key: value</c>, and their like.</summary>
    private static MetadataSlip? Separated(string text, ImmutableArray<MetadataEntry> entries, int at)
    {
        var entry = entries[at];
        var colon = entry.Value is null ? entry.Key.IndexOf(':', StringComparison.Ordinal) : -1;
        var word = colon < 0 ? entry.Key : entry.Key[..colon];
        if ((MetadataKeys.All.Contains(word) ? word : NearestWord.Find(word, MetadataKeys.All)) is not { } key)
        {
            return null;
        }

        int from;
        var end = at + 1;
        if (colon >= 0)
        {
            from = entry.KeySpan.Start + colon + 1;
        }
        else if (entry.Value is null && end < entries.Length && entries[end] is { Key: "", Value: not null })
        {
            from = entries[end].ValueSpan.Start;
            end++;
        }
        else if (entry is { Value: "", ValueSpan.Length: 0 })
        {
            from = entry.ValueSpan.End;
        }
        else
        {
            return null;
        }

        if (from == entries[end - 1].ValueSpan.End)
        {
            if (!IsWord(entries, end) || MetadataKeys.All.Contains(entries[end].Key))
            {
                return null;
            }

            from = entries[end].KeySpan.Start;
            end = EndOfQuote(entries, end);
        }

        end = MetadataKeys.IsList(key) ? EndOfList(entries, end) : end;
        var last = entries[end - 1].ValueSpan.End;
        var value = text[from..last];
        var written = $"{key}={(value[0] is '"' or '\'' ? value : WithoutSpaces(value))}";
        var span = TextSpan.FromBounds(entry.KeySpan.Start, last);
        return new MetadataSlip(
            end,
            span,
            colon < 0
                ? $"No spaces stand around '='. Write {written}."
                : $"A key ends with '=', not with ':'. Write {written}.",
            new Fix($"Write '{written}'", [new TextEdit(span, written)], IsPreferred: true)
        );
    }

    /// <summary>Words that are no entries at all. A single one is left to those who know what it resembles.</summary>
    private static MetadataSlip? Remark(ImmutableArray<MetadataEntry> entries, int at)
    {
        var end = at;
        while (end < entries.Length && (entries[end].Value is null || entries[end].Key.Length == 0))
        {
            end++;
        }

        var isWord = end == at + 1 && entries[at].Key.Length > 0;
        if (end == at || isWord || entries[at..end].All(entry => MetadataKeys.All.Contains(entry.Key)))
        {
            return null;
        }

        return new MetadataSlip(
            end,
            TextSpan.FromBounds(entries[at].KeySpan.Start, entries[end - 1].ValueSpan.End),
            "This is no key=value, and means nothing here. A remark goes into a comment of its own.",
            Fix: null
        );
    }

    /// <summary>Index after the words that go on with a list which ends before an entry: a comma stands between them.</summary>
    private static int EndOfList(ImmutableArray<MetadataEntry> entries, int at)
    {
        while (
            IsWord(entries, at)
            && !MetadataKeys.All.Contains(entries[at].Key)
            && ((entries[at - 1].Value ?? entries[at - 1].Key) is [.., ','] || entries[at].Key is [',', ..])
        )
        {
            at++;
        }

        return at;
    }

    /// <summary>Index after a word, or after the words up to the quotation mark that closes the one at its beginning.</summary>
    private static int EndOfQuote(ImmutableArray<MetadataEntry> entries, int at)
    {
        var first = entries[at].Key;
        for (var end = at; first[0] is '"' or '\'' && IsWord(entries, end); end++)
        {
            var word = entries[end].Key;
            if (word[^1] == first[0] && (end > at || word.Length > 1))
            {
                return end + 1;
            }
        }

        return at + 1;
    }

    /// <summary>Whether an entry is a word by itself, and not a key whose <c>=</c> stands apart.</summary>
    private static bool IsWord(ImmutableArray<MetadataEntry> entries, int at) =>
        at < entries.Length
        && entries[at] is { Value: null, Key.Length: > 0 }
        && (at + 1 == entries.Length || entries[at + 1].Key.Length > 0);

    private static bool IsQuoted(MetadataEntry entry) => entry.ValueSpan.Length > entry.Value!.Length;

    private static string Joined(string text, ImmutableArray<MetadataEntry> entries, int first, int end) =>
        WithoutSpaces(text[entries[first].KeySpan.Start..entries[end - 1].ValueSpan.End]);

    private static string WithoutSpaces(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
