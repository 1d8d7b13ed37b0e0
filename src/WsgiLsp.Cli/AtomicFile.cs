using System.Text;

namespace WsgiLsp.Cli;

/// <summary>
/// A text file that is read, and perhaps replaced by another text. A reader of the file sees the old text or the new one,
/// never a part; encoding, byte order mark and mode bits stay, and of a symbolic link it is the target that is replaced.
/// </summary>
internal sealed class AtomicFile
{
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);

    // The mark of UTF-16 is the beginning of that of UTF-32.
    private static readonly Encoding[] MarkedEncodings =
    [
        Encoding.UTF8,
        Encoding.UTF32,
        new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        Encoding.Unicode,
        Encoding.BigEndianUnicode,
    ];

    private readonly string target;
    private readonly byte[] bytes;
    private readonly Encoding encoding;

    private AtomicFile(string target, byte[] bytes)
    {
        this.target = target;
        this.bytes = bytes;
        encoding = Array.Find(MarkedEncodings, marked => bytes.AsSpan().StartsWith(marked.Preamble)) ?? Utf8;
        Text = encoding.GetString(bytes.AsSpan(encoding.Preamble.Length));
    }

    /// <summary>The text without its byte order mark. Bytes that are no text are U+FFFD.</summary>
    public string Text { get; }

    /// <summary>Reads a file: UTF-8, or what its byte order mark says.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static AtomicFile Read(string path)
    {
        var real = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path;
        return new AtomicFile(real, File.ReadAllBytes(real));
    }

    /// <summary>Replaces the text.</summary>
    /// <exception cref="IOException">
    /// The file cannot be written, was changed since it was read, or holds bytes that are no text and would be lost.
    /// </exception>
    /// <exception cref="UnauthorizedAccessException">The file or its folder may not be written.</exception>
    public void Replace(string text)
    {
        if (!bytes.AsSpan().SequenceEqual(Encode(Text)))
        {
            throw new IOException(
                $"it holds bytes that are not {encoding.WebName.ToUpperInvariant()}; save it as UTF-8"
            );
        }

        // Whoever may write the folder could replace a file that is write-protected: its author did not mean that.
        File.OpenHandle(target, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite).Dispose();
        var temporary = $"{target}.{Guid.NewGuid():N}.tmp";
        try
        {
            Write(temporary, Encode(text));
            if (!File.ReadAllBytes(target).AsSpan().SequenceEqual(bytes))
            {
                throw new IOException("it was changed meanwhile; run the command again");
            }

            File.Move(temporary, target, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }

    private void Write(string path, byte[] content)
    {
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(stream.SafeFileHandle, File.GetUnixFileMode(target));
        }

        stream.Write(content);
        stream.Flush(flushToDisk: true);
    }

    private byte[] Encode(string text) => [.. encoding.Preamble, .. encoding.GetBytes(text)];
}
