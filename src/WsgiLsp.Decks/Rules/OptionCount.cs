using System.Collections.Immutable;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Rules;

internal sealed class OptionCount : Rule
{
    private const int Most = 6;

    private static readonly string[] Verdicts =
    [
        "true",
        "false",
        "yes",
        "no",
        "right",
        "wrong",
        "correct",
        "incorrect",
    ];

    public override string Name => "option-count";

    public override Severity Severity => Severity.Information;

    public override string Summary => "a question of one choice with two options, or with more than six";

    public override string Why =>
        """
            Of two options a blind guess hits every other time; a true-false card says the same with less to read. Beyond a few,
            further options only take time: hardly any item has more than two wrong options that somebody picks, and three
            options in all test as well as four or five (Rodriguez 2005). Three good ones are enough.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### Can a process have several threads?
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                - [x] Yes
                - [ ] No
                """,
            """
                ### Which planet is the largest?

                - [ ] Mercury
                - [ ] Venus
                - [ ] Mars
                - [x] Jupiter
                - [ ] Saturn
                - [ ] Uranus
                - [ ] Neptune
                      ^^^^^^^
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### A process can have several threads

                True. They share its memory.
                """,
            """
                ### Which planet is the largest?

                - [x] Jupiter
                - [ ] Saturn
                - [ ] Neptune
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        if (SingleKey.Of(section) is not { Options: var options })
        {
            return;
        }

        if (options.Length > Most)
        {
            var surplus = options[Most];
            report.Add(
                this,
                surplus.Prose.Text.Length > 0 ? surplus.Prose.Span(0, surplus.Prose.Text.Length) : surplus.Box.Span,
                $"This card has {options.Length} options. Three good ones test as well: drop those that nobody would pick."
            );
        }
        else if (options.Length == 2)
        {
            report.Add(
                this,
                section.Heading,
                options.All(IsVerdict)
                    ? "Two options that say yes and no. Make it a true-false card: a statement, and 'True.' or 'False.' below it."
                    : "Of two options a guess hits every other time. Add a third that is plausible, or make it a true-false card."
            );
        }
    }

    private static bool IsVerdict(PlacedOption option) =>
        Verdicts.Contains(option.Prose.Text.Trim('.', ' '), StringComparer.OrdinalIgnoreCase);
}
