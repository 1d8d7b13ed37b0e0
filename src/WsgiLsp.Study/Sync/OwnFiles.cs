using System.Collections.Immutable;
using System.Globalization;

namespace WsgiLsp.Study.Sync;

/// <summary>What a device wrote into a sync folder.</summary>
/// <param name="Row">The last row of the log whose event is in the folder; 0 for none.</param>
/// <param name="Ends">The end of each of the device's files, by its name.</param>
internal sealed record OwnFiles(long Row, ImmutableSortedDictionary<string, FileMark> Ends)
{
    /// <summary>The paths of a device's files among some.</summary>
    public static IEnumerable<string> Of(string device, IEnumerable<string> files) =>
        files.Where(file => Path.GetFileName(file).StartsWith(device + "-", StringComparison.Ordinal));

    /// <summary>What stands in a device's files now.</summary>
    /// <param name="row">The last row of the log whose event is in the folder.</param>
    /// <param name="files">Their paths.</param>
    /// <exception cref="IOException">One cannot be read.</exception>
    public static OwnFiles Now(long row, IEnumerable<string> files) =>
        new(row, files.ToImmutableSortedDictionary(path => Path.GetFileName(path), EndOf, StringComparer.Ordinal));

    /// <summary>Whether the device's files are as it left them.</summary>
    /// <param name="files">Their paths.</param>
    /// <exception cref="IOException">One cannot be read.</exception>
    public bool Are(IReadOnlyCollection<string> files) =>
        files.Count == Ends.Count
        && files.All(path => Ends.TryGetValue(Path.GetFileName(path), out var end) && EndOf(path) == end);

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static OwnFiles? Parse(string? text)
    {
        var lines = text?.Split('\n') ?? [];
        if (lines is not [var first, .. var rest] || !long.TryParse(first, CultureInfo.InvariantCulture, out var row))
        {
            return null;
        }

        var ends = ImmutableSortedDictionary.CreateBuilder<string, FileMark>(StringComparer.Ordinal);
        foreach (var line in rest)
        {
            var mark = line.IndexOf('\t', StringComparison.Ordinal);
            if (mark < 0 || FileMark.Parse(line[(mark + 1)..]) is not { } end)
            {
                return null;
            }

            ends[line[..mark]] = end;
        }

        return new OwnFiles(row, ends.ToImmutable());
    }

    /// <inheritdoc/>
    public override string ToString() =>
        string.Join(
            '\n',
            Ends.Select(end => $"{end.Key}\t{end.Value}").Prepend(Row.ToString(CultureInfo.InvariantCulture))
        );

    private static FileMark EndOf(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        return FileMark.At(file, file.Length, lines: 0);
    }
}
