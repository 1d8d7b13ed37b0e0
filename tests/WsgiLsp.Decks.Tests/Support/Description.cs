using System.Text;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Decks.Tests.Support;

/// <summary>What a deck is read as, in the words of the language's page: one paragraph a card, then the findings.</summary>
internal static class Description
{
    public static string Of(Deck deck)
    {
        var result = new StringBuilder();
        foreach (var section in deck.Sections)
        {
            if (section.Card is { } card)
            {
                Describe(result, card);
            }
        }

        foreach (var finding in deck.Findings)
        {
            result.Append($"finding on line {finding.Start.Line + 1}: {finding.Finding.Rule}\n");
        }

        return result.Length == 0 ? "no card, no finding\n" : result.ToString();
    }

    private static void Describe(StringBuilder result, Card card)
    {
        result.Append($"{card.Kind.Name()} {card.Key}\n");
        Line("group", string.Join(" > ", card.Path));
        Line("level", card.Level?.Name() ?? "");
        Line("tags", string.Join(", ", card.Tags));
        Line("after", string.Join(", ", card.Requires));
        Line("not shuffled", card is { Shuffle: false, Content: ChoiceContent } ? "yes" : "");
        Line("suspended", card.Suspended ? "yes" : "");
        Line(
            "items",
            card.Items is [""]
                ? ""
                : string.Join(", ", card.Items.Select(item => card.Id + (item.Length > 0 ? "#" + item : "")))
        );
        Line("prompt", card.Content.Prompt);
        foreach (var hint in card.Content.Hints)
        {
            Line("hint", hint);
        }

        foreach (var (name, value) in Parts(card.Content))
        {
            Line(name, value);
        }

        Line("compared", card.Match?.Name() ?? "");
        Line("tolerance", card.Tolerance is { } tolerance ? $"{tolerance}" : "");
        Line("explanation", card.Content.Explanation);

        void Line(string name, string value)
        {
            if (value.Length > 0)
            {
                result.Append(
                    $"  {name}: {value.Replace("\n\n", " ¶ ", StringComparison.Ordinal).Replace("\n", " ⏎ ", StringComparison.Ordinal)}\n"
                );
            }
        }
    }

    private static IEnumerable<(string Name, string Value)> Parts(CardContent content) =>
        content switch
        {
            ChoiceContent choice => choice.Options.Select(o =>
                (o.Correct ? "right" : "wrong", o.Text + (o.Feedback.Length > 0 ? " → " + o.Feedback : ""))
            ),
            ExplainContent explain =>
            [
                .. explain.Concepts.Select(c => ("concept", string.Join(" | ", c.Wordings.Select(Terms)))),
                ("answer", explain.Answer),
            ],
            ClozeContent cloze =>
            [
                .. cloze.Clozes.Select(c => ("blank", c.Answer + (c.Hint.Length > 0 ? $" (hint: {c.Hint})" : ""))),
                ("answer", cloze.Answer),
            ],
            TypedContent typed => typed.Accepted.Select(a => ("accepted", a)),
            OrderContent order => order.Items.Select((item, index) => ($"{index + 1}", item)),
            MatchContent match => match.Pairs.Select(p => ("pair", $"{p.Left} = {p.Right}")),
            _ => [("answer", content.Answer)],
        };

    private static string Terms(ConceptWording wording) =>
        wording.Terms.IsEmpty
            ? $"all words of “{wording.Text}”"
            : string.Join(" and ", wording.Terms.Select(t => string.Join(" or ", t)));
}
