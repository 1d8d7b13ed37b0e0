namespace WsgiLsp.Study.Reviews;

/// <summary>Reads events line by line. A line that is none hinders no other.</summary>
public static class EventLines
{
    /// <summary>So many lines are taken in at once: few enough for a short transaction, many enough to be fast.</summary>
    public const int Batch = 10_000;

    /// <summary>A line that is longer, in bytes, is no event: what a learner types is bounded.</summary>
    private const int LongestLine = 16 << 20;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>The lines from where a stream stands to its end.</summary>
    /// <param name="stream">UTF-8, read as lines are asked for.</param>
    /// <param name="start">Where the stream stands, in bytes from the file's beginning.</param>
    /// <param name="linesBefore">Number of lines before that.</param>
    /// <param name="isGrowing">Whether what stands behind the last line end may be half a line, and is left alone.</param>
    public static IEnumerable<EventLine> Read(
        Stream stream,
        long start = 0,
        int linesBefore = 0,
        bool isGrowing = false
    )
    {
        var buffer = new byte[1 << 16];
        var (held, number, isTooLong) = (0, linesBefore, false);
        while (true)
        {
            var read = stream.Read(buffer, held, buffer.Length - held);
            var from = 0;
            while (buffer.AsSpan(from, held + read - from).IndexOf((byte)'\n') is >= 0 and var length)
            {
                yield return Line(buffer.AsSpan(from, length), ++number, start, start + length + 1, isTooLong);
                (start, from, isTooLong) = (start + length + 1, from + length + 1, false);
            }

            held = held + read - from;
            buffer.AsSpan(from, held).CopyTo(buffer);
            if (read == 0)
            {
                break;
            }

            if (held > LongestLine)
            {
                (start, held, isTooLong) = (start + held, 0, true);
            }
            else if (held == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }

        if (!isGrowing && (held > 0 || isTooLong))
        {
            yield return Line(buffer.AsSpan(0, held), ++number, start, start + held, isTooLong);
        }
    }

    private static EventLine Line(ReadOnlySpan<byte> text, int number, long start, long end, bool isTooLong)
    {
        if (isTooLong)
        {
            return new EventLine(number, start, end, null, "the line is too long");
        }

        if (start == 0 && text.StartsWith(ByteOrderMark))
        {
            text = text[ByteOrderMark.Length..];
        }

        string? problem = null;
        var logged = text.Trim(" \t\r"u8).IsEmpty ? null : EventJson.Read(text, out problem);
        return new EventLine(number, start, end, logged, problem);
    }
}
