using System.Buffers.Text;
using System.Text;

namespace WsgiLsp.Protocol;

/// <summary>What <see cref="FrameReader.TryRead"/> found.</summary>
internal enum Frame
{
    /// <summary>The buffer holds no complete message.</summary>
    Incomplete,

    /// <summary>A message's body.</summary>
    Body,

    /// <summary>A message that is too large; its body is skipped and reading goes on.</summary>
    TooLarge,
}

/// <summary>
/// Cuts the input into messages: a header section of lines, an empty line, and as many bytes as <c>Content-Length</c>
/// says. A body is one piece, so that nothing that reads it has to look for its next part; it is a view of the buffer, valid
/// until <see cref="Fill"/>.
/// </summary>
internal sealed class FrameReader(Stream input, long maxMessageBytes)
{
    private const int MaxHeaderBytes = 8 * 1024;

    // Bytes. Most messages are shorter; a longer one has a buffer of its own, which goes with it.
    private const int UsualSize = 64 * 1024;

    private byte[] _buffer = new byte[UsualSize];
    private int _start;
    private int _end;
    private long _bodyLength = -1;
    private long _toSkip;

    private ReadOnlySpan<byte> Unread => _buffer.AsSpan(_start, _end - _start);

    /// <summary>Takes the next message out of the buffer; <paramref name="length"/> is what its header says.</summary>
    /// <exception cref="InvalidDataException">The header cannot be understood, so that the next message cannot be found.</exception>
    public Frame TryRead(out ReadOnlyMemory<byte> body, out long length)
    {
        body = default;
        var skipped = (int)Math.Min(_toSkip, Unread.Length);
        _start += skipped;
        _toSkip -= skipped;
        length = _bodyLength;
        if (_toSkip > 0 || (_bodyLength < 0 && !TryReadHeader()))
        {
            return Frame.Incomplete;
        }

        length = _bodyLength;
        if (length > maxMessageBytes)
        {
            (_toSkip, _bodyLength) = (length, -1);
            return Frame.TooLarge;
        }

        if (Unread.Length < length)
        {
            return Frame.Incomplete;
        }

        body = _buffer.AsMemory(_start, (int)length);
        _start += (int)length;
        _bodyLength = -1;
        return Frame.Body;
    }

    /// <summary>Waits for more input; false at its end.</summary>
    public bool Fill()
    {
        MakeRoom();
        var read = input.Read(_buffer, _end, _buffer.Length - _end);
        _end += read;
        return read > 0;
    }

    /// <summary>
    /// The buffer grows with what has come, not by what a header says is to come: who only announces a large message gets no
    /// memory for it.
    /// </summary>
    private void MakeRoom()
    {
        var unread = Unread.Length;
        var size =
            Math.Max(unread, _bodyLength) < UsualSize ? UsualSize
            : unread < _buffer.Length ? _buffer.Length
            : (int)Math.Min(2L * unread, _bodyLength);
        var room = size == _buffer.Length ? _buffer : new byte[size];
        if (_start > 0 || room != _buffer)
        {
            Unread.CopyTo(room);
            (_buffer, _start, _end) = (room, 0, unread);
        }
    }

    private bool TryReadHeader()
    {
        var rest = Unread;
        long length = -1;
        while (rest.IndexOf((byte)'\n') is var lineEnd and >= 0)
        {
            var line = rest[..lineEnd];
            rest = rest[(lineEnd + 1)..];
            CheckHeaderSize(Unread.Length - rest.Length);
            line = line.EndsWith("\r"u8) ? line[..^1] : line;
            if (line.IsEmpty)
            {
                _bodyLength = length >= 0 ? length : throw new InvalidDataException("Content-Length is missing.");
                _start = _end - rest.Length;
                return true;
            }

            length = ReadField(line, length);
        }

        CheckHeaderSize(Unread.Length);
        return false;
    }

    private static long ReadField(ReadOnlySpan<byte> line, long length)
    {
        var colon = line.IndexOf((byte)':');
        if (colon <= 0)
        {
            throw new InvalidDataException("A header line has no colon.");
        }

        if (!Ascii.EqualsIgnoreCase(line[..colon].Trim((byte)' '), "Content-Length"u8))
        {
            return length;
        }

        var value = line[(colon + 1)..].Trim(" \t"u8);
        return Utf8Parser.TryParse(value, out long parsed, out var used) && used == value.Length && parsed >= 0
            ? parsed
            : throw new InvalidDataException("Content-Length is not a number of bytes.");
    }

    private static void CheckHeaderSize(long bytes)
    {
        if (bytes > MaxHeaderBytes)
        {
            throw new InvalidDataException("The header is longer than 8 KiB.");
        }
    }
}
