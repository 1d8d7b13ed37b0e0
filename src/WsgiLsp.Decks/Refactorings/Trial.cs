using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Refactorings;

/// <summary>A deck before and after some edits, to see what they do.</summary>
/// <param name="before">The deck.</param>
/// <param name="title">What the edits do.</param>
/// <param name="edits">The edits, ascending and without overlap.</param>
internal sealed class Trial(Deck before, string title, params ImmutableArray<TextEdit> edits)
{
    /// <summary>The deck after the edits.</summary>
    public Deck After { get; } = edits.Reverse().Aggregate(before, (deck, edit) => deck.With(edit));

    /// <summary>The edits under their title.</summary>
    public Refactoring Refactoring => new(title, edits);

    /// <summary>Whether all cards are there under the ids that they had, and nothing is wrong that was right.</summary>
    public bool KeepsCards() => AddsNoMistake() && Ids(before).SequenceEqual(Ids(After));

    /// <summary>The same, and all cards but one say what they said.</summary>
    public bool KeepsOthers(int section) =>
        KeepsCards()
        && Enumerable
            .Range(0, before.SectionCount)
            .All(index => index == section || before.Entries[index].Section.Text == After.Entries[index].Section.Text);

    /// <summary>The same, but for one more card, after the given section.</summary>
    public bool AddsCardAfter(int section)
    {
        var ids = Ids(After).ToList();
        if (ids.Count != before.SectionCount + 1 || !After.Entries[section + 1].IsAsked || !AddsNoMistake())
        {
            return false;
        }

        ids.RemoveAt(section + 1);
        return Ids(before).SequenceEqual(ids) && SaysTheSame(section);
    }

    /// <summary>What a section's card says after the edit; null where it is none any more.</summary>
    public CardContent? ContentOf(int section) =>
        section < After.SectionCount ? After.Entries[section].Card?.Content : null;

    // Contents hold arrays, which are equal only if they are the same.
    private bool SaysTheSame(int section)
    {
        var (one, other) = (before.Entries[section].Card!.Content, ContentOf(section)!);
        return one.Kind == other.Kind
            && one.Prompt == other.Prompt
            && one.Answer == other.Answer
            && one.Explanation == other.Explanation;
    }

    private bool AddsNoMistake() => Mistakes(After) <= Mistakes(before);

    private static int Mistakes(Deck deck) => deck.Findings.Count(found => found.Finding.Severity <= Severity.Warning);

    private static IEnumerable<string?> Ids(Deck deck) => deck.Entries.Select(entry => entry.Id);
}
