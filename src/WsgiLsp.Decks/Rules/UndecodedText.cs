using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

/// <summary>
/// The finding of a deck whose file holds bytes that are no text. The rule itself sees but the sign in their place, which
/// may be meant where it stands alone; whoever read the bytes knows.
/// </summary>
public static class UndecodedText
{
    /// <summary>The rule that finds it.</summary>
    public static string Rule => RuleOfText.Name;

    private static LostCharacter RuleOfText { get; } = new();

    /// <summary>The finding, as severe as the deck's settings say; null where they switch it off, or the deck ignores it.</summary>
    /// <param name="deck">The deck.</param>
    /// <param name="at">Where the sign stands for such bytes, as an offset in the deck's text.</param>
    public static PlacedFinding? Find(Deck deck, int at)
    {
        if (
            deck.FrontMatter.Ignore.Contains(Rule, StringComparer.OrdinalIgnoreCase)
            || deck.Settings.Rules.GetValueOrDefault(Rule, RuleOfText.Severity) is not { } severity
        )
        {
            return null;
        }

        var finding = new Finding
        {
            Rule = Rule,
            Severity = severity,
            Message = LostCharacter.Message,
            Span = new TextSpan(at, 1),
            Start = deck.Text.GetPosition(at),
            End = deck.Text.GetPosition(at + 1),
        };
        return new PlacedFinding(finding, Offset: 0, Line: 0);
    }
}
