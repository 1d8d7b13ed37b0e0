using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

internal sealed class ClozeShape : Rule
{
    private const int LongestAnswer = 5;

    // Beside so many, words are left whichever is asked; to try each would take time for the square of them.
    private const int MostClozes = 100;

    private static readonly string[] EmptyWords = ["a", "an", "the", "of"];

    public override string Name => "cloze-shape";

    public override Severity Severity => Severity.Warning;

    public override string Summary => "a blank that is too long, too small, or all there is";

    public override string Why =>
        """
            A blank asks for one thing, which the words around it determine. An answer of more than five words is not recalled
            word by word; a blank without words around it could be anything; one for an article teaches nothing. Braces do not
            nest, and a hint must not be the answer. With a brace too few at one end there is no blank at all.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### Gunicorn's master {{starts the workers and watches over them::what?}}
                                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                """,
            """
                ### {{Gunicorn forks}} workers
                    ^^^^^^^^^^^^^^^^^^
                """,
            """
                ### Gunicorn runs {{the}} workers from one {{master::Master}}
                                  ^^^^^^^
                                                           ^^^^^^^^^^^^^^^^^^
                """,
            """
                ### Gunicorn's {{master {{forks}} workers}} at the start
                               ^^^^^^^^^^^^^^^^^^
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### Gunicorn's default worker class is {{sync::which one blocks?}}
                """,
            """
                ### What does the master do?

                {{It forks}}
                """,
            """
                ### Which brace ends a block?

                A block {ends} here, not with `{{end}` or \{{end}}.
                """,
            """
                ### The command that starts three workers is {{`gunicorn -w 3 -b :8000 -t 30 shop:web`}}
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        if (section.Content is not (null or NoteContent))
        {
            CheckHalfClosed(section, report);
        }

        if (section.Content is not ClozeContent content)
        {
            return;
        }

        var bare = BareItem(content);
        foreach (var cloze in Blanks(section))
        {
            var span = new TextSpan(cloze.Start, cloze.Length);
            if (Problem(section, cloze) is { } problem)
            {
                report.Add(this, span, problem);
            }
            else if (cloze.Item == bare)
            {
                bare = null;
                report.Add(
                    this,
                    span,
                    "Nearly nothing stands around this blank, so that anything could fill it. Leave more of the sentence."
                );
            }
        }
    }

    private void CheckHalfClosed(ParsedSection section, Report report)
    {
        foreach (var (span, at, brace) in ClozeScanner.FindHalfClosed(section.Source.Text, TextBlocks(section)))
        {
            report.Add(
                this,
                span,
                "A blank has two braces at either end; with one too few it is shown as it stands here.",
                new Fix($"Insert '{brace}'", [new TextEdit(new TextSpan(at, 0), brace)], IsPreferred: true)
            );
        }
    }

    private static IEnumerable<Markdig.Syntax.Block> TextBlocks(ParsedSection section) =>
        section.Body.Flow.Select(block => block.Syntax).Prepend(section.HeadingBlock).OfType<Markdig.Syntax.Block>();

    private static ImmutableArray<Cloze> Blanks(ParsedSection section)
    {
        var marks = section.Context.HasHighlightClozes ? ClozeMarks.Highlight : ClozeMarks.Braces;
        if ((section.Metadata.Kind ?? section.Context.InheritedKind) == CardKind.Cloze)
        {
            return ClozeScanner.Find(section.Source.Text, marks | ClozeMarks.Everywhere);
        }

        return ClozeScanner.Find(section.Source.Text, TextBlocks(section), marks);
    }

    private static string? Problem(ParsedSection section, Cloze cloze)
    {
        if (cloze.Answer.Contains("{{", StringComparison.Ordinal))
        {
            return "Blanks do not nest: this one ends at the first '}}'. Take the inner braces away.";
        }

        if (cloze.Hint.Trim().Equals(cloze.Answer.Trim(), StringComparison.OrdinalIgnoreCase))
        {
            return "The hint is the answer. Take it away, or say something that only helps to find it.";
        }

        var words = cloze.Answer.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries);
        if (words.Length > LongestAnswer && !cloze.Answer.Contains('`', StringComparison.Ordinal))
        {
            return $"{words.Length} words are too many to recall in a blank. Leave out the one that matters.";
        }

        var isEmptyWord =
            !section.Context.IsForeignLanguage
            && EmptyWords.Contains(cloze.Answer.Trim(), StringComparer.OrdinalIgnoreCase)
            && !char.IsUpper(cloze.Answer[0])
            && IsWord(section.Source.Text, cloze);
        return isEmptyWord ? "This word says nothing about the subject. Leave out one that does." : null;
    }

    // In a formula "{{a}}" stands close to other signs.
    private static bool IsWord(string text, Cloze cloze) =>
        (cloze.Start == 0 || char.IsWhiteSpace(text[cloze.Start - 1]))
        && cloze.Start + cloze.Length < text.Length
        && char.IsWhiteSpace(text[cloze.Start + cloze.Length]);

    /// <summary>The first item that leaves fewer than two words when it is asked; null where none does.</summary>
    private static string? BareItem(ClozeContent content)
    {
        foreach (var item in content.Clozes.Length > MostClozes ? [] : content.Items)
        {
            var rest = ClozeContent.Remove(content.Text, [.. content.Clozes.Where(cloze => cloze.Item == item)]);
            if (HasFewWords(rest))
            {
                return item;
            }
        }

        return null;
    }

    // Scripts that write no spaces have no words to count.
    private static bool HasFewWords(string text)
    {
        var (words, isWord) = (0, false);
        foreach (var c in text)
        {
            if (c >= '\u0E00' && char.IsLetter(c))
            {
                return false;
            }

            var goesOn = char.IsLetterOrDigit(c);
            words += goesOn && !isWord ? 1 : 0;
            isWord = goesOn;
        }

        return words < 2;
    }
}
