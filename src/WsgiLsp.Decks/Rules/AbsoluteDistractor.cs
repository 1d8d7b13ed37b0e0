using System.Collections.Immutable;
using WsgiLsp.Decks.Rules.English;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

internal sealed class AbsoluteDistractor : Rule
{
    private static readonly string[] Absolutes = ["always", "never", "impossible", "must"];

    public override string Name => "absolute-distractor";

    public override Severity Severity => Severity.Information;

    public override bool IsOptIn => true;

    public override bool IsEnglish => true;

    public override string Summary => "'always', 'never', 'impossible' or 'must' in wrong options only";

    public override string Why =>
        """
            Hardly anything is always so, and readers know it: an option with such a word is crossed out unread (NBME item-writing
            guide). It is off by default, for in computing there are things that never happen.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### When does a cache help?

                - [x] If reads outnumber writes
                - [ ] It always helps
                         ^^^^^^
                - [ ] On the first request
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### When does a cache help?

                - [x] If reads outnumber writes
                - [ ] If writes outnumber reads
                - [ ] On the first request
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        if (SingleKey.Of(section) is not { } choice || Find(choice.Key.Prose) is not null)
        {
            return;
        }

        foreach (var option in choice.Distractors)
        {
            if (Find(option.Prose) is { } place)
            {
                report.Add(
                    this,
                    option.Prose.Span(place.Start, place.Length),
                    "Only wrong options are so absolute, which gives them away. Soften it, or be as firm in the correct one."
                );
                return;
            }
        }
    }

    private static TextSpan? Find(Prose option)
    {
        var text = option.Without(ProseStyle.Code);
        foreach (var word in Words.In(text))
        {
            if (Absolutes.Contains(text.Substring(word.Start, word.Length), StringComparer.OrdinalIgnoreCase))
            {
                return word;
            }
        }

        return null;
    }
}
