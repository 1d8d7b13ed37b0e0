using System.Collections.Immutable;
using System.Globalization;
using WsgiLsp.Study.Resuming;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Study.Sheets;

/// <summary>
/// What stands on a quiz sheet as far as its session goes, and where that is in the document that the learner writes in.
/// The learner may change anything there; only the last heading and the lines that ask under it are looked for, by what
/// they begin with.
/// </summary>
public sealed class SheetText
{
    private const string Arrow = "→";

    private readonly ImmutableArray<string> _opening;
    private readonly IReadOnlyList<TypedLine> _typed;
    private readonly string _heading;
    private readonly int _headings;
    private readonly int _asks;

    /// <summary>Puts a session's text together.</summary>
    /// <param name="opening">The transcript's head and its first question.</param>
    /// <param name="typed">What was typed, and what it was answered with; the last of it with an answer.</param>
    public SheetText(ImmutableArray<string> opening, IReadOnlyList<TypedLine> typed)
    {
        (_opening, _typed) = (opening, typed);
        Lines = [.. opening, .. typed.SelectMany(LinesOf)];
        _heading = Lines.Select(HeadingOf).OfType<string>().Last();
        var at = Enumerable.Range(0, Lines.Length).Last(i => HeadingOf(Lines[i]) == _heading);
        _headings = Lines.Count(line => HeadingOf(line) == _heading);
        _asks = Lines.Skip(at).Count(IsAsk);
    }

    /// <summary>The lines of the sheet up to the one that asks, without line ends.</summary>
    public ImmutableArray<string> Lines { get; }

    /// <summary>
    /// The line of a document that asks for what the session waits for, 0-based: what stands below is the learner's. Null
    /// where the document is behind: somebody undid what was written there, or it is an older file.
    /// </summary>
    public int? FindAsk(IReadOnlyList<string> document)
    {
        var (headings, asks) = (0, 0);
        for (var i = 0; i < document.Count; i++)
        {
            if (HeadingOf(document[i]) is { } heading && headings < _headings)
            {
                // What comes after the last one is the learner's, whatever it looks like.
                headings += heading == _heading ? 1 : 0;
                asks = 0;
            }

            asks += IsAsk(document[i]) ? 1 : 0;
            if (headings == _headings && asks == _asks)
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>
    /// What brings a document up to date that is behind: as much of it as the session knows stays, with what the learner
    /// changed there.
    /// </summary>
    /// <param name="document">The document's lines.</param>
    /// <returns>The first line to replace, with all that follow it, and what to put there, ready for the next answer.</returns>
    public (int Line, ImmutableArray<string> Lines) Missing(IReadOnlyList<string> document)
    {
        for (var known = _typed.Count; known >= 0; known--)
        {
            var ends = known == 0 || !_typed[known - 1].Reply.IsEmpty;
            if (ends && new SheetText(_opening, [.. _typed.Take(known)]).FindAsk(document) is { } ask)
            {
                return (ask + 1, [.. _typed.Skip(known).SelectMany(LinesOf), ""]);
            }
        }

        return (0, [.. Lines, ""]);
    }

    /// <summary>The line of an item's heading in a document, 0-based; null where it is gone.</summary>
    /// <param name="document">The document's lines.</param>
    /// <param name="number">The item's number, from 1.</param>
    public static int? FindItem(IReadOnlyList<string> document, int number)
    {
        var heading = number.ToString(CultureInfo.InvariantCulture);
        for (var i = document.Count - 1; i >= 0; i--)
        {
            if (HeadingOf(document[i]) == heading)
            {
                return i;
            }
        }

        return null;
    }

    private static IEnumerable<string> LinesOf(TypedLine typed) => [typed.Text, .. typed.Reply];

    /// <summary>A heading's number, or the word that ends a quiz; null for another line. Read as a formatter may leave it.</summary>
    private static string? HeadingOf(string line)
    {
        var text = line.AsSpan().Trim();
        var title = text.TrimStart('#').Trim();
        if (title.Length == text.Length)
        {
            return null;
        }

        if (title.SequenceEqual(TranscriptMarks.Result))
        {
            return TranscriptMarks.Result;
        }

        var digits = title.IndexOfAnyExceptInRange('0', '9');
        return digits > 0 && title[digits..].TrimStart().StartsWith('·') ? title[..digits].ToString() : null;
    }

    private static bool IsAsk(string line) => line.AsSpan().TrimStart().StartsWith(Arrow, StringComparison.Ordinal);
}
