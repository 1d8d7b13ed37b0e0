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
        if (section.Content is not ChoiceContent || named == CardKind.Multi)
        {
            return;
        }

        var keys = section.Options!.Options.Where(o => o.Option.Correct).ToList();
        if (keys.Count < 2 || (named != CardKind.Choice && !AsksForOne(section)))
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
                [MetadataFix.Set(section.Comment, section.Heading, "kind", "multi")],
                IsPreferred: true,
                IsSafe: true
            )
        );
    }

    private static bool AsksForOne(ParsedSection section)
    {
        if (section.Context.IsForeignLanguage)
        {
            return false;
        }

        var prompt = section.Prompt.Without(ProseStyle.Code);
        return One().IsMatch(prompt) && !Several().IsMatch(prompt);
    }

    // "Which of these can …" and "What is true …" may ask for one or for several: they are not here.
    [GeneratedRegex(
        """
            \b(
                which\sone
              | (what|who|where|when)\s(is|was|does|has)\b(?!\s(\w+ly\s)?(true|correct|false|wrong|valid|possible|allowed|needed|required)\b)
              | what\swill\sbe\sthe
              | which\s(of\s(these|those|the\sfollowing|them)\s)?(\S+\s){0,3}?(is|was|does|has)\b
              | which\s(\S+\s){1,3}?
                (can|must|should|will|starts?|makes?|gives?|sets?|prints?|returns?|means?|creates?|shows?|allows?|removes?|displays?|adds?|lists?|stores?|describes?)\b
            )
            """,
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex One();

    [GeneratedRegex(
        """
            \b(are|were|have|all|both|each|any|some|two|three|four|five|select|choose|tick|mark|check|pick|several|many|multiple|more|or\smore|answers|options|apply)\b
            | \(e?s\) | /s\b | \bis/are\b
            | \bwhich\s(of\s(these|those|the\sfollowing|them)\s)?(\S+\s){0,2}?[\w-]+(?<!s)s\s
              (start|make|give|set|print|return|mean|create|show|allow|remove|display|add|list|store|describe|do|can|must|should|will)\b
            | \bwhich\sof\s(these|those|the\sfollowing|them)\s(\S+\s){0,2}?(can|must|should|will)\b
            """,
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Several();
}
