using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules;

namespace WsgiLsp.Server.Capture;

/// <summary>A deck with one more card.</summary>
/// <param name="Text">The deck's text.</param>
/// <param name="Card">The new section.</param>
public sealed record AppendedCard(string Text, DeckSection Card);

/// <summary>
/// Puts a card behind the others of a deck. How it has to be written is found by reading the result: nothing else of the deck
/// may change, and nothing of what is captured later may.
/// </summary>
internal static class DeckAppend
{
    private const int DefaultLevel = 2;
    private const string Probe = "Is this a card?\n\nIt is.\n";

    /// <summary>The deck with the card; null where there is no way.</summary>
    /// <param name="text">The deck's text.</param>
    /// <param name="settings">How it is read.</param>
    /// <param name="card">The card.</param>
    public static AppendedCard? Add(string text, DeckSettings settings, CapturedCard card)
    {
        var before = Deck.Parse(text, settings);
        var cards = before.Sections.Where(section => section.Card is { Kind: not CardKind.Note }).ToList();
        var level = before.FrontMatter.CardLevel ?? (cards.Count > 0 ? cards[^1].Level : DefaultLevel);

        // Behind the last card, where notes or groups that end the deck would else take the card for their own.
        int[] places = cards.Count > 0 ? [text.Length, cards[^1].Span.End] : [text.Length];
        AppendedCard? sound = null;
        foreach (var written in card.Write(level))
        {
            foreach (var place in places)
            {
                var (added, isClean) = Try(before, text, settings, place, written, level);
                if (isClean)
                {
                    return added;
                }

                sound ??= added;
            }
        }

        return sound;
    }

    private static (AppendedCard? Added, bool IsClean) Try(
        Deck before,
        string text,
        DeckSettings settings,
        int place,
        string written,
        int level
    )
    {
        var result = Insert(text, place, written);
        var after = Deck.Parse(result, settings);
        var probed = Deck.Parse(Insert(text, place, $"{written}\n{new string('#', level)} {Probe}"), settings);
        var index = NewSection(before, after);
        if (
            index < 0
            || after.Section(index).Card is null or { Kind: CardKind.Note }
            || probed.SectionCount != after.SectionCount + 1
            || !IsSame(probed.Section(index), after.Section(index))
        )
        {
            return (null, false);
        }

        return (new AppendedCard(result, after.Section(index)), Complaints(after) <= Complaints(before));
    }

    /// <summary>The index of the one section that came; −1 where others came, went or changed.</summary>
    private static int NewSection(Deck before, Deck after)
    {
        if (after.SectionCount != before.SectionCount + 1)
        {
            return -1;
        }

        var index = 0;
        while (index < before.SectionCount && IsSame(before.Section(index), after.Section(index)))
        {
            index++;
        }

        return Enumerable
            .Range(index, before.SectionCount - index)
            .All(old => IsSame(before.Section(old), after.Section(old + 1)))
            ? index
            : -1;
    }

    private static bool IsSame(DeckSection one, DeckSection other) =>
        one.Role == other.Role
        && one.Level == other.Level
        && one.Title == other.Title
        && one.Card?.Kind == other.Card?.Kind
        && one.Card?.Key == other.Card?.Key;

    /// <summary>How much <c>wsgilsp check</c> would complain of.</summary>
    private static int Complaints(Deck deck) =>
        deck.Findings.Count(placed => placed.Finding.Severity <= Severity.Warning);

    private static string Insert(string text, int place, string written)
    {
        var lineEnd = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var head = text[..place].TrimEnd();
        var tail = text[place..].TrimStart('\r', '\n');
        return string.Concat(
            head,
            head.Length > 0 ? lineEnd + lineEnd : "",
            written.ReplaceLineEndings(lineEnd),
            tail.Length > 0 ? lineEnd : "",
            tail
        );
    }
}
