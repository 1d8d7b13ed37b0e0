using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules.English;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

internal sealed class OverlappingRanges : Rule
{
    private const int FirstYear = 1900;
    private const int LastYear = 2100;

    public override string Name => "overlapping-ranges";

    public override Severity Severity => Severity.Warning;

    public override bool IsEnglish => true;

    public override string Summary => "ranges of numbers among the options that overlap";

    public override string Why =>
        """
            If one option is "1–10" and the next "10–20", the answer 10 is in both, and nobody can tell which box to tick. Let each
            range begin behind the one before it. Ranges of which one lies inside another are left alone: there the range itself
            is asked for. So are years, and what stands in code (NBME item-writing guide).
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### How many workers suit a machine with four cores?

                - [ ] 1–5
                - [x] 5–10
                      ^^^^
                - [ ] 11–20
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### How many workers suit a machine with four cores?

                - [ ] Less than 5
                - [x] 5–10
                - [ ] More than 10
                """,
            """
                ### Which ports are the well-known ones?

                - [ ] 0–255
                - [x] 0–1023
                - [ ] 0–65535
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        if (section.Content is not ChoiceContent)
        {
            return;
        }

        var ranges = new List<(NumericRange Range, PlacedOption Option)>();
        foreach (var option in section.Options!.Options)
        {
            var isCode = option.Prose.Text.Length > 0 && option.Prose.StyleAt(0).HasFlag(ProseStyle.Code);
            if (!isCode && NumericRange.Read(option.Prose.Text) is { } range)
            {
                ranges.Add((range, option));
            }
        }

        // Options that are numbers or words beside the ranges show that something else is asked for.
        if (
            ranges.Count < 2
            || ranges.Count + 1 < section.Options.Options.Length
            || !ranges.Exists(r => r.Range.IsClosed)
            || !HaveOneUnit(ranges)
            || ranges.TrueForAll(r => IsYears(r.Range))
            || AnyCase.Has(section.Prompt.Text, "range")
            || AnyCase.Has(section.Prompt.Text, "version")
        )
        {
            return;
        }

        ranges.Sort((a, b) => (a.Range.Low, a.Range.High).CompareTo((b.Range.Low, b.Range.High)));
        for (var i = 1; i < ranges.Count; i++)
        {
            var (before, range) = (ranges[i - 1].Range, ranges[i].Range);
            if (range.Low == before.Low || range.High <= before.High)
            {
                return;
            }
        }

        for (var i = 1; i < ranges.Count; i++)
        {
            var (option, before) = (ranges[i].Option, ranges[i - 1].Option);
            if (ranges[i - 1].Range.Overlaps(ranges[i].Range))
            {
                report.Add(
                    this,
                    option.Prose.Span(0, option.Prose.Text.Length),
                    $"'{before.Prose.Text}' and '{option.Prose.Text}' share numbers, so that both can be right. "
                        + "Let one range begin behind the other."
                );
                return;
            }
        }
    }

    /// <summary>One unit for all; a bare number takes the others' unit.</summary>
    private static bool HaveOneUnit(List<(NumericRange Range, PlacedOption Option)> ranges) =>
        ranges.Select(r => r.Range.Unit).Where(unit => unit.Length > 0).Distinct().Count() < 2;

    private static bool IsYears(NumericRange range) =>
        range is { Low: >= FirstYear and <= LastYear } or { High: >= FirstYear and <= LastYear }
        && range.Unit.Length == 0;
}
