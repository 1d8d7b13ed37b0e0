using System.Collections.Immutable;
using Markdig.Syntax;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

/// <summary>Something under a heading that was meant to be its metadata comment, and is none.</summary>
/// <param name="Span">Where it shows.</param>
/// <param name="Message">What is wrong and what to do.</param>
/// <param name="Fix">The fix; null where it is not plain where the comment ends.</param>
internal sealed record AlmostMetadata(TextSpan Span, string Message, Fix? Fix)
{
    private static readonly ImmutableArray<string> Words = ["card", "cards"];

    /// <summary>Looks at the first block below a heading that has no metadata comment.</summary>
    public static AlmostMetadata? Find(ParsedSection section)
    {
        if (section.Comment is not null || section.Blocks.Count == 0)
        {
            return null;
        }

        var block = section.Blocks[0];
        var (text, start) = (section.Source.Text, section.Source.Span(block.Lines).Start);
        var word = section.Context.Role == SectionRole.Card ? "card" : "cards";
        return block.Syntax switch
        {
            HtmlBlock { Type: HtmlBlockType.Comment } when !MetadataComment.Begins(text, start) => Comment(
                text,
                start,
                word
            ),
            ParagraphBlock => Paragraph(text, start, word),
            _ => null,
        };
    }

    /// <summary>A comment whose first word is misspelt or missing, or has no colon. Remarks about cards are none.</summary>
    private static AlmostMetadata? Comment(string text, int start, string word)
    {
        var inside = start + MetadataComment.Start.Length;
        var close = text.IndexOf(MetadataComment.End, inside, StringComparison.Ordinal);
        if (close < 0 || MetadataComment.Swallows(text, inside, close))
        {
            return null;
        }

        var first = Skip(text, inside, close, char.IsWhiteSpace);
        var wordEnd = Skip(text, first, close, char.IsAsciiLetter);
        var said = text[first..wordEnd];
        var colon = Skip(text, wordEnd, close, char.IsWhiteSpace);
        var hasColon = colon < close && text[colon] == ':';
        var hasWord = NearestWord.Find(said, Words) is not null && (wordEnd == close || text[wordEnd] != '=');
        var from =
            !hasWord ? first
            : hasColon ? colon + 1
            : wordEnd;
        var entries = MetadataComment.Split(text, from, close);
        var known = entries.Count(IsKnown);
        var isMeant = hasWord
            ? (known > 0 && (IsExact(said) || known == entries.Length)) || (hasColon && entries.IsEmpty)
            : known > 0 && known == entries.Length && entries.All(entry => Problem(entry) is null);
        if (!isMeant)
        {
            return null;
        }

        var next = entries.IsEmpty ? close : entries[0].KeySpan.Start;
        var edits = new List<TextEdit> { new(TextSpan.FromBounds(inside, next), $" {word}: ") };
        foreach (var entry in entries.Where(IsKnown))
        {
            edits.AddRange(Lower(text, entry.KeySpan));
            if (Problem(entry) is null && entry.ValueSpan.Length == entry.Value!.Length && HasWords(entry))
            {
                edits.AddRange(Lower(text, entry.ValueSpan));
            }
        }

        return new AlmostMetadata(
            hasWord ? TextSpan.FromBounds(first, wordEnd) : new TextSpan(start, MetadataComment.Start.Length),
            $"This comment says nothing: metadata begins with '{word}:'.",
            new Fix($"Write '{word}:'", [.. edits], IsPreferred: true)
        );
    }

    /// <summary>Text like <c>&lt;! -- card: … --&gt;</c>, which is no comment: everybody sees it.</summary>
    private static AlmostMetadata? Paragraph(string text, int start, string word)
    {
        var line = LineEnd.Trim(text.AsSpan(start, LineEnd.Next(text, start) - start)).TrimEnd();
        if (line is not ['<', '!' or '-', ..])
        {
            return null;
        }

        var inside = line.TrimStart("<! -–—");
        if (!IsExact(inside[..Math.Max(inside.IndexOf(':'), 0)].TrimEnd(" \t")))
        {
            return null;
        }

        var from = start + line.IndexOf(':') + 1;
        var end = start + line.TrimEnd("-–—> ").Length;
        var isClosed = line[^1] == '>' && end >= from;
        return new AlmostMetadata(
            new TextSpan(start, line.Length),
            "This is no comment, and everybody sees it: a comment begins with '<!--' and ends with '-->'.",
            isClosed
                ? new Fix(
                    "Write a comment",
                    [
                        new TextEdit(TextSpan.FromBounds(start, from), $"{MetadataComment.Start} {word}:"),
                        new TextEdit(TextSpan.FromBounds(end, start + line.Length), " " + MetadataComment.End),
                    ],
                    IsPreferred: true
                )
                : null
        );
    }

    private static bool IsExact(ReadOnlySpan<char> word) =>
        word.Equals(Words[0], StringComparison.OrdinalIgnoreCase)
        || word.Equals(Words[1], StringComparison.OrdinalIgnoreCase);

    private static bool IsKnown(MetadataEntry entry) =>
        entry.Value is not null && MetadataKeys.All.Contains(entry.Key, StringComparer.OrdinalIgnoreCase);

    private static bool HasWords(MetadataEntry entry) => !MetadataKeys.Values(Lower(entry.Key)).IsEmpty;

    /// <summary>What would be wrong with a value once it is in lower case, where only that is understood.</summary>
    private static string? Problem(MetadataEntry entry) =>
        MetadataKeys.Problem(Lower(entry.Key), HasWords(entry) ? Lower(entry.Value!) : entry.Value!);

    private static IEnumerable<TextEdit> Lower(string text, TextSpan span)
    {
        var written = text.Substring(span.Start, span.Length);
        return Lower(written) == written ? [] : [new TextEdit(span, Lower(written))];
    }

    private static string Lower(string word) =>
        string.Create(word.Length, word, static (result, from) => from.AsSpan().ToLowerInvariant(result));

    private static int Skip(string text, int at, int end, Func<char, bool> isSkipped)
    {
        while (at < end && isSkipped(text[at]))
        {
            at++;
        }

        return at;
    }
}
