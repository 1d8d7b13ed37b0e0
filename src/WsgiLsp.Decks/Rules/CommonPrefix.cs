using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules.English;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Rules;

internal sealed class CommonPrefix : Rule
{
    private const int LeastWords = 3;

    public override string Name => "common-prefix";

    public override Severity Severity => Severity.Information;

    public override string Summary => "options that all begin with the same three words or more";

    public override string Why =>
        """
            What all options repeat belongs into the prompt: it is read once there, and the options show where they differ
            (Haladyna, Downing & Rodriguez 2002, guideline 15). Code and commands are left alone, whose beginning is part of
            the answer.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### What does a worker do?

                - [x] It is there to answer requests
                      ^^^^^^^^^^^^^^
                - [ ] It is there to start the master
                - [ ] It is there to write the log
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### What is a worker there to do?

                - [x] Answer requests
                - [ ] Start the master
                - [ ] Write the log
                """,
            """
                ### Which command starts a container in the background?

                - [x] `docker container run -d`
                - [ ] `docker container run -b`
                - [ ] `docker container run -h`
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        if (section.Content is not ChoiceContent || section.Options!.Options is not { Length: > 1 } options)
        {
            return;
        }

        var first = options[0].Prose;
        var end = CommonEnd(first.Text, options);
        if (
            end == 0
            || Words.Count(first.Text.AsSpan(0, end)) < LeastWords
            || first.Without(ProseStyle.Code).AsSpan(0, end).Contains('\uFFFC')
            || options.Any(option => CodeText.IsLikely(option.Prose.Text))
        )
        {
            return;
        }

        var prefix = first.Text[..end];
        report.Add(
            this,
            first.Span(0, end),
            $"All options begin with '{prefix}'. Move it into the prompt, so that it is read once."
        );
    }

    /// <summary>Where the last whole word ends that all options begin with and go on after.</summary>
    private static int CommonEnd(string first, ImmutableArray<PlacedOption> options)
    {
        var common = first.Length;
        foreach (var option in options.AsSpan()[1..])
        {
            common = Math.Min(common, first.AsSpan().CommonPrefixLength(option.Prose.Text));
            if (common == 0)
            {
                return 0;
            }
        }

        var end = 0;
        foreach (var word in Words.In(first))
        {
            if (word.End > common || options.Any(option => !GoesOn(option.Prose.Text, word.End)))
            {
                break;
            }

            end = word.End;
        }

        return end;
    }

    private static bool GoesOn(string text, int end) =>
        end < text.Length && char.IsWhiteSpace(text[end]) && text.AsSpan(end).TrimStart().Length > 0;
}
