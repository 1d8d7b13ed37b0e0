using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Syntax;

/// <summary>A comment <c>&lt;!-- card: … --&gt;</c> or <c>&lt;!-- cards: … --&gt;</c>.</summary>
internal sealed record MetadataComment
{
    /// <summary>What a comment begins with.</summary>
    public const string Start = "<!--";

    /// <summary>What a comment ends with.</summary>
    public const string End = "-->";

    /// <summary>The whole comment.</summary>
    public required TextSpan Span { get; init; }

    /// <summary>The word <c>card</c> or <c>cards</c>.</summary>
    public required TextSpan WordSpan { get; init; }

    /// <summary>Whether it speaks of the cards below a group.</summary>
    public required bool IsForGroup { get; init; }

    /// <summary>What it says, in order.</summary>
    public required ImmutableArray<MetadataEntry> Entries { get; init; }

    /// <summary>Whether it speaks of what a heading is: a card, or a group. Else it says nothing.</summary>
    public bool Suits(SectionRole role) => IsForGroup == (role != SectionRole.Card);

    /// <summary>Whether such a comment begins at an offset, be it closed or not.</summary>
    public static bool Begins(string text, int start) => WordAt(text, start) is not null;

    /// <summary>Whether a comment of ours begins at an offset and is not closed: it hides what was never meant to be hidden.</summary>
    public static bool IsUnclosed(string text, int start) => Begins(text, start) && Read(text, start) is null;

    /// <summary>Reads the comment that begins at an offset, or null where it is none of ours or not closed.</summary>
    public static MetadataComment? Read(string text, int start)
    {
        if (WordAt(text, start) is not { } word)
        {
            return null;
        }

        var close = text.IndexOf(End, word.End, StringComparison.Ordinal);
        if (close < 0 || Swallows(text, word.End + 1, close))
        {
            return null;
        }

        return new MetadataComment
        {
            Span = TextSpan.FromBounds(start, close + End.Length),
            WordSpan = word,
            IsForGroup = word.Length == "cards".Length,
            Entries = Split(text, word.End + 1, close),
        };
    }

    /// <summary>
    /// Whether what stands before a <c>--&gt;</c> tells that it closes another comment: one more begins there, or a heading, or
    /// something else than metadata follows a blank line.
    /// </summary>
    public static bool Swallows(string text, int from, int end)
    {
        var inside = text.AsSpan(from, end - from);
        if (inside.Contains(Start, StringComparison.Ordinal))
        {
            return true;
        }

        var isParted = false;
        for (var at = LineEnd.Next(inside, 0); at < inside.Length; at = LineEnd.Next(inside, at))
        {
            var line = inside[at..LineEnd.Next(inside, at)].Trim();
            if (line is ['#', ..] || (isParted && !line.IsEmpty && !BeginsWithKey(line)))
            {
                return true;
            }

            isParted |= line.IsEmpty;
        }

        return false;
    }

    /// <summary>The words of a comment, in order.</summary>
    /// <param name="text">The text.</param>
    /// <param name="from">Where the first of them may begin.</param>
    /// <param name="end">Where the comment's text ends.</param>
    public static ImmutableArray<MetadataEntry> Split(string text, int from, int end)
    {
        var entries = ImmutableArray.CreateBuilder<MetadataEntry>();
        for (var at = SkipSpace(text, from); at < end; at = SkipSpace(text, at))
        {
            var keyStart = at;
            while (at < end && text[at] != '=' && !char.IsWhiteSpace(text[at]))
            {
                at++;
            }

            var key = TextSpan.FromBounds(keyStart, at);
            if (at >= end || text[at] != '=')
            {
                entries.Add(new MetadataEntry(text[keyStart..at], key, null, new TextSpan(at, 0)));
                continue;
            }

            var valueStart = ++at;
            string value;
            if (
                at < end
                && text[at] is '"' or '\''
                && text.IndexOf(text[at], at + 1, end - at - 1) is > 0 and var quote
            )
            {
                value = text[(at + 1)..quote];
                at = quote + 1;
            }
            else
            {
                while (at < end && !char.IsWhiteSpace(text[at]))
                {
                    at++;
                }

                value = text[valueStart..at];
            }

            entries.Add(new MetadataEntry(text[keyStart..key.End], key, value, TextSpan.FromBounds(valueStart, at)));
        }

        return entries.DrainToImmutable();
    }

    /// <summary>The word <c>card</c> or <c>cards</c> of the comment that begins at an offset, or null.</summary>
    private static TextSpan? WordAt(string text, int start)
    {
        if (!text.AsSpan(start).StartsWith(Start, StringComparison.Ordinal))
        {
            return null;
        }

        var word = SkipSpace(text, start + Start.Length);
        var colon = word;
        while (colon < text.Length && char.IsAsciiLetterLower(text[colon]))
        {
            colon++;
        }

        return colon < text.Length && text[colon] == ':' && text.AsSpan(word, colon - word) is "card" or "cards"
            ? TextSpan.FromBounds(word, colon)
            : null;
    }

    private static bool BeginsWithKey(ReadOnlySpan<char> line)
    {
        var key = line[..Math.Max(line.IndexOf('='), 0)];
        foreach (var known in MetadataKeys.All)
        {
            if (key.SequenceEqual(known))
            {
                return true;
            }
        }

        return false;
    }

    private static int SkipSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
