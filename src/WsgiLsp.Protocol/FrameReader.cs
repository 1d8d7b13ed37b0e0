using System.Buffers;
using System.Buffers.Text;
using System.IO.Pipelines;
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
/// says. Bodies are views of the buffer, valid until <see cref="FillAsync"/>.
/// </summary>
internal sealed class FrameReader(PipeReader input, long maxMessageBytes)
{
    private const int MaxHeaderBytes = 8 * 1024;

    private ReadOnlySequence<byte> _buffer;
    private bool _hasBuffer;
    private long _bodyLength = -1;
    private long _toSkip;

    /// <summary>Takes the next message out of the buffer; <paramref name="length"/> is what its header says.</summary>
    /// <exception cref="InvalidDataException">The header cannot be understood, so that the next message cannot be found.</exception>
    public Frame TryRead(out ReadOnlySequence<byte> body, out long length)
    {
        body = default;
        var skipped = Math.Min(_toSkip, _buffer.Length);
        _buffer = _buffer.Slice(skipped);
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

        if (_buffer.Length < length)
        {
            return Frame.Incomplete;
        }

        body = _buffer.Slice(0, length);
        _buffer = _buffer.Slice(length);
        _bodyLength = -1;
        return Frame.Body;
    }

    /// <summary>Waits for more input; false at its end.</summary>
    public async ValueTask<bool> FillAsync()
    {
        var before = _buffer.Length;
        if (_hasBuffer)
        {
            input.AdvanceTo(_buffer.Start, _buffer.End);
            _hasBuffer = false;
        }

        var result = await input.ReadAsync();
        (_buffer, _hasBuffer) = (result.Buffer, true);
        return !result.IsCompleted || _buffer.Length > before;
    }

    private bool TryReadHeader()
    {
        Span<byte> copy = stackalloc byte[256];
        var lines = new SequenceReader<byte>(_buffer);
        long length = -1;
        while (lines.TryReadTo(out ReadOnlySequence<byte> line, (byte)'\n'))
        {
            CheckHeaderSize(lines.Consumed);
            var text = Trim(line, copy);
            if (text.IsEmpty)
            {
                _bodyLength = length >= 0 ? length : throw new InvalidDataException("Content-Length is missing.");
                _buffer = _buffer.Slice(lines.Position);
                return true;
            }

            length = ReadField(text, length);
        }

        CheckHeaderSize(_buffer.Length);
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

    /// <summary>A line without its carriage return. What is longer than the copy is no field of interest and is cut.</summary>
    private static ReadOnlySpan<byte> Trim(in ReadOnlySequence<byte> line, Span<byte> copy)
    {
        var head = line.Slice(0, Math.Min(line.Length, copy.Length));
        head.CopyTo(copy);
        ReadOnlySpan<byte> text = copy[..(int)head.Length];
        return text.EndsWith("\r"u8) ? text[..^1] : text;
    }

    private static void CheckHeaderSize(long bytes)
    {
        if (bytes > MaxHeaderBytes)
        {
            throw new InvalidDataException("The header is longer than 8 KiB.");
        }
    }
}
