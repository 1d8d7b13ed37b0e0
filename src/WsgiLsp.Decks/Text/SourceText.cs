using System.Text;

namespace WsgiLsp.Decks.Text;

/// <summary>
/// An immutable text of lines. Line ends are LF, CRLF or CR, as LSP has them. It is kept in blocks of whole lines, which
/// versions share, so that an edit of a large file costs what it touches.
/// </summary>
public sealed class SourceText
{
    private const int BlockLength = 4096;

    private readonly TextBlock[] blocks;
    private readonly int[] offsets;
    private readonly int[] lines;

    /// <summary>Takes a whole text.</summary>
    public SourceText(string text)
        : this([.. Cut(text)])
    {
        Place(0, blocks.Length);
    }

    private SourceText(TextBlock[] blocks)
    {
        this.blocks = blocks;
        offsets = new int[blocks.Length + 1];
        lines = new int[blocks.Length + 1];
    }

    /// <summary>Length in UTF-16 code units.</summary>
    public int Length => offsets[^1];

    /// <summary>Number of lines: one more than line ends.</summary>
    // A final line end begins one more, empty, line.
    public int LineCount => lines[^1] + (blocks[^1].EndsLine ? 1 : 0);

    /// <summary>The pieces of which it is made, which versions share.</summary>
    internal ReadOnlySpan<TextBlock> Blocks => blocks;

    /// <summary>The text after an edit, sharing what the edit does not touch.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The edit reaches outside the text.</exception>
    public SourceText With(TextEdit edit)
    {
        var (start, end) = (edit.Span.Start, edit.Span.End);
        ArgumentOutOfRangeException.ThrowIfNegative(start, nameof(edit));
        ArgumentOutOfRangeException.ThrowIfNegative(edit.Span.Length, nameof(edit));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(end, Length, nameof(edit));
        var first = BlockAt(start);

        var last = BlockAt(end);
        var middle = new StringBuilder()
            .Append(blocks[first].Text, 0, start - offsets[first])
            .Append(edit.NewText)
            .Append(blocks[last].Text, end - offsets[last], offsets[last + 1] - end);

        // Blocks end with a line feed, so that no edit can join a line end across their border, and do not crumble.
        while (last + 1 < blocks.Length && (middle.Length < BlockLength / 2 || middle[^1] != '\n'))
        {
            last++;
            middle.Append(blocks[last].Text);
        }

        var put = Cut(middle.ToString());
        if (first + put.Count > 1 && last + 1 == blocks.Length && put[^1].Text.Length == 0)
        {
            put.RemoveAt(put.Count - 1);
        }

        var kept = blocks.Length - last - 1;
        var result = new SourceText([.. blocks.AsSpan(0, first), .. put, .. blocks.AsSpan(last + 1)]);
        Array.Copy(offsets, result.offsets, first + 1);
        Array.Copy(lines, result.lines, first + 1);
        result.Place(first, put.Count);
        result.PlaceLike(this, kept);
        return result;
    }

    /// <summary>The offset of a position; a line or column past the end is taken as the end, as LSP asks.</summary>
    public int GetOffset(LinePosition position)
    {
        if (position.Line < 0)
        {
            return 0;
        }

        if (position.Line >= LineCount)
        {
            return Length;
        }

        var length = GetLine(position.Line).Length;
        return LineStart(position.Line) + Math.Clamp(position.Character, 0, length);
    }

    /// <summary>The position of an offset in 0…<see cref="Length"/>.</summary>
    public LinePosition GetPosition(int offset)
    {
        var block = BlockAt(offset);
        if (offset == Length && blocks[block].EndsLine)
        {
            return new LinePosition(LineCount - 1, 0);
        }

        var line = blocks[block].LineAt(offset - offsets[block]);
        return new LinePosition(lines[block] + line, offset - offsets[block] - blocks[block].LineStart(line));
    }

    /// <summary>Where a line begins; the text's length for the line after the last one.</summary>
    public int LineStart(int line)
    {
        if (line >= lines[^1])
        {
            return Length;
        }

        var block = BlockOfLine(line);
        return offsets[block] + blocks[block].LineStart(line - lines[block]);
    }

    /// <summary>A line's text without its line end.</summary>
    public ReadOnlySpan<char> GetLine(int line)
    {
        if (line >= lines[^1])
        {
            return default;
        }

        var block = BlockOfLine(line);
        return LineEnd.Trim(blocks[block].FullLine(line - lines[block]));
    }

    /// <summary>A copy of a stretch.</summary>
    public string ToString(TextSpan span)
    {
        var block = BlockAt(span.Start);
        var start = span.Start - offsets[block];
        if (span.End <= offsets[block + 1])
        {
            return blocks[block].Text.Substring(start, span.Length);
        }

        return string.Create(
            span.Length,
            (this, span.Start, block),
            static (target, from) =>
            {
                var (text, start, block) = from;
                while (target.Length > 0)
                {
                    var part = text.blocks[block].Text.AsSpan(start - text.offsets[block]);
                    part = part[..Math.Min(part.Length, target.Length)];
                    part.CopyTo(target);
                    target = target[part.Length..];
                    start += part.Length;
                    block++;
                }
            }
        );
    }

    /// <summary>A copy of all.</summary>
    public override string ToString() => ToString(new TextSpan(0, Length));

    /// <summary>Reads the lines one after another, from the one that begins at an offset.</summary>
    internal LineReader ReadLines(int offset)
    {
        var block = BlockAt(offset);
        if (offset == Length && blocks[block].EndsLine)
        {
            return new LineReader(blocks, block, blocks[block].LineCount, offset, skipped: 0);
        }

        var line = blocks[block].LineAt(offset - offsets[block]);
        var skipped = offset - offsets[block] - blocks[block].LineStart(line);
        return new LineReader(blocks, block, line, offset, skipped);
    }

    private static List<TextBlock> Cut(string text)
    {
        var result = new List<TextBlock>(text.Length / BlockLength + 1);
        var start = 0;
        while (text.Length - start > BlockLength * 2)
        {
            // Ends after a line feed only: a lone carriage return might be followed by one.
            var feed = text.IndexOf('\n', start + BlockLength);
            if (feed < 0)
            {
                break;
            }

            result.Add(new TextBlock(text.Substring(start, feed + 1 - start)));
            start = feed + 1;
        }

        if (start < text.Length || result.Count == 0)
        {
            result.Add(new TextBlock(text[start..]));
        }

        return result;
    }

    /// <summary>Fills in where blocks end, from the first one after those whose ends are known.</summary>
    private void Place(int first, int count)
    {
        for (var i = first; i < first + count; i++)
        {
            offsets[i + 1] = offsets[i] + blocks[i].Text.Length;
            lines[i + 1] = lines[i] + blocks[i].LineCount;
        }
    }

    /// <summary>Fills in where the last blocks end, which are those of another text, without visiting them.</summary>
    private void PlaceLike(SourceText other, int count)
    {
        var offset = offsets[^(count + 1)] - other.offsets[^(count + 1)];
        var line = lines[^(count + 1)] - other.lines[^(count + 1)];
        for (var i = count; i > 0; i--)
        {
            offsets[^i] = other.offsets[^i] + offset;
            lines[^i] = other.lines[^i] + line;
        }
    }

    private int BlockAt(int offset)
    {
        var found = Array.BinarySearch(offsets, offset);
        return Math.Min(found >= 0 ? found : ~found - 1, blocks.Length - 1);
    }

    private int BlockOfLine(int line)
    {
        var found = Array.BinarySearch(lines, line);
        return found >= 0 ? found : ~found - 1;
    }
}
