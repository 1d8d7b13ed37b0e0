using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Syntax;

/// <summary>A comment <c>&lt;!-- card: … --&gt;</c> or <c>&lt;!-- cards: … --&gt;</c>.</summary>
internal sealed record MetadataComment
{
    private const string Start = "<!--";
    private const string End = "-->";

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

    /// <summary>Reads the comment that begins at an offset, or null where it is none of ours.</summary>
    public static MetadataComment? Read(string text, int start)
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

        if (colon >= text.Length || text[colon] != ':' || text.AsSpan(word, colon - word) is not ("card" or "cards"))
        {
            return null;
        }

        var close = text.IndexOf(End, colon, StringComparison.Ordinal);
        if (close < 0)
        {
            return null;
        }

        return new MetadataComment
        {
            Span = TextSpan.FromBounds(start, close + End.Length),
            WordSpan = TextSpan.FromBounds(word, colon),
            IsForGroup = colon - word == "cards".Length,
            Entries = Split(text, colon + 1, close),
        };
    }

    private static ImmutableArray<MetadataEntry> Split(string text, int from, int end)
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

    private static int SkipSpace(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
