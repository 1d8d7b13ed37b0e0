using System.Collections.Immutable;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Tokens;

/// <summary>Tokens of a text, as they are found: in any order, and some over several lines.</summary>
/// <param name="text">The text.</param>
internal sealed class TokenList(string text)
{
    private readonly List<DeckToken> found = [];

    /// <summary>Adds a token.</summary>
    public void Add(TextSpan span, DeckTokenKind kind) => found.Add(new DeckToken(span, kind));

    /// <summary>Adds several of a kind.</summary>
    public void AddAll(IEnumerable<(string Text, TextSpan Span)> words, DeckTokenKind kind) =>
        found.AddRange(words.Select(word => new DeckToken(word.Span, kind)));

    /// <summary>
    /// The tokens in ascending order, each on one line and inside the text. Of tokens that overlap the one that begins first
    /// stays.
    /// </summary>
    public ImmutableArray<DeckToken> Arrange()
    {
        var arranged = ImmutableArray.CreateBuilder<DeckToken>(found.Count);
        var end = 0;
        foreach (var token in found.OrderBy(token => token.Span.Start))
        {
            foreach (var line in Lines(token.Span))
            {
                if (line.Start >= end)
                {
                    arranged.Add(token with { Span = line });
                    end = line.End;
                }
            }
        }

        return arranged.DrainToImmutable();
    }

    private IEnumerable<TextSpan> Lines(TextSpan span)
    {
        var end = Math.Min(span.End, text.Length);
        for (var at = Math.Max(span.Start, 0); at < end; )
        {
            var length = text.AsSpan(at, end - at).IndexOfAny('\r', '\n') is >= 0 and var stop ? stop : end - at;
            if (length > 0)
            {
                yield return new TextSpan(at, length);
            }

            at += length + 1;
        }
    }
}
