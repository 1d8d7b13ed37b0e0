using System.Collections.Immutable;
using System.Text.RegularExpressions;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Rules;

internal sealed partial class SeveralKeys : Rule
{
    public override string Name => "several-keys";

    public override Severity Severity => Severity.Warning;

    public override string Summary => "several options are marked correct, but the prompt asks for one";

    public override string Why =>
        """
            Two ticked boxes make a card that wants *all* correct options. A prompt that asks for one ("Which command …?")
            then misleads the reader, or one of the ticks is a slip. Untick the wrong one, or say `kind=multi` and let the
            prompt ask for several.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### Which command starts the server?

                - [x] `serve`
                - [x] `serve --now`
                  ^^^
                - [ ] `halt`
                """,
            """
                ### What is the default port?
                <!-- card: kind=choice -->

                - [x] 80
                - [x] 8000
                  ^^^
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### Which of these commands start the server?

                - [x] `serve`
                - [x] `serve --now`
                - [ ] `halt`
                """,
            """
                ### Which command starts the server?
                <!-- card: kind=multi -->

                - [x] `serve`
                - [x] `serve --now`
                - [ ] `halt`
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        var named = section.Metadata.Kind ?? section.Context.InheritedKind;
        if (section.Content is not ChoiceContent choice || named == CardKind.Multi)
        {
            return;
        }

        var keys = section.Options!.Options.Where(o => o.Option.Correct).ToList();
        if (keys.Count < 2 || (named != CardKind.Choice && !AsksForOne(choice.Prompt)))
        {
            return;
        }

        report.Add(
            this,
            keys[1].Box.Span,
            $"{keys.Count} options are marked correct, but the prompt asks for one. "
                + "Untick the others, or make it a card with several answers.",
            new Fix(
                "Ask for several answers: kind=multi",
                [MetadataFix.Set(section, "kind", "multi")],
                IsPreferred: true,
                IsSafe: true
            )
        );
    }

    private static bool AsksForOne(string prompt) => One().IsMatch(prompt) && !Several().IsMatch(prompt);

    [GeneratedRegex(
        @"\b(which one|(what|who|where|when) (is|was|does|did|has|will)|which (of (these|the following|them) )?((\w|-)+ ){0,3}?(is|was|does|did|has|will|can|must|should|starts?|makes?|gives?|sets?|prints?|returns?|means?)\b)",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex One();

    [GeneratedRegex(
        @"\b(are|were|have|all|both|each|any|two|three|four|select|choose|tick|mark|several|many)\b|\(s\)|\bwhich (of (these|the following) )?((\w|-)+ )?(\w|-)+(?<!s)s (start|make|give|set|print|return|mean|do|can|must|should|will)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Several();
}
