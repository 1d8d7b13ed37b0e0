using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules.English;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Rules;

internal sealed class LongOption : Rule
{
    private const int MostWords = 25;

    public override string Name => "long-option";

    public override Severity Severity => Severity.Information;

    public override string Summary => "an option of more than 25 words";

    public override string Why =>
        """
            Long options test reading and memory of the options rather than the matter. Put what all of them need into the
            prompt, and what explains the right one below the options (Haladyna, Downing & Rodriguez 2002). Code does not count.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### What is a race condition?

                - [ ] A queue that is full
                - [x] Wrong order
                - [ ] Two threads that both run the same code on two cores at once and never share any data, so that the one which is faster has to wait until the other is done
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### What is a race condition?

                - [ ] A queue that is full, so that writers have to wait
                - [x] A result that depends on which thread comes first
                - [ ] Two threads that run on two cores without shared data
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        if (section.Content is not ChoiceContent)
        {
            return;
        }

        foreach (var option in section.Options!.Options)
        {
            // Words have a letter and a gap: most options end here.
            if (option.Prose.Text.Length <= 2 * MostWords)
            {
                continue;
            }

            var words = Words.Count(option.Prose.Without(ProseStyle.Code));
            if (words > MostWords && !IsCode(option.Prose.Text))
            {
                report.Add(
                    this,
                    option.Prose.Span(0, option.Prose.Text.Length),
                    $"This option has {words} words, which tests reading rather than knowledge. "
                        + $"Keep options below {MostWords}, and explain below the list."
                );
            }
        }
    }

    private static bool IsCode(ReadOnlySpan<char> text) => text.ContainsAny("{};") && CodeText.IsLikely(text);
}
