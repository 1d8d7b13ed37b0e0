using System.Text;

namespace WsgiLsp.Cli.Study.Meanwhile;

/// <summary>The last part of what a command wrote, however much it writes. Safe to use from several threads.</summary>
/// <param name="capacity">How much is kept, in bytes.</param>
internal sealed class OutputTail(int capacity)
{
    private readonly Lock guard = new();
    private readonly byte[] ring = new byte[capacity];
    private long written;

    /// <summary>Adds what was written last.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        lock (guard)
        {
            // Of more than there is room for only the end will be left.
            var kept = bytes[Math.Max(0, bytes.Length - capacity)..];
            written += bytes.Length - kept.Length;
            var at = (int)(written % capacity);
            var first = Math.Min(kept.Length, capacity - at);
            kept[..first].CopyTo(ring.AsSpan(at));
            kept[first..].CopyTo(ring);
            written += kept.Length;
        }
    }

    /// <summary>
    /// Writes what is kept, read as UTF-8. Where the beginning is lost, it says how much, and begins with a whole line.
    /// </summary>
    public void WriteTo(TextWriter output)
    {
        var (bytes, lost) = Read();
        if (lost > 0)
        {
            var line = bytes.AsSpan().IndexOf((byte)'\n') + 1;
            bytes = bytes[line..];
            output.WriteLine($"… {lost + line} bytes before this are left out");
        }

        var text = Encoding.UTF8.GetString(bytes);
        output.Write(text);
        if (text.Length > 0 && !text.EndsWith('\n'))
        {
            output.WriteLine();
        }
    }

    private (byte[] Bytes, long Lost) Read()
    {
        lock (guard)
        {
            if (written <= capacity)
            {
                return (ring[..(int)written], 0);
            }

            var at = (int)(written % capacity);
            return ([.. ring[at..], .. ring[..at]], written - capacity);
        }
    }
}
