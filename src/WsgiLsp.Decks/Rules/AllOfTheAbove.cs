using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules.English;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

internal sealed class AllOfTheAbove : Rule
{
    // More options are no exercise about statements A and B.
    private const int MostNaming = 10;

    public override string Name => "all-of-the-above";

    public override Severity Severity => Severity.Warning;

    public override bool IsEnglish => true;

    public override string Summary => "an option that speaks of other options: all, both or none of the above";

    public override string Why =>
        """
            Where "all of the above" is offered it is the key in two of three cases, and who knows two options to be right, or one to
            be wrong, has the answer without knowing the rest. "None of the above" tests whether the others are recognised as
            wrong, not whether the right answer is known. Options are shuffled, too, and then nothing is above. Mark all that is
            correct in a card with several answers instead (NBME item-writing guide).
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### What can a reverse proxy do?

                - [ ] Cache responses
                - [ ] End encrypted connections
                - [ ] Balance the load
                - [x] All of the above
                      ^^^^^^^^^^^^^^^^
                """,
            """
                ### What does HTTP run on?

                - [x] A reliable transport
                - [ ] A database
                - [ ] Both A and B
                      ^^^^^^^^^^^^
                - [ ] None of these.
                      ^^^^^^^^^^^^^^
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### What can a reverse proxy do?
                <!-- card: kind=multi -->

                - [x] Cache responses
                - [x] End encrypted connections
                - [x] Balance the load
                - [ ] Compile the application
                """,
            """
                ### How many of the workers does a graceful restart end at once?

                - [ ] All of them
                - [ ] Half of them
                - [x] None of them, at first
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        if (section.Content is not ChoiceContent || section.Options!.Options is not { Length: > 1 } options)
        {
            return;
        }

        var claims = options.Select(option => MetaOption.Of(option.Prose, options.Length)).ToList();
        for (var i = 0; i < options.Length; i++)
        {
            if (claims[i] is not null && IsAboutThePrompt(section, options, claims, i))
            {
                claims[i] = null;
            }
        }

        var others = claims.Count(claim => claim is null);
        if (others == options.Length || others * 2 < options.Length || IsAboutQuantity(section, options))
        {
            return;
        }

        for (var i = 0; i < options.Length; i++)
        {
            if (claims[i] is not { } claim)
            {
                continue;
            }

            ImmutableArray<Fix> fixes = Keys(options, claims, i) is { Count: > 1 } keys ? Fixes(section, i, keys) : [];
            report.Add(this, options[i].Prose.Span(0, options[i].Prose.Text.Length), Message(claim), [.. fixes]);
        }
    }

    private static string Message(MetaClaim claim) =>
        claim switch
        {
            MetaClaim.All =>
                "'All' is the answer in two of three such cards, and knowing two options is enough to pick it. Tick each option that is correct instead.",
            MetaClaim.None =>
                "'None' tests what is wrong, not what is right, and shuffled options have no above. Write another distractor, or drop it.",
            _ =>
                "This option speaks of others, which may be shuffled, and knowing one of them decides it. Tick each option that is correct instead.",
        };

    /// <summary>
    /// Whether an option speaks of what the prompt names: of statements A and B, or of "all of them" where they are no
    /// options.
    /// </summary>
    private static bool IsAboutThePrompt(
        ParsedSection section,
        ImmutableArray<PlacedOption> options,
        List<MetaClaim?> claims,
        int index
    )
    {
        var text = options[index].Prose.Text;
        var prompt = section.Prompt.Text;
        if (AnyCase.Has(text, "of them"))
        {
            return !prompt.Contains("following", StringComparison.OrdinalIgnoreCase)
                && !prompt.Contains("of these", StringComparison.OrdinalIgnoreCase);
        }

        return MetaOption
            .Named(options[index].Prose)
            .Any(named =>
                LetterNames.Has(prompt, named)
                || options
                    .Take(MostNaming)
                    .Where((_, i) => claims[i] is null)
                    .Any(o => LetterNames.Has(o.Prose.Text, named))
            );
    }

    /// <summary>"How many …" may well be answered by all or none of them.</summary>
    private static bool IsAboutQuantity(ParsedSection section, ImmutableArray<PlacedOption> options) =>
        AnyCase.Has(section.Prompt.Text, "how m")
        || options.Any(option =>
            option.Prose.Text.StartsWith("some ", StringComparison.OrdinalIgnoreCase)
            || option.Prose.Text.StartsWith("half ", StringComparison.OrdinalIgnoreCase)
            || option.Prose.Text.StartsWith("most ", StringComparison.OrdinalIgnoreCase)
        );

    /// <summary>The options that an option declares correct, where it is the only key; else none.</summary>
    private static List<int> Keys(ImmutableArray<PlacedOption> options, List<MetaClaim?> claims, int index)
    {
        if (!options[index].Option.Correct || options.Count(option => option.Option.Correct) > 1)
        {
            return [];
        }

        var others = Enumerable.Range(0, options.Length).Where(i => claims[i] is null).ToList();
        var named = MetaOption.Named(options[index].Prose).ToList();
        return claims[index] switch
        {
            MetaClaim.All => others,
            MetaClaim.Some when named.Count > 0 => named.TrueForAll(others.Contains) ? named : [],
            MetaClaim.Some when others.Count == 2 => others,
            _ => [],
        };
    }

    private static ImmutableArray<Fix> Fixes(ParsedSection section, int index, List<int> keys)
    {
        if (OptionPlaces.Of(section) is not { } places)
        {
            return [];
        }

        var kind =
            section.Metadata.Kind == CardKind.Multi ? default(TextEdit?) : MetadataFix.Set(section, "kind", "multi");
        var boxes = keys.Select(key => new TextEdit(section.Options!.Options[key].Box.Span, "[x]"));
        var edits = boxes.Append(new TextEdit(places.Lines(index), "")).OrderBy(edit => edit.Span.Start);
        return
        [
            new Fix(
                "Tick the options that it means, and remove it",
                kind is { } edit ? [edit, .. edits] : [.. edits],
                IsPreferred: true
            ),
        ];
    }
}
