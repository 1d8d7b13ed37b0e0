using System.Security.Cryptography;
using System.Text;

namespace WsgiLsp.Server.Sheets;

/// <summary>The files of quiz sheets: what they are called, where they are, and how one is written.</summary>
internal static class SheetFile
{
    /// <summary>How the names end.</summary>
    public const string Extension = ".quiz.md";

    private const string FolderName = ".quiz";
    private const string Letters = "abcdefghijkmnpqrstuvwxyz23456789";
    private const int IdLength = 10;
    private const int MarkedLines = 16;
    private const string MarkStart = "<!-- sheet ";
    private const string MarkEnd = " -->";

    /// <summary>An id that no sheet has.</summary>
    public static string NewId() => RandomNumberGenerator.GetString(Letters, IdLength);

    /// <summary>The sheet's id that stands in a document; null where it is no sheet.</summary>
    /// <param name="path">The document's path.</param>
    /// <param name="lines">Its lines.</param>
    public static string? IdIn(string path, IEnumerable<string> lines) =>
        path.EndsWith(Extension, StringComparison.OrdinalIgnoreCase)
            ? lines.Take(MarkedLines).Select(IdOf).FirstOrDefault(id => id is not null)
            : null;

    /// <summary>
    /// Where a sheet of a deck goes: into the project's own folder for them, so that an editor serves both with one server;
    /// or into the learner's data, where the project cannot be written.
    /// </summary>
    /// <param name="project">The folder that the deck belongs to; null for none.</param>
    /// <param name="dataFolder">The learner's data folder.</param>
    /// <param name="deckId">The deck's id.</param>
    /// <param name="id">The sheet's id.</param>
    public static IEnumerable<string> Places(string? project, string dataFolder, string deckId, string id)
    {
        var name = $"{NameOf(deckId)}-{id}{Extension}";
        return new[] { project is null ? null : Path.Join(project, FolderName), Path.Join(dataFolder, "sheets") }
            .OfType<string>()
            .Select(folder => Path.Join(folder, name));
    }

    /// <summary>Writes a new sheet, and the ignore file of its folder.</summary>
    /// <param name="path">The sheet's path; its folder is made.</param>
    /// <param name="text">The text.</param>
    /// <exception cref="IOException">It cannot be written there, or something is in its way.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder may not be written.</exception>
    public static void Write(string path, string text)
    {
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (folder.LinkTarget is not null)
        {
            // Whoever made the project may have it point anywhere.
            throw new IOException($"{folder.FullName} is a link.");
        }

        Create(Path.Join(folder.FullName, ".gitignore"), "*\n", isNeeded: false);
        Create(path, text, isNeeded: true);
    }

    private static void Create(string path, string text, bool isNeeded)
    {
        if (!isNeeded && Path.Exists(path))
        {
            return;
        }

        // New only: what is there already is never written over.
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.Read);
        stream.Write(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text));
        stream.Flush(flushToDisk: true);
    }

    private static string? IdOf(string line)
    {
        var text = line.Trim();
        if (
            !text.StartsWith(MarkStart, StringComparison.Ordinal)
            || !text.EndsWith(MarkEnd, StringComparison.Ordinal)
            || text.Length <= MarkStart.Length + MarkEnd.Length
        )
        {
            return null;
        }

        var id = text[MarkStart.Length..^MarkEnd.Length];
        return id.All(char.IsAsciiLetterOrDigit) ? id : null;
    }

    /// <summary>A deck's id as part of a file's name: no separators, no spaces, not too long.</summary>
    private static string NameOf(string deckId)
    {
        const int longest = 40;
        var name = new string([.. deckId.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' ? c : '-')]).Trim('-');
        return name.Length switch
        {
            0 => "quiz",
            > longest => name[..longest],
            _ => name,
        };
    }
}
