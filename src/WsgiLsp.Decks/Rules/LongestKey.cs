using System.Collections.Immutable;
using System.Globalization;
using WsgiLsp.Decks.Rules.English;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Rules;

internal sealed class LongestKey : Rule
{
    private const int LeastLength = 25;
    private const int LeastWords = 3;
    private const double Suspicious = 1.5;
    private const double Telling = 2;

    public override string Name => "longest-key";

    public override Severity Severity => Severity.Warning;

    public override string Summary => "a correct option that is much longer than all others";

    public override string Why =>
        """
            Authors take care that the correct option is correct, and so it grows. Readers know this and pick the longest option
            when they know nothing else: it is right about four times as often as chance would have it. Shorten the key, move
            what explains it below the options, or make the others as precise (Haladyna, Downing & Rodriguez 2002, guideline 24).

            It is a warning when the key is twice as long as the longest other option, and information from one and a half times
            on. Keys of less than 25 characters beside their code are never judged.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### What does a load balancer do?

                - [ ] It stores sessions
                - [ ] It renders pages
                - [x] It spreads the requests that come in over several servers behind it
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                """,
            """
                ### What does a cache keep?

                - [ ] The code of the program
                - [x] Results that are likely to be needed again
                      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                - [ ] The passwords of its users
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### What does a load balancer do?

                - [ ] It stores the sessions of all users in one place
                - [ ] It renders the pages that servers behind it ask for
                - [x] It spreads incoming requests over several servers
                """,
            """
                ### Which command lists the running containers?

                - [ ] `ps`
                - [x] `docker container ls --filter status=running`
                - [ ] `top`
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        if (SingleKey.Of(section) is not { } choice)
        {
            return;
        }

        var key = choice.Key.Prose;
        var others = choice.Distractors.Max(option => option.Prose.Text.Length);
        var ratio = others == 0 ? 0 : (double)key.Text.Length / others;
        if (
            ratio < Suspicious
            || key.Without(ProseStyle.Code).Count(c => c != '\uFFFC') < LeastLength
            || choice.Options.Any(option => option.Option.Text.Contains("![", StringComparison.Ordinal))
            || !IsProse(key.Without(ProseStyle.Code))
            || MetaOption.Of(key, choice.Options.Length) is not null
        )
        {
            return;
        }

        report.Add(
            this,
            ratio >= Telling ? Severity.Warning : Severity.Information,
            key.Span(0, key.Text.Length),
            string.Create(
                CultureInfo.InvariantCulture,
                $"Option {choice.Index + 1}, the correct one, has {key.Text.Length} characters, and the longest other option {others}: its length gives it away. Shorten it, or make the others as precise."
            )
        );
    }

    /// <summary>Whether an author chose the words: values, links and code that is not marked are as long as they are.</summary>
    private static bool IsProse(string text)
    {
        var words = 0;
        foreach (var part in text.AsSpan().Split(' '))
        {
            var word = text.AsSpan()[part].Trim(".,;:?!()\"'“”‘’*");
            var letters = 0;
            var isWord = true;
            foreach (var c in word)
            {
                // Scripts that write no spaces have no words to count.
                if (c >= '\u0E00' && char.IsLetter(c))
                {
                    return true;
                }

                letters += char.IsLetter(c) ? 1 : 0;
                isWord &= char.IsLetter(c) || c is '-' or '\'' or '’' or '/';
            }

            words += isWord && letters > 1 && char.IsLetter(word[0]) ? 1 : 0;
        }

        return words >= LeastWords;
    }
}
