using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Formatting;

/// <summary>Where a section stands.</summary>
/// <param name="IsFirst">Whether no heading, and nothing else, stands before it.</param>
/// <param name="IsLast">Whether the file ends with it.</param>
internal readonly record struct SectionPlace(bool IsFirst, bool IsLast);

/// <summary>A formatted section.</summary>
/// <param name="Text">Its canonical text.</param>
/// <param name="Refused">How many changes were not made because they would have changed what the section says.</param>
internal readonly record struct FormattedSection(string Text, int Refused);

/// <summary>
/// Formats one section, by passes that each see to one thing. After each pass the result is parsed and compared with the
/// original; changes that alter its meaning are taken back. The passes are repeated until nothing changes, so that
/// formatting a formatted section does nothing.
/// </summary>
internal sealed class SectionFormatter
{
    private const int MostRounds = 8;

    // Nobody writes such lines by hand, and Markdig needs long for some of them.
    private const int LongestLine = 20_000;

    private static readonly Func<Draft, SectionPlace, IEnumerable<Change>>[] Passes =
    [
        (draft, _) => TrailingSpace.Changes(draft),
        (draft, _) => Headings.Changes(draft),
        (draft, _) => HeadingComment.Changes(draft),
        (draft, _) => Bullets.Changes(draft),
        (draft, _) => Boxes.Changes(draft),
        (draft, _) => ListIndentation.Changes(draft),
        (draft, _) => BlockIndentation.Changes(draft),
        (draft, _) => Tables.Changes(draft),
        BlankLines.Changes,
    ];

    private readonly Lazy<string> meaning;
    private Draft draft;
    private int refused;

    private SectionFormatter(string text)
    {
        var original = new Draft(text);
        draft = original;
        meaning = new(() => Meaning.Of(original), isThreadSafe: false);
    }

    /// <summary>Formats a section.</summary>
    /// <param name="text">The section; its lines end with LF.</param>
    /// <param name="place">Where it stands.</param>
    public static FormattedSection Format(string text, SectionPlace place)
    {
        if (IsTooLong(text))
        {
            return new(Ended(text), 0);
        }

        var formatter = new SectionFormatter(text);
        if (!formatter.draft.IsParsed)
        {
            return new(Ended(text), 0);
        }

        for (var round = 0; round < MostRounds; round++)
        {
            var before = formatter.draft;
            formatter.refused = 0;
            foreach (var pass in Passes)
            {
                formatter.Take([.. pass(formatter.draft, place)]);
            }

            if (formatter.draft.Text == before.Text)
            {
                return new(before.Text, formatter.refused);
            }
        }

        return new(Ended(text), 1);
    }

    /// <summary>Those of some changes that leave a section's meaning.</summary>
    public static IEnumerable<TextEdit> Harmless(string text, Func<Draft, IEnumerable<Change>> pass)
    {
        var formatter = new SectionFormatter(text);
        if (IsTooLong(text) || !formatter.draft.IsParsed)
        {
            return [];
        }

        var changes = pass(formatter.draft).ToList();
        formatter.Take(changes);
        return formatter.refused == 0 ? changes.SelectMany(change => change.Edits).OrderBy(e => e.Span.Start) : [];
    }

    private static bool IsTooLong(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.Length > LongestLine)
            {
                return true;
            }
        }

        return false;
    }

    private static string Ended(string text) => text.Length == 0 || text[^1] == '\n' ? text : text + "\n";

    /// <summary>Makes the changes that are harmless: all at once, or else each half by itself.</summary>
    private void Take(List<Change> changes)
    {
        if (changes.Count == 0)
        {
            return;
        }

        var next = draft.With(changes.SelectMany(change => change.Edits).OrderBy(edit => edit.Span.Start));
        if (next.IsParsed && Meaning.Of(next) == meaning.Value)
        {
            draft = next;
        }
        else if (changes.Count == 1)
        {
            refused++;
        }
        else
        {
            TakeHalves(changes);
        }
    }

    // The later half first, so that the places of the earlier one stay right.
    private void TakeHalves(List<Change> changes)
    {
        var ordered = changes.OrderBy(change => change.Edits[0].Span.Start).ToList();
        var middle = ordered.Count / 2;
        Take(ordered[middle..]);
        Take(ordered[..middle]);
    }
}
