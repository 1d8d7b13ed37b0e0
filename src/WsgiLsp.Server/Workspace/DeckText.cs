using System.Text;

namespace WsgiLsp.Server.Workspace;

/// <summary>
/// A file's text together with how it is stored, so that it can be written back as it was: UTF-8, or UTF-16 where a byte
/// order mark says so, with or without the mark.
/// </summary>
public sealed class DeckText
{
    /// <summary>Why a text that is not faithful is not written.</summary>
    public const string Unfaithful = "it has bytes that are no UTF-8, and they would be lost";

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Longer marks first: that of UTF-32 begins with that of UTF-16.</summary>
    private static readonly Encoding[] Marked =
    [
        new UTF32Encoding(bigEndian: false, byteOrderMark: true),
        new UTF32Encoding(bigEndian: true, byteOrderMark: true),
        new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
        new UnicodeEncoding(bigEndian: false, byteOrderMark: true),
        new UnicodeEncoding(bigEndian: true, byteOrderMark: true),
    ];

    private readonly Encoding encoding;
    private readonly int markLength;

    private DeckText(byte[] bytes)
    {
        Bytes = bytes;
        encoding = Array.Find(Marked, e => bytes.AsSpan().StartsWith(e.Preamble)) ?? Utf8;
        markLength = encoding.Preamble.Length;
        Text = encoding.GetString(bytes, markLength, bytes.Length - markLength);
    }

    /// <summary>The text, without byte order mark. Bytes that are no text have become U+FFFD.</summary>
    public string Text { get; }

    /// <summary>What the file holds.</summary>
    public byte[] Bytes { get; }

    /// <summary>Whether the text says all that the bytes do, so that it may be written back.</summary>
    public bool IsFaithful => Encode(Text).AsSpan().SequenceEqual(Bytes);

    /// <summary>The place in the text of the first sign that stands for bytes that are no text; null where there is none.</summary>
    public int? FirstLost
    {
        get
        {
            var strict = (Encoding)encoding.Clone();
            strict.DecoderFallback = DecoderFallback.ExceptionFallback;
            try
            {
                strict.GetCharCount(Bytes, markLength, Bytes.Length - markLength);
                return null;
            }
            catch (DecoderFallbackException e)
            {
                var before = Math.Clamp(e.Index, 0, Bytes.Length - markLength);
                var at = Text.IndexOf('\uFFFD', encoding.GetCharCount(Bytes, markLength, before));
                return at < 0 ? null : at;
            }
        }
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read.</exception>
    public static DeckText Read(string path) => new(File.ReadAllBytes(path));

    /// <summary>Reads a stream to its end.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    public static DeckText Read(Stream stream)
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return new DeckText(bytes.ToArray());
    }

    /// <summary>Another text, stored in the same way.</summary>
    public byte[] Encode(string text)
    {
        var result = new byte[markLength + encoding.GetByteCount(text)];
        encoding.Preamble.CopyTo(result);
        encoding.GetBytes(text, result.AsSpan(markLength));
        return result;
    }
}
