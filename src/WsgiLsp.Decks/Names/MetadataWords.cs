using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Names;

/// <summary>The words of a section's comment and attributes that name something, at their places in the section.</summary>
internal static class MetadataWords
{
    /// <summary>Where the section's own id stands; null where it has none.</summary>
    public static TextSpan? Id(Section section) =>
        section.Metadata.Id is { } id && EntriesOf(section, "id").FirstOrDefault() is { } entry
            ? new TextSpan(section.Text.IndexOf(id, entry.ValueSpan.Start, StringComparison.Ordinal), id.Length)
            : null;

    /// <summary>The section's own tags.</summary>
    public static IReadOnlyList<(string Text, TextSpan Span)> Tags(Section section)
    {
        if (section.Metadata.Tags.IsEmpty)
        {
            return [];
        }

        var inComment = EntriesOf(section.OwnComment?.Entries, "tags")
            .SelectMany(entry => MetadataKeys.Items(section.Text, entry));
        var inHeading = section.Attributes is { } attributes ? Classes(section.Text, attributes.Span) : [];
        return [.. inComment.Concat(inHeading).Where(tag => section.Metadata.Tags.Contains(tag.Text))];
    }

    /// <summary>The items of a list, such as <c>requires</c>.</summary>
    public static IEnumerable<(string Text, TextSpan Span)> Items(Section section, string key) =>
        EntriesOf(section, key).SelectMany(entry => MetadataKeys.Items(section.Text, entry));

    private static IEnumerable<MetadataEntry> EntriesOf(Section section, string key) =>
        EntriesOf(section.OwnComment?.Entries, key).Concat(EntriesOf(section.Attributes?.Entries, key));

    // Of a key that is there twice the first counts.
    private static IEnumerable<MetadataEntry> EntriesOf(IEnumerable<MetadataEntry>? entries, string key) =>
        entries?.Where(entry => entry.Key == key && MetadataKeys.Counts(entry)).Take(1) ?? [];

    /// <summary>The tags in a heading's attributes: several words there are one entry.</summary>
    private static IEnumerable<(string Text, TextSpan Span)> Classes(string text, TextSpan attributes)
    {
        const string key = "tags=";
        for (var at = attributes.Start + 1; at < attributes.End - 1; at++)
        {
            var end = text.AsSpan(at, attributes.End - 1 - at).IndexOfAny(" \t\r\n") is >= 0 and var length
                ? at + length
                : attributes.End - 1;
            if (text[at] == '.' && Vocabulary.Level(text.AsSpan(at + 1, end - at - 1)) is null)
            {
                yield return (text[(at + 1)..end], TextSpan.FromBounds(at + 1, end));
            }
            else if (string.CompareOrdinal(text, at, key, 0, key.Length) == 0)
            {
                var value = new TextSpan(at + key.Length, end - at - key.Length);
                var entry = new MetadataEntry(
                    "tags",
                    new TextSpan(at, 4),
                    text[value.Start..value.End].Trim('"'),
                    value
                );
                foreach (var item in MetadataKeys.Items(text, entry))
                {
                    yield return item;
                }
            }

            at = end;
        }
    }
}
