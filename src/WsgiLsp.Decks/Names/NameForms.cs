using System.Buffers;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Names;

/// <summary>What new names may look like. Decks that exist may have others.</summary>
internal static class NameForms
{
    private static readonly SearchValues<char> NotInTags = SearchValues.Create(",\"'<>[]{}\\`");

    // What YAML takes for something else at the start of a text.
    private static readonly SearchValues<char> NotFirstInTags = SearchValues.Create("#&*!|%@?-:=.");

    /// <summary>What is wrong with a deck's new id, or null.</summary>
    public static string? ProblemOfId(string id) =>
        MetadataKeys.IsId(id) ? null : $"'{id}' cannot be an id: {MetadataKeys.Problem("id", id)}.";

    /// <summary>What is wrong with a card's new id, or null.</summary>
    public static string? ProblemOfCardId(string id) =>
        ProblemOfId(id)
        ?? (
            id.Contains("--", StringComparison.Ordinal)
                ? $"'{id}' cannot be a card's id: two dashes would end the comment in which it stands."
                : null
        );

    /// <summary>What is wrong with a new tag, or null.</summary>
    public static string? ProblemOfTag(string tag)
    {
        var isFine =
            tag.Length > 0
            && !tag.AsSpan().ContainsAny(NotInTags)
            && !tag.Any(c => char.IsWhiteSpace(c) || char.IsControl(c))
            && !NotFirstInTags.Contains(tag[0])
            && tag[^1] != ':'
            && !tag.Contains("--", StringComparison.Ordinal);
        return isFine
            ? null
            : $"'{tag}' cannot be a tag: it begins with a letter or digit, and has no spaces, commas, quotes or brackets.";
    }
}
