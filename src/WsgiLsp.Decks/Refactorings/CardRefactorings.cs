using System.Globalization;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Refactorings;

/// <summary>
/// Changes of one card. Each is tried on the deck before it is offered: it must do what it says, leave all other cards and
/// their ids alone, and add no mistake. What cannot be done so is null.
/// </summary>
public static class CardRefactorings
{
    /// <summary>In the place of an answer that its author is to write.</summary>
    internal const string SecondAnswer = "The second answer";

    /// <summary>In the place of a hint that its author is to write.</summary>
    internal const string Hint = "What helps to remember it";

    /// <summary>In the place of a question that its author is to write.</summary>
    internal const string SecondQuestion = "The second question";

    /// <summary>All changes of a card that can be made, the ones that are wanted most often first.</summary>
    /// <param name="deck">The deck.</param>
    /// <param name="section">Index of the card's section.</param>
    public static IEnumerable<Refactoring> Of(Deck deck, int section)
    {
        Func<Deck, int, Refactoring?>[] all =
        [
            KindRefactorings.RecallToCloze,
            KindRefactorings.RecallToChoice,
            KindRefactorings.AddRubric,
            KindRefactorings.ClozeToRecall,
            KindRefactorings.ChoiceToRecall,
            KindRefactorings.ExplainToRecall,
            AddHint,
            KindRefactorings.WrapAnswer,
            TurnAround,
            Split,
            PinId,
        ];
        return all.Select(one => one(deck, section)).OfType<Refactoring>();
    }

    /// <summary>Writes the card's id down, so that it stays when the heading is reworded.</summary>
    /// <param name="deck">The deck.</param>
    /// <param name="section">Index of the card's section.</param>
    public static Refactoring? PinId(Deck deck, int section)
    {
        var entry = deck.Entries[section];
        if (
            entry is not { IsAsked: true, Card: { HasExplicitId: false } card }
            || MetadataFix.Written("id", card.Id) is null
        )
        {
            return null;
        }

        var trial = new Trial(deck, "Pin its id", MetadataFix.Set(entry.Section, "id", card.Id).Shifted(deck, section));
        return trial.KeepsCards() && trial.After.Entries[section].Card!.HasExplicitId ? trial.Refactoring : null;
    }

    /// <summary>Puts a hint under the heading, to be written by the author.</summary>
    /// <param name="deck">The deck.</param>
    /// <param name="section">Index of the card's section.</param>
    public static Refactoring? AddHint(Deck deck, int section)
    {
        if (!deck.Entries[section].IsAsked)
        {
            return null;
        }

        var place = deck.Section(section);
        var line = LineEnd.Of(deck.Entries[section].Section.Text);
        var callout = $"{line}{line}> [!TIP]{line}> ";
        var at = EndOfLine(deck, Math.Max(place.Heading.End, place.Metadata.End));
        var trial = new Trial(
            deck,
            "Add a hint",
            new TextEdit(new TextSpan(at, 0), callout + Hint + (IsBlankAfter(deck, at) ? "" : line))
        );
        var before = deck.Entries[section].Card!.Content;
        var after = trial.ContentOf(section);
        return
            trial.KeepsCards()
            && after?.Kind == before.Kind
            && after.Hints.Length == before.Hints.Length + 1
            && after.Prompt == before.Prompt
            && after.Answer == before.Answer
            && after.Explanation == before.Explanation
            ? trial.Refactoring with
            {
                Placeholder = new TextSpan(at + callout.Length, Hint.Length),
            }
            : null;
    }

    /// <summary>Lets a recall card with a short answer be asked backwards as well.</summary>
    /// <param name="deck">The deck.</param>
    /// <param name="section">Index of the card's section.</param>
    public static Refactoring? TurnAround(Deck deck, int section)
    {
        var entry = deck.Entries[section];
        if (entry is not { IsAsked: true, Card: { } card } || card.Items.Contains(Card.ReverseItem))
        {
            return null;
        }

        var trial = new Trial(
            deck,
            "Turn it around: ask both ways",
            MetadataFix.Set(entry.Section, "reverse", "true").Shifted(deck, section)
        );
        return trial.KeepsCards() && trial.After.Entries[section].Card!.Items.Contains(Card.ReverseItem)
            ? trial.Refactoring
            : null;
    }

    /// <summary>Puts a second card below, of the same level, to be written by the author and suspended until then.</summary>
    /// <param name="deck">The deck.</param>
    /// <param name="section">Index of the card's section.</param>
    public static Refactoring? Split(Deck deck, int section)
    {
        if (!deck.Entries[section].IsAsked)
        {
            return null;
        }

        var place = deck.Section(section);
        var text = deck.Entries[section].Section.Text;
        var line = LineEnd.Of(text);
        var at = place.Span.Start + text.AsSpan().TrimEnd().Length;
        var heading = $"{line}{line}{new string('#', place.Level)} ";
        var question = FreeQuestion(deck);
        var trial = new Trial(
            deck,
            "Split it in two",
            new TextEdit(
                new TextSpan(at, 0),
                $"{heading}{question}{line}<!-- card: suspend=true -->{line}{line}{SecondAnswer}"
            )
        );
        return trial.AddsCardAfter(section)
            ? trial.Refactoring with
            {
                IsExtraction = true,
                Placeholder = new TextSpan(at + heading.Length, question.Length),
            }
            : null;
    }

    /// <summary>The deck may have a card that was split off and is still to be written.</summary>
    private static string FreeQuestion(Deck deck)
    {
        var taken = deck.Cards.Select(card => card.Content.Title).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Enumerable
            .Range(1, taken.Count + 1)
            .Select(n =>
                n == 1 ? SecondQuestion : string.Create(CultureInfo.InvariantCulture, $"{SecondQuestion} ({n})")
            )
            .First(question => !taken.Contains(question));
    }

    private static TextEdit Shifted(this TextEdit edit, Deck deck, int section) =>
        edit with
        {
            Span = edit.Span.Shift(deck.StartOf(section).Offset),
        };

    private static int EndOfLine(Deck deck, int offset)
    {
        var line = deck.Text.GetPosition(offset).Line;
        return deck.Text.LineStart(line) + deck.Text.GetLine(line).Length;
    }

    private static bool IsBlankAfter(Deck deck, int offset)
    {
        var next = deck.Text.GetPosition(offset).Line + 1;
        return next >= deck.Text.LineCount || deck.Text.GetLine(next).IsWhiteSpace();
    }
}
