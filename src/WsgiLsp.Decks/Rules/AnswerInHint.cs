using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules.English;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Rules;

internal sealed class AnswerInHint : Rule
{
    private static readonly string[] Denials =
    [
        "not",
        "no",
        "never",
        "nor",
        "neither",
        "isn't",
        "isn’t",
        "unlike",
        "than",
        "without",
        "versus",
        "vs",
        "vs.",
        "or",
    ];

    public override string Name => "answer-in-hint";

    public override Severity Severity => Severity.Warning;

    public override bool IsEnglish => true;

    public override string Summary => "a hint that gives the answer away";

    public override string Why =>
        """
            A hint should start the reader's memory, not take its place: once the answer is read, it is not recalled any more.
            Point at where the answer comes from, at its first letter, or at what it is not.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### Which structure keeps the frames of function calls?

                > [!TIP]
                > Plates form a stack as well.
                                ^^^^^

                A stack.
                """,
            """
                ### Which signal can no process catch?

                > [!TIP]
                > Think of SIGKILL.
                           ^^^^^^^

                - [ ] SIGTERM
                - [x] SIGKILL
                - [ ] SIGHUP
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### Which structure keeps the frames of function calls?

                > [!TIP]
                > The last one in is the first one out.

                A stack.
                """,
            """
                ### Which signal can no process catch?

                > [!TIP]
                > SIGTERM can be caught, SIGKILL cannot.

                - [ ] SIGTERM
                - [x] SIGKILL
                - [ ] SIGHUP
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        if (section.Content is not { Hints.IsEmpty: false } content)
        {
            return;
        }

        foreach (var text in Answers(section, content))
        {
            if (ShortAnswer.Of(text) is { } answer && answer.In(section.Prompt.Text) is null)
            {
                foreach (var hint in section.Hints)
                {
                    if (Find(section, content, answer, hint, report))
                    {
                        return;
                    }
                }
            }
        }
    }

    private bool Find(ParsedSection section, CardContent content, ShortAnswer answer, Prose hint, Report report)
    {
        if (
            answer.In(hint.Text) is not { } place
            || IsDenied(hint.Text, place.Start)
            || NamesOthers(section, content, hint)
        )
        {
            return false;
        }

        report.Add(
            this,
            hint.Span(place.Start, place.Length),
            $"The hint says the answer: '{answer.Text}'. Point at it without naming it."
        );
        return true;
    }

    private static IEnumerable<string> Answers(ParsedSection section, CardContent content) =>
        content switch
        {
            TypedContent typed => typed.Accepted,
            RecallContent { Body.Length: > 1 and < 200 } => [section.ShownAnswer.Text],
            ChoiceContent => section.Options!.Options.Where(o => o.Option.Correct).Select(o => o.Prose.Text),
            ClozeContent cloze => cloze.Clozes.Select(blank => blank.Answer),
            _ => [],
        };

    private static bool IsDenied(string hint, int at)
    {
        var before = hint.AsSpan(0, at).TrimEnd();
        foreach (var article in (ReadOnlySpan<string>)[" a", " an", " the"])
        {
            before = before.EndsWith(article, StringComparison.OrdinalIgnoreCase)
                ? before[..^article.Length].TrimEnd()
                : before;
        }

        var word = before[(before.LastIndexOf(' ') + 1)..].ToString();
        return before.EndsWith("instead of", StringComparison.OrdinalIgnoreCase)
            || Denials.Contains(word, StringComparer.OrdinalIgnoreCase)
            || word.EndsWith("n't", StringComparison.OrdinalIgnoreCase)
            || word.EndsWith("n’t", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a hint weighs options against each other.</summary>
    private static bool NamesOthers(ParsedSection section, CardContent content, Prose hint) =>
        content is ChoiceContent
        && section.Options!.Options.Any(o =>
            !o.Option.Correct && ShortAnswer.Of(o.Prose.Text) is { } other && other.In(hint.Text) is not null
        );
}
