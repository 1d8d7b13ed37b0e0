using System.Collections.Immutable;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

internal sealed class LostCharacter : Rule
{
    public const string Message =
        "A character is lost here: these bytes are no UTF-8, or were none before. Save the file as UTF-8, or write the "
        + "character again.";

    private const char Replacement = '\uFFFD';

    public override string Name => "lost-character";

    public override Severity Severity => Severity.Warning;

    public override string Summary => "bytes that are no UTF-8, or what such bytes left behind";

    public override string Why =>
        """
            Decks are read as UTF-8. What was saved in another encoding shows as `�` instead of its letters, and such a file is
            neither fixed nor formatted, since its bytes would be lost. Save it as UTF-8; where the sign itself stands in the
            file, the letter was lost before: write it again.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### Where is the caf� of the station?
                                    ^
                On platform 1, beside the entr�e.
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### Where is the café of the station?

                On platform 1, beside the entrée. A sign that no font has is shown as �.
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        // One a card tells enough: where one is lost, most are. Apart from letters, a text speaks of the sign itself.
        var text = section.Source.Text;
        var at = text.IndexOf(Replacement, StringComparison.Ordinal);
        while (at >= 0 && !IsInWord(text, at))
        {
            at = text.IndexOf(Replacement, at + 1);
        }

        if (at >= 0)
        {
            report.Add(this, new TextSpan(at, 1), Message);
        }
    }

    private static bool IsInWord(string text, int at) =>
        (at > 0 && char.IsLetter(text[at - 1])) || (at + 1 < text.Length && char.IsLetter(text[at + 1]));
}
