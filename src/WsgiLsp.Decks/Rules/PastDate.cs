using System.Collections.Immutable;
using System.Globalization;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

internal sealed class PastDate : Rule
{
    private const string Key = "by";

    public override string Name => "past-date";

    public override Severity Severity => Severity.Information;

    public override string Summary => "a day to be ready for, `by`, that has come or is past";

    public override string Why =>
        """
            Cards of a deck with `by` are asked again in the week before that day. Once it is past it does nothing: cards come
            when they would without it, and nothing tells what score to expect. Name the next day, or remove it.

            This is the one rule of `wsgilsp check` whose finding comes with time and not with an edit: a deck that has none today
            can have it tomorrow. It is information, so that neither a check in CI nor a commit fails by it, unless
            `--fail-on information` asks for that; a project that asks can switch it off in `wsgilsp.json`. Today is the day by
            the clock where the check runs. An editor that stays open looks at it again when the deck is edited.

            The day is 2027-02-14 in these examples.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ---
                deck: Networks
                by: 2026-11-30
                    ^^^^^^^^^^
                ---
                ### Which layer routes packets?

                The network layer.
                """,
            """
                ---
                by: "2027-02-14"
                    ^^^^^^^^^^^^
                ---
                ### Which layer routes packets?

                The network layer.
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ---
                deck: Networks
                by: 2027-02-15
                ---
                ### Which layer routes packets?

                The network layer.
                """,
        ];

    public override void Check(Deck deck, DeckReport report)
    {
        if (
            deck.FrontMatter.By is not { } by
            || deck.Settings.Today is not { } today
            || by > today
            || deck.FrontMatterSource.Values.FirstOrDefault(value => value.Key == Key) is not { } value
        )
        {
            return;
        }

        var day = by.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        report.Add(
            this,
            section: 0,
            value.Span,
            by == today
                ? $"{day} is today: from tomorrow on this date does nothing. Name the next one, or remove 'by'."
                : $"{day} is past: this date does nothing any more. Name the next one, or remove 'by'.",
            Remove(deck.FrontMatterSource.Source, value) is { } edit ? [new Fix("Remove 'by'", [edit])] : []
        );
    }

    /// <summary>The edit that removes the key's line; null where it has none of its own.</summary>
    private static TextEdit? Remove(SectionSource source, FrontMatterValue value)
    {
        var line = source.LineAt(value.Span.Start);
        return source.Line(line).StartsWith(Key + ":", StringComparison.Ordinal)
            ? new TextEdit(TextSpan.FromBounds(source.LineStart(line), source.LineStart(line + 1)), "")
            : null;
    }
}
