using System.Collections.Immutable;
using WsgiLsp.Decks.Rules.English;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Rules;

internal sealed class Clang : Rule
{
    // Shorter words turn up in prompt and key by accident.
    private const int LeastLetters = 6;

    public override string Name => "clang";

    public override Severity Severity => Severity.Information;

    public override bool IsOptIn => true;

    public override bool IsEnglish => true;

    public override string Summary => "a telling word of the prompt that only the correct option repeats";

    public override string Why =>
        """
            The option that sounds like the question is picked by who knows nothing else (a *clang* association, Haladyna, Downing &
            Rodriguez 2002, guideline 28). It is off by default: in many questions a term has to be in both.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### What does the scheduler of an operating system do?

                - [ ] It draws windows
                - [x] It runs threads as the scheduler's queue says
                                             ^^^^^^^^^^^
                - [ ] It stores files
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### What does the scheduler of an operating system do?

                - [ ] It draws windows
                - [x] It picks the next thread
                - [ ] It stores files
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        if (SingleKey.Of(section) is not { } choice)
        {
            return;
        }

        var telling = ContentWords.Of(section.Prompt);
        foreach (var option in choice.Distractors)
        {
            telling.ExceptWith(ContentWords.Of(option.Prose));
        }

        var key = choice.Key.Prose;
        foreach (var word in Words.In(key.Text))
        {
            var text = key.Text.Substring(word.Start, word.Length);
            if (
                telling.Any(one =>
                    one.Length >= LeastLetters && text.StartsWith(one, StringComparison.OrdinalIgnoreCase)
                )
            )
            {
                report.Add(
                    this,
                    key.Span(word.Start, word.Length),
                    $"Of all options only the correct one repeats '{text}' from the prompt. Say it otherwise, or let a distractor repeat it, too."
                );
                return;
            }
        }
    }
}
