using System.Collections.Immutable;
using System.Text;
using WsgiLsp.Decks.Formatting;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

/// <summary>
/// Applies the safe fixes of a deck (<see cref="Fix.IsSafe"/>) until none is left. What is ignored or switched off is no
/// finding, and so stays as it is.
/// </summary>
public static class FixAll
{
    /// <summary>How many rounds may pass without less to fix: what two rules change to and fro must end.</summary>
    private const int Patience = 10;

    /// <summary>Applies all safe fixes.</summary>
    /// <returns>The deck afterwards, the same one where nothing was to be done, and how many fixes were applied.</returns>
    public static (Deck Deck, int Applied) Apply(Deck deck) => Apply(deck, static _ => true);

    /// <summary>Applies the safe fixes of some rules.</summary>
    /// <param name="deck">The deck.</param>
    /// <param name="isWanted">Whether to fix what the rule of that name finds.</param>
    /// <returns>The deck afterwards, the same one where nothing was to be done, and how many fixes were applied.</returns>
    public static (Deck Deck, int Applied) Apply(Deck deck, Func<string, bool> isWanted)
    {
        var applied = 0;
        var (fewest, rounds) = (int.MaxValue, 0);
        while (Fixable(deck, isWanted).Count() is > 0 and var left && rounds < Patience)
        {
            (fewest, rounds) = left < fewest ? (left, 0) : (fewest, rounds + 1);
            var (edits, count) = Choose(deck, isWanted);
            deck = deck.With(Join(deck.Text, edits));
            applied += count;
        }

        return (deck, applied);
    }

    /// <summary>The edits that apply all safe fixes, ascending and as small as an editor likes; none where none is left.</summary>
    public static ImmutableArray<TextEdit> Edits(Deck deck)
    {
        var (mended, applied) = Apply(deck);
        return applied == 0 ? [] : [.. LineEdits.Between(deck.Text.ToString(), mended.Text.ToString(), start: 0)];
    }

    /// <summary>The fix of a finding that needs no look; null where there is none.</summary>
    public static Fix? SafeFix(this Finding finding) => finding.Fixes.FirstOrDefault(fix => fix.IsSafe);

    private static IEnumerable<PlacedFinding> Fixable(Deck deck, Func<string, bool> isWanted) =>
        deck.Findings.Where(place =>
            place.Finding.SafeFix() is { Edits.IsEmpty: false } && isWanted(place.Finding.Rule)
        );

    /// <summary>The edits of one round, in ascending order and apart from each other, and of how many fixes they are.</summary>
    private static (List<TextEdit> Edits, int Fixes) Choose(Deck deck, Func<string, bool> isWanted)
    {
        var chosen = new SortedEdits();
        var answers = new HashSet<(string Rule, string Title)>();
        var count = 0;
        foreach (var place in Fixable(deck, isWanted))
        {
            // What a finding says that looks at other places may change with them: of three cards with one id, two would
            // get the same new one. The second waits for the next round.
            var fix = place.Finding.SafeFix()!;
            if (
                (place.Finding.Related.IsEmpty || answers.Add((place.Finding.Rule, fix.Title)))
                && chosen.TryAdd(place.Edits(fix))
            )
            {
                count++;
            }
        }

        return (chosen.Edits, count);
    }

    /// <summary>Several edits as one, so that the deck is read anew once.</summary>
    private static TextEdit Join(SourceText text, List<TextEdit> edits)
    {
        var start = edits[0].Span.Start;
        var result = new StringBuilder();
        var at = start;
        foreach (var edit in edits)
        {
            result.Append(text.ToString(TextSpan.FromBounds(at, edit.Span.Start))).Append(edit.NewText);
            at = edit.Span.End;
        }

        return new TextEdit(TextSpan.FromBounds(start, at), result.ToString());
    }

    /// <summary>Edits in ascending order, none of which touches another: who comes first, wins.</summary>
    private sealed class SortedEdits
    {
        private static readonly Comparer<TextEdit> ByStart = Comparer<TextEdit>.Create(
            (a, b) => a.Span.Start.CompareTo(b.Span.Start)
        );

        public List<TextEdit> Edits { get; } = [];

        /// <summary>Adds all edits of a fix, or none.</summary>
        public bool TryAdd(ImmutableArray<TextEdit> edits)
        {
            if (edits.Any(Touches))
            {
                return false;
            }

            foreach (var edit in edits)
            {
                // A fix may replace a word and insert before it.
                var found = Edits.BinarySearch(edit, ByStart);
                Edits.Insert(found < 0 ? ~found : found + 1, edit);
            }

            return true;
        }

        private bool Touches(TextEdit edit)
        {
            var found = Edits.BinarySearch(edit, ByStart);
            var next = ~found;
            return found >= 0
                || (next < Edits.Count && Edits[next].Span.Start <= edit.Span.End)
                || (next > 0 && Edits[next - 1].Span.End >= edit.Span.Start);
        }
    }
}
