using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;
using WsgiLsp.Decks.Workspace;

namespace WsgiLsp.Decks.Completions;

/// <summary>A place at which somebody writes.</summary>
/// <param name="Workspace">All decks.</param>
/// <param name="Outline">The deck, as it is among them.</param>
/// <param name="Deck">The deck.</param>
/// <param name="Offset">The cursor.</param>
/// <param name="Cancellation">Ends the search.</param>
internal sealed record CompletionPlace(
    DeckWorkspace Workspace,
    DeckOutline Outline,
    Deck Deck,
    int Offset,
    CancellationToken Cancellation
)
{
    /// <summary>More are shown by typing on.</summary>
    private const int Most = 500;

    private readonly LinePosition position = Deck.Text.GetPosition(Offset);

    /// <summary>The cursor's line.</summary>
    public int Line => position.Line;

    /// <summary>The line up to the cursor.</summary>
    public string Before => Deck.Text.GetLine(Line)[..position.Character].ToString();

    /// <summary>The line from the cursor on.</summary>
    public string After => Deck.Text.GetLine(Line)[position.Character..].ToString();

    /// <summary>Index of the section.</summary>
    public int Section => Deck.SectionAt(Offset);

    /// <summary>A line of the deck.</summary>
    public string LineText(int line) => Deck.Text.GetLine(line).ToString();

    /// <summary>The set of what can stand in the place of a word.</summary>
    /// <param name="typed">How many letters before the cursor belong to the word.</param>
    /// <param name="rest">How many letters after it do.</param>
    /// <param name="items">What can be written.</param>
    public CompletionSet Set(int typed, int rest, IEnumerable<Completion> items)
    {
        var insert = new TextSpan(Offset - typed, typed);
        var word = Deck.Text.ToString(insert);
        ImmutableArray<Completion> all = [.. items];
        return new CompletionSet(
            insert,
            insert with
            {
                Length = typed + rest,
            },
            all.Length <= Most ? all : Nearest(all, word),
            all.Length > Most
        );
    }

    /// <summary>How many signs stand before the first of some, or at all.</summary>
    public static int LengthUpTo(ReadOnlySpan<char> text, ReadOnlySpan<char> ends) =>
        text.IndexOfAny(ends) is >= 0 and var end ? end : text.Length;

    /// <summary>How many signs at the end stand behind the last of some, or at all.</summary>
    public static int LengthBehind(ReadOnlySpan<char> text, ReadOnlySpan<char> ends) =>
        text.Length - (text.LastIndexOfAny(ends) + 1);

    private static ImmutableArray<Completion> Nearest(ImmutableArray<Completion> items, string word) =>
        [
            .. items
                .Select(item => (item, Score: SubsequenceMatch.Score(word, item.Filter ?? item.Text)))
                .Where(item => item.Score is not null)
                .OrderByDescending(item => item.Score)
                .Take(Most)
                .Select(item => item.item),
        ];
}
