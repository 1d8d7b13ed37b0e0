using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules.English;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

internal sealed class UnsortedNumbers : Rule
{
    private const int LeastNumbers = 3;

    public override string Name => "unsorted-numbers";

    public override Severity Severity => Severity.Information;

    public override string Summary => "numbers out of order among options that are never shuffled";

    public override string Why =>
        """
            In a row of numbers readers look for the order. Where the deck fixes the order (`shuffle=false`), numbers that go up, or
            down, are found at once, and their order says nothing about which one is right
            (Haladyna, Downing & Rodriguez 2002, guideline 20).
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### How many bits has a byte?
                <!-- card: shuffle=false -->

                - [ ] 16
                      ^^
                - [x] 8
                  > An octet.
                - [ ] 32
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### How many bits has a byte?
                <!-- card: shuffle=false -->

                - [x] 8
                - [ ] 16
                - [ ] 32
                """,
            """
                ### How many bits has a byte?

                - [ ] 16
                - [x] 8
                - [ ] 32
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        if (
            section.Content is not ChoiceContent
            || !section.KeepsOrder
            || section.Options!.Options is not { Length: >= LeastNumbers } options
        )
        {
            return;
        }

        var numbers = options.Select(option => NumericText.Read(option.Prose.Text)).OfType<NumericText>().ToList();
        if (numbers.Count < options.Length || numbers.Exists(number => number.Unit != numbers[0].Unit))
        {
            return;
        }

        var values = numbers.ConvertAll(number => number.Value);
        if (IsOrdered(values, 1) || IsOrdered(values, -1))
        {
            return;
        }

        report.Add(
            this,
            options[0].Prose.Span(0, options[0].Prose.Text.Length),
            "These numbers are out of order, and options are not shuffled here. Sort them.",
            [.. Sorted(section, values)]
        );
    }

    private static bool IsOrdered(List<decimal> values, int direction)
    {
        for (var i = 1; i < values.Count; i++)
        {
            if (values[i - 1].CompareTo(values[i]) * direction > 0)
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<Fix> Sorted(ParsedSection section, List<decimal> values)
    {
        if (OptionPlaces.Of(section) is not { } places)
        {
            yield break;
        }

        var texts = Enumerable.Range(0, values.Count).Select(places.Text).ToList();
        var order = Enumerable.Range(0, values.Count).OrderBy(i => values[i]).ToList();
        var edits = order
            .Select((from, to) => (From: from, To: to))
            .Where(move => move.From != move.To)
            .Select(move => new TextEdit(
                texts[move.To],
                section.Source.Text.Substring(texts[move.From].Start, texts[move.From].Length)
            ));
        yield return new Fix("Sort the options", [.. edits], IsPreferred: true);
    }
}
