using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Tokens;

/// <summary>The tokens of the front matter: its keys, and values that are more than text.</summary>
internal static class FrontMatterTokens
{
    /// <summary>The tokens, at their places in the file.</summary>
    public static ImmutableArray<DeckToken> Of(FrontMatterSource frontMatter)
    {
        var (source, place) = (frontMatter.Source, frontMatter.Place);
        if (!place.Exists)
        {
            return [];
        }

        var tokens = new TokenList(source.Text);
        for (var line = place.FirstLine; line < place.EndLine; line++)
        {
            var text = source.Line(line).ToString();
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0 || DeckKey.OfFrontMatter.All(known => known.Name != text[..colon]))
            {
                continue;
            }

            var start = source.LineStart(line);
            tokens.Add(new TextSpan(start, colon), DeckTokenKind.Key);
            var value = text[(colon + 1)..].Trim();
            if (value.Length > 0 && KindOf(text[..colon], value) is { } kind)
            {
                var at = text.IndexOf(value, colon + 1, StringComparison.Ordinal);
                tokens.Add(new TextSpan(start + at, value.Length), kind);
            }
        }

        foreach (var value in frontMatter.Values)
        {
            DeckTokenKind? kind = value.Key switch
            {
                "id" => DeckTokenKind.Id,
                "tags" => DeckTokenKind.Tag,
                "requires" => DeckTokenKind.Reference,
                "ignore" => DeckTokenKind.Rule,
                _ => null,
            };
            if (kind is { } one)
            {
                tokens.Add(value.Place(source.Text), one);
            }
        }

        return tokens.Arrange();
    }

    private static DeckTokenKind? KindOf(string key, string value) =>
        key is "minutes" or "retention" or "card-level" ? DeckTokenKind.Number
        : DeckKey.FrontMatterValues(key).Contains(value, StringComparer.Ordinal) ? DeckTokenKind.Word
        : null;
}
