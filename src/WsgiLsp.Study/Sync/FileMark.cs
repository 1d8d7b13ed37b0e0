using System.Globalization;
using System.Security.Cryptography;

namespace WsgiLsp.Study.Sync;

/// <summary>A place in a file that only grows, and a mark of what stands before it, to tell when it did not only grow.</summary>
/// <param name="Offset">In bytes.</param>
/// <param name="Lines">Number of lines before it.</param>
/// <param name="Before">A hash of the bytes before it, up to <see cref="Hashed"/>.</param>
internal sealed record FileMark(long Offset, int Lines, string Before)
{
    /// <summary>How many bytes are hashed: a few events, each with an id of its own.</summary>
    private const int Hashed = 1024;

    public static FileMark Beginning { get; } = new(0, 0, "");

    /// <summary>The mark of a place in a file.</summary>
    public static FileMark At(FileStream file, long offset, int lines) =>
        offset == 0 ? Beginning : new(offset, lines, HashBefore(file, offset));

    /// <summary>Whether the file still has what stood before the mark.</summary>
    public bool IsIn(FileStream file) => Offset == 0 || (file.Length >= Offset && HashBefore(file, Offset) == Before);

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static FileMark? Parse(string? text) =>
        text?.Split(' ') is [var offset, var lines, var before]
        && long.TryParse(offset, NumberStyles.None, CultureInfo.InvariantCulture, out var at)
        && int.TryParse(lines, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new FileMark(at, number, before)
            : null;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Offset} {Lines} {Before}");

    private static string HashBefore(FileStream file, long offset)
    {
        var bytes = new byte[Math.Min(Hashed, offset)];
        file.Position = offset - bytes.Length;
        file.ReadExactly(bytes);
        return Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8));
    }
}
