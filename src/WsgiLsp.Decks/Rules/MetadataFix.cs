using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

/// <summary>Edits that set a key in a card's comment, and write the comment where there is none.</summary>
internal static class MetadataFix
{
    /// <summary>The edit that gives a card <c>key=value</c>.</summary>
    public static TextEdit Set(MetadataComment? comment, TextSpan heading, string key, string value)
    {
        if (comment is null)
        {
            return new TextEdit(new TextSpan(heading.End, 0), $"\n<!-- card: {key}={value} -->");
        }

        if (comment.Entries.FirstOrDefault(e => e.Key == key) is { } entry)
        {
            return new TextEdit(TextSpan.FromBounds(entry.KeySpan.Start, entry.ValueSpan.End), $"{key}={value}");
        }

        var at = comment.Entries.IsEmpty ? comment.WordSpan.End + 1 : comment.Entries[^1].ValueSpan.End;
        return new TextEdit(new TextSpan(at, 0), $" {key}={value}");
    }
}
