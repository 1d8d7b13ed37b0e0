using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Study.Sessions;

/// <summary>
/// Decks as a page for quick revision, in Markdown: most forgotten first, and what is due folded, because to read it would
/// spoil the next answer.
/// </summary>
/// <param name="Lines">The page, without line ends; empty where no card is as wanted.</param>
/// <param name="Read">Keys of the items whose answers stand there unfolded: who reads the page peeks at them.</param>
/// <param name="Cards">The same for faces that lay the page out themselves: its cards in the same order.</param>
public sealed record CheatSheet(
    ImmutableArray<string> Lines,
    ImmutableArray<string> Read,
    ImmutableArray<CheatSheetCard> Cards
)
{
    /// <summary>Makes a page. Pure.</summary>
    /// <param name="decks">The decks, in the order in which they stand on the page.</param>
    /// <param name="states">What the log knows of items.</param>
    /// <param name="moment">Now.</param>
    /// <param name="options">Selection and limit; the mode is <see cref="StudyMode.CheatSheet"/>.</param>
    public static CheatSheet Of(
        IReadOnlyCollection<Deck> decks,
        ItemStates states,
        StudyMoment moment,
        SessionOptions options
    )
    {
        List<Card> cards = [.. decks.SelectMany(deck => deck.Cards)];
        var entries = SessionPlan
            .Askable(cards, states, moment, options with { Mode = StudyMode.CheatSheet })
            .GroupBy(candidate => candidate.Card)
            .Select(items => new Entry(
                items.Key,
                items.Any(item => item.State.IsDueAt(moment.Day, moment.Milliseconds)),
                items.Min(item => SessionPlan.Retrievability(item.State, moment, states.Fsrs[item.Card.Kind]))
            ))
            .OrderBy(entry => entry.Retrievability)
            .Take(options.Limit ?? int.MaxValue)
            .ToLookup(entry => entry.Card.DeckId, StringComparer.Ordinal);
        List<Deck> shown =
        [
            .. decks.DistinctBy(deck => deck.Id, StringComparer.Ordinal).Where(deck => entries.Contains(deck.Id)),
        ];
        return new CheatSheet(
            [.. shown.SelectMany((deck, index) => Page(deck.Title, [.. entries[deck.Id]], isFirst: index == 0))],
            [
                .. entries
                    .SelectMany(ofDeck => ofDeck)
                    .Where(entry => !entry.IsDue)
                    .SelectMany(entry => entry.Card.Items.Select(name => SessionItem.KeyOf(entry.Card, name))),
            ],
            [
                .. shown.SelectMany(deck =>
                    Groups([.. entries[deck.Id]]).SelectMany(group => group.Select(entry => Told(deck, entry)))
                ),
            ]
        );
    }

    private static IEnumerable<string> Page(string title, ImmutableArray<Entry> entries, bool isFirst)
    {
        var groups = Groups(entries).ToList();
        var hasGroups = groups.Exists(group => group.Key.Length > 0);
        return
        [
            .. isFirst ? (IEnumerable<string>)[] : [""],
            $"# {title}",
            .. groups.SelectMany(group =>
                (
                    hasGroups
                        ? ["", $"## {(group.Key.Length > 0 ? group.Key : "Other cards")}"]
                        : (IEnumerable<string>)[]
                ).Concat(group.SelectMany(entry => CardLines(entry, hasGroups ? "###" : "##")))
            ),
        ];
    }

    private static IEnumerable<IGrouping<string, Entry>> Groups(ImmutableArray<Entry> entries) =>
        entries.GroupBy(entry => string.Join(" › ", entry.Card.Path), StringComparer.Ordinal);

    private static CheatSheetCard Told(Deck deck, Entry entry)
    {
        var (prompt, answer) = Texts(entry);
        return new CheatSheetCard(deck, entry.Card, prompt, answer, entry.IsDue);
    }

    private static IEnumerable<string> CardLines(Entry entry, string heading)
    {
        var (prompt, answer) = Texts(entry);
        var lines = prompt.Split('\n');
        var body = string.Join('\n', lines[1..]).Trim('\n');
        string[] parts = entry.IsDue
            ? [$"{heading} {lines[0]}", body, "<details>\n<summary>due</summary>", answer, "</details>"]
            : [$"{heading} {lines[0]}", body, answer];
        return parts.Where(part => part.Length > 0).SelectMany(part => part.Split('\n').Prepend(""));
    }

    /// <summary>What stands above the fold, and what below it. An open text with blanks is shown with them filled.</summary>
    private static (string Prompt, string Answer) Texts(Entry entry) =>
        entry.Card.Content switch
        {
            ClozeContent cloze => entry.IsDue ? (cloze.Ask(item: null), cloze.Answer) : (cloze.Answer, ""),
            ChoiceContent choice => (
                choice.Prompt,
                Keys([.. choice.Options.Where(o => o.Correct).Select(o => o.Text)])
            ),
            TrueFalseContent statement => (
                statement.Prompt,
                $"{(statement.IsTrue ? "True" : "False")}.\n\n{statement.Explanation}".TrimEnd()
            ),
            ExplainContent explain => (
                explain.Prompt,
                $"{Numbered(explain.Concepts.Select(concept => concept.Text))}\n\n{explain.ModelAnswer}".TrimEnd()
            ),
            var other => (other.Prompt, other.Answer),
        };

    private static string Keys(ImmutableArray<string> keys) =>
        keys is [var only] ? only : string.Join('\n', keys.Select(key => "- " + Indented(key, 2)));

    private static string Numbered(IEnumerable<string> texts) =>
        string.Join('\n', texts.Select((text, index) => $"{index + 1}. {Indented(text, 3)}"));

    private static string Indented(string text, int by) =>
        text.Replace("\n", "\n" + new string(' ', by), StringComparison.Ordinal);

    /// <summary>A card on the page.</summary>
    /// <param name="Card">The card.</param>
    /// <param name="IsDue">Whether one of its items is due.</param>
    /// <param name="Retrievability">The chance that its most forgotten item is remembered, 0…1.</param>
    private sealed record Entry(Card Card, bool IsDue, double Retrievability);
}

/// <summary>A card on a page for quick revision.</summary>
/// <param name="Deck">Its deck.</param>
/// <param name="Card">The card.</param>
/// <param name="Prompt">What stands above the fold, Markdown.</param>
/// <param name="Answer">What stands below it, Markdown; empty where the prompt says all.</param>
/// <param name="IsDue">Whether one of its items is due: then it is folded.</param>
public sealed record CheatSheetCard(Deck Deck, Card Card, string Prompt, string Answer, bool IsDue);
