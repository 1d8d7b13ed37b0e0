using System.Collections.Immutable;
using WsgiLsp.Decks.Rules.English;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

internal sealed class AAnCue : Rule
{
    // Before a name these make "a" a letter: "the value of a".
    private static readonly string[] Naming =
    [
        "of",
        "variable",
        "letter",
        "column",
        "named",
        "called",
        "and",
        "or",
        "than",
    ];

    public override string Name => "a-an-cue";

    public override Severity Severity => Severity.Warning;

    public override bool IsEnglish => true;

    public override string Summary => "a prompt that ends with 'a' or 'an', which rules out some of the options";

    public override string Why =>
        """
            "A thread pool needs an …" cannot be followed by "buffer". Readers hear that and cross out options without knowing the
            matter. Write `a(n)`, or give each option its own article (NBME item-writing guide).
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### The thing that a WSGI server calls is an ____.
                                                          ^^
                - [x] application
                - [ ] database
                - [ ] proxy
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### The thing that a WSGI server calls is a(n) ____.

                - [x] application
                - [ ] database
                - [ ] proxy
                """,
            """
                ### What a load balancer sends on is a:

                - [x] request
                - [ ] universal key
                - [ ] template
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        if (SingleKey.Of(section) is not { } choice || ArticleAtEnd(section.Prompt) is not { } place)
        {
            return;
        }

        var (needsA, needsAn) = (false, false);
        foreach (var option in choice.Options)
        {
            if (MetaOption.Of(option.Prose, choice.Options.Length) is not null)
            {
                continue;
            }

            // "Stored in a: 8": a variable, and its value.
            if (NumericText.Read(option.Prose.Text) is { Unit: "" })
            {
                return;
            }

            if (Article.TakesAn(option.Prose.Text) is not { } takesAn || HasArticle(option.Prose.Text))
            {
                return;
            }

            needsA |= !takesAn;
            needsAn |= takesAn;
        }

        if (!needsA || !needsAn)
        {
            return;
        }

        var word = section.Prompt.Text.Substring(place.Start, place.Length);
        var span = section.Prompt.Span(place.Start, place.Length);
        report.Add(
            this,
            span,
            $"'{word}' fits only some of the options, and rules the others out. Write 'a(n)'.",
            new Fix("Write 'a(n)'", [new TextEdit(span, "a(n)")], IsPreferred: true, IsSafe: true)
        );
    }

    /// <summary>The article with which a prompt ends, before a blank, a colon or dots.</summary>
    private static TextSpan? ArticleAtEnd(Prose prompt)
    {
        var text = prompt.Text.AsSpan();
        var before = text.TrimEnd("_.… :-–—");
        if (before.Length > 0 && before[^1] is 'a' or 'n' && !text[before.Length..].Contains('\uFFFC'))
        {
            var length = before[^1] == 'a' ? 1 : 2;
            var isArticle =
                before.EndsWith(" a", StringComparison.Ordinal) || before.EndsWith(" an", StringComparison.Ordinal);
            var start = before.Length - length;
            if (isArticle && prompt.StyleAt(start) == ProseStyle.None && !IsName(text, start))
            {
                return new TextSpan(start, length);
            }
        }

        return null;
    }

    private static bool IsName(ReadOnlySpan<char> text, int start)
    {
        var before = text[..start].TrimEnd();
        foreach (var word in Naming)
        {
            if (before.EndsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                // A blank behind it can only be filled by a noun.
                return !text[start..].Contains('_');
            }
        }

        return false;
    }

    private static bool HasArticle(string option) =>
        option.StartsWith("a ", StringComparison.OrdinalIgnoreCase)
        || option.StartsWith("an ", StringComparison.OrdinalIgnoreCase)
        || option.StartsWith("the ", StringComparison.OrdinalIgnoreCase);
}
