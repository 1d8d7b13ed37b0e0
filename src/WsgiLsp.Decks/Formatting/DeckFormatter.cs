using System.Collections.Immutable;
using System.Text;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Formatting;

/// <summary>
/// Brings decks into their canonical form. What a deck says stays the same: its cards, and the HTML that it makes.
/// Formatting a formatted deck does nothing. Never fails: what cannot be understood is left as it is.
/// </summary>
public static class DeckFormatter
{
    // Below this number of sections, threads cost more than they save.
    private const int ParallelFrom = 64;

    private const char ByteOrderMark = '\ufeff';

    /// <summary>The edits that format a deck.</summary>
    /// <returns>Ascending edits that do not overlap; none where the deck is formatted already.</returns>
    public static ImmutableArray<TextEdit> Format(Deck deck) => Format(deck, 0, deck.SectionCount - 1).Edits;

    /// <summary>The edits that format the sections, from one heading to the next, that a stretch touches.</summary>
    /// <param name="deck">The deck.</param>
    /// <param name="range">The stretch; it may be empty.</param>
    /// <exception cref="ArgumentOutOfRangeException">The stretch reaches outside the text.</exception>
    public static ImmutableArray<TextEdit> Format(Deck deck, TextSpan range)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(range.Start, nameof(range));
        ArgumentOutOfRangeException.ThrowIfNegative(range.Length, nameof(range));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(range.End, deck.Text.Length, nameof(range));

        // Whole lines are selected up to the beginning of the next one.
        var last = range.Length == 0 || range.End == deck.Text.Length ? range.End : range.End - 1;
        return Format(deck, deck.SectionAt(range.Start), deck.SectionAt(last)).Edits;
    }

    /// <summary>
    /// The edits that tidy up one line when its author has left it for the next: a heading, a box, or the table that ends
    /// with it. No other line is touched, but for the table's.
    /// </summary>
    /// <param name="deck">The deck.</param>
    /// <param name="line">The 0-based line.</param>
    /// <returns>Ascending edits that do not overlap.</returns>
    public static ImmutableArray<TextEdit> FormatLine(Deck deck, int line)
    {
        if (line < 0 || line >= deck.Text.LineCount)
        {
            return [];
        }

        var section = new SectionText(deck, deck.SectionAt(deck.Text.LineStart(line)));
        var bodyLine = line - deck.Text.GetPosition(section.BodyStart).Line;
        if (bodyLine < 0)
        {
            return [];
        }

        var edits = SectionFormatter.Harmless(
            section.Body,
            draft =>
                Headings
                    .Changes(draft, bodyLine)
                    .Concat(Boxes.Changes(draft, bodyLine))
                    .Concat(Tables.ChangesEndingAt(draft, bodyLine))
        );
        var source = new SectionSource(section.Body);
        return
        [
            .. edits.Select(edit =>
            {
                // A line end may be shorter in the body than in the file.
                var place = source.Position(edit.Span.Start);
                var start = deck.Text.LineStart(line - bodyLine + place.Line) + place.Character;
                start += place.Line == 0 ? section.BodyStart - deck.Text.LineStart(line - bodyLine) : 0;
                return edit with { Span = edit.Span with { Start = start } };
            }),
        ];
    }

    /// <summary>The text after edits.</summary>
    /// <param name="text">The text before.</param>
    /// <param name="edits">Ascending edits that do not overlap.</param>
    public static string Apply(string text, ImmutableArray<TextEdit> edits)
    {
        var result = new StringBuilder(text.Length);
        var at = 0;
        foreach (var edit in edits)
        {
            result.Append(text, at, edit.Span.Start - at).Append(edit.NewText);
            at = edit.Span.End;
        }

        return result.Append(text, at, text.Length - at).ToString();
    }

    /// <summary>Formats some sections, and counts the changes that would have altered what the deck says.</summary>
    internal static (ImmutableArray<TextEdit> Edits, int Refused) Format(Deck deck, int first, int last)
    {
        var lineEnd = DominantLineEnd(deck.Text);
        var results = new (List<TextEdit> Edits, int Refused)[last - first + 1];
        if (results.Length < ParallelFrom)
        {
            for (var i = 0; i < results.Length; i++)
            {
                FormatAt(i);
            }
        }
        else
        {
            Parallel.For(0, results.Length, FormatAt);
        }

        ImmutableArray<TextEdit> edits = [.. results.SelectMany(result => result.Edits)];
        var refused = results.Sum(result => result.Refused);
        return KeepsSections(deck, edits) ? (edits, refused) : ([], refused + 1);

        void FormatAt(int i)
        {
            var section = new SectionText(deck, first + i);
            var (text, refused) = section.Format();
            text = lineEnd == "\n" ? text : text.Replace("\n", lineEnd, StringComparison.Ordinal);
            results[i] = ([.. LineEdits.Between(section.Original, text, section.Start)], refused);
        }
    }

    /// <summary>
    /// Whether the deck falls into the same sections after edits. Each section was compared by itself; where one ends, its
    /// neighbours have a word in as well.
    /// </summary>
    private static bool KeepsSections(Deck deck, ImmutableArray<TextEdit> edits)
    {
        if (edits.IsEmpty)
        {
            return true;
        }

        var text = Apply(deck.Text.ToString(), edits);

        // At the start of a file that sign is no part of the text.
        return text.StartsWith(ByteOrderMark) == deck.Text.GetLine(0).StartsWith(ByteOrderMark)
            && DeckBuilder
                .Scan(new SourceText(text))
                .Cuts.Select(cut => cut.Level)
                .SequenceEqual(deck.Cuts.Skip(1).Select(cut => cut.Level));
    }

    private static string DominantLineEnd(SourceText text)
    {
        var (windows, others) = (0, 0);
        var lines = text.ReadLines(0);
        while (lines.Read())
        {
            switch (lines.Next - lines.Start - lines.Line.Length)
            {
                case 2:
                    windows++;
                    break;
                case 1:
                    others++;
                    break;
                default:
                    break;
            }
        }

        return windows > others ? "\r\n" : "\n";
    }
}
