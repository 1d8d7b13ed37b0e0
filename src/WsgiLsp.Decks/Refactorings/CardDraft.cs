using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Refactorings;

/// <summary>Edits of one card that are to make another kind of it, at places in its section.</summary>
/// <typeparam name="TBefore">What the card is.</typeparam>
internal sealed class CardDraft<TBefore>
    where TBefore : CardContent
{
    private readonly Deck deck;
    private readonly int section;
    private readonly List<TextEdit> edits = [];

    private CardDraft(Deck deck, int section, ParsedSection parsed)
    {
        this.deck = deck;
        this.section = section;
        Parsed = parsed;
    }

    /// <summary>The section as it is.</summary>
    public ParsedSection Parsed { get; }

    /// <summary>A draft; null where the section is no such card.</summary>
    public static CardDraft<TBefore>? Of(Deck deck, int section) =>
        deck.Entries[section] is { IsAsked: true, Section: { Content: TBefore } one }
            ? new(deck, section, SectionParser.Read(one.Text, one.Level, one.Context))
            : null;

    /// <summary>Adds an edit.</summary>
    public void Add(TextEdit edit) => edits.Add(edit);

    /// <summary>Writes something between.</summary>
    public void Insert(int at, string text) => Add(new TextEdit(new TextSpan(at, 0), text));

    /// <summary>Writes something in the place of something.</summary>
    public void Replace(TextSpan span, string text) => Add(new TextEdit(span, text));

    /// <summary>
    /// The change, where it makes what it is to make: the card keeps hints and explanation, nothing is wrong that was right,
    /// and all other cards stay what they are. Null where it would not.
    /// </summary>
    /// <param name="title">What it does.</param>
    /// <param name="kind">The kind that is to come of it; written down where card or groups name another.</param>
    /// <param name="isRight">Whether the content after is what is to become of that before.</param>
    /// <param name="placeholder">What is written for the author to write over; null where nothing is.</param>
    public Refactoring? Try<TAfter>(
        string title,
        CardKind kind,
        Func<TBefore, TAfter, bool> isRight,
        string? placeholder = null
    )
        where TAfter : CardContent
    {
        if ((Parsed.Metadata.Kind ?? Parsed.Context.InheritedKind) is { } named && named != kind)
        {
            Add(MetadataFix.Set(Parsed, "kind", kind.Name()));
        }

        var start = deck.StartOf(section).Offset;
        var trial = new Trial(
            deck,
            title,
            [.. edits.Select(edit => edit with { Span = edit.Span.Shift(start) }).OrderBy(edit => edit.Span.Start)]
        );
        var before = (TBefore)deck.Entries[section].Section.Content!;
        if (
            !trial.KeepsOthers(section)
            || trial.ContentOf(section) is not TAfter after
            || !after.Hints.SequenceEqual(before.Hints)
            || after.Explanation != before.Explanation
            || !isRight(before, after)
        )
        {
            return null;
        }

        var text = trial.After.Entries[section].Section.Text;
        return placeholder is not null
            ? trial.Refactoring with
            {
                Placeholder = new TextSpan(
                    trial.After.StartOf(section).Offset + text.LastIndexOf(placeholder, StringComparison.Ordinal),
                    placeholder.Length
                ),
            }
            : trial.Refactoring;
    }
}
