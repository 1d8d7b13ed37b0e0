using System.Collections.Immutable;
using WsgiLsp.Decks.Rules.English;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Rules;

internal sealed class Convergence : Rule
{
    private const int LeastOptions = 4;

    // How many more words the key must share than the next option.
    private const int LeastLead = 2;

    public override string Name => "convergence";

    public override Severity Severity => Severity.Information;

    public override bool IsOptIn => true;

    public override bool IsEnglish => true;

    public override string Summary => "a correct option that shares more words with the others than any of them does";

    public override string Why =>
        """
            Distractors are often made by changing one part of the key. Then the key is the option that has most in common with all
            others, and who counts finds it (NBME item-writing guide: *convergence strategy*). It is off by default: in small
            fields all options are alike.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### What does a server with threads share?

                - [x] Memory and sockets of one process
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                - [ ] Memory of several machines
                - [ ] Sockets with the kernel
                - [ ] Nothing but the process
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### What does a server with threads share?

                - [x] Memory and sockets
                - [ ] Memory and users
                - [ ] Sockets and users
                - [ ] Clocks and users
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        if (SingleKey.Of(section) is not { Options.Length: >= LeastOptions } choice)
        {
            return;
        }

        var words = choice.Options.Select(option => ContentWords.Of(option.Prose)).ToList();
        var shared = words.ConvertAll(own =>
            own.Sum(word => words.Count(other => !ReferenceEquals(other, own) && other.Contains(word)))
        );
        var next = shared.Where((_, index) => index != choice.Index).Max();
        if (shared[choice.Index] < next + LeastLead)
        {
            return;
        }

        var key = choice.Key.Prose;
        report.Add(
            this,
            key.Span(0, key.Text.Length),
            "The correct option has more words in common with the others than any of them, which lets it be guessed. "
                + "Vary the distractors in something else."
        );
    }
}
