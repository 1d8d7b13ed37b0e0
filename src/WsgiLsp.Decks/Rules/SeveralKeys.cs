using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules.English;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Rules;

internal sealed class SeveralKeys : Rule
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
            // Which of the ticks is a slip, if one is, only the author knows: not safe.
            new Fix(
                "Ask for several answers: kind=multi",
                [MetadataFix.Set(section, "kind", "multi")],
                IsPreferred: true
            )
        );
    }

    private static bool AsksForOne(ParsedSection section) =>
        !section.Context.IsForeignLanguage && AskedNumber.IsOne(section.Prompt);
}
