using System.Text;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Decks.Tests.Support;

/// <summary>All that a deck says, as text, so that two decks can be compared and a difference be read.</summary>
internal static class Snapshot
{
    public static string Of(Deck deck)
    {
        var result = new StringBuilder();
        result.Append($"deck {deck.Id} '{deck.Title}' {deck.Text.Length} {deck.Text.LineCount}\n");
        foreach (var section in deck.Sections)
        {
            result.Append(
                $"{section.Role} {section.Level} '{section.Title}' {section.Span} {section.StartLine}-{section.EndLine} {section.Heading} {section.Answer}\n"
            );
            if (section.Card is { } card)
            {
                Append(result, card);
            }
        }

        foreach (var finding in deck.Findings)
        {
            var fixes = string.Join(
                " | ",
                finding.Finding.Fixes.Select(f => f.Title + " " + string.Join(',', finding.Edits(f)))
            );
            var related = string.Join(" | ", finding.Finding.Related);
            result.Append(
                $"! {finding.Finding.Rule} {finding.Finding.Severity} {finding.Span} {finding.Start}-{finding.End} {finding.Finding.Message} {fixes} {related}\n"
            );
        }

        return result.ToString();
    }

    public static string OfCards(Deck deck)
    {
        var result = new StringBuilder();
        foreach (var card in deck.Cards)
        {
            Append(result, card);
        }

        return result.ToString();
    }

    private static void Append(StringBuilder result, Card card)
    {
        result.Append(
            $"  {card.Key} {card.Kind} {card.Level} [{string.Join(',', card.Tags)}] [{string.Join('>', card.Path)}]"
        );
        result.Append($" shuffle={card.Shuffle} suspended={card.Suspended} {card.Match} {card.Tolerance}");
        result.Append($" items={string.Join(',', card.Items)} requires={string.Join(',', card.Requires)}\n");
        result.Append(
            $"    ? {Line(card.Content.Prompt)}\n    = {Line(card.Content.Answer)}\n    : {Line(card.Content.Explanation)}\n"
        );
        foreach (var hint in card.Content.Hints)
        {
            result.Append($"    hint {Line(hint)}\n");
        }

        if (card.Content is ChoiceContent choice)
        {
            foreach (var option in choice.Options)
            {
                result.Append($"    [{(option.Correct ? 'x' : ' ')}] {Line(option.Text)} > {Line(option.Feedback)}\n");
            }
        }

        result.Append(
            card.Content switch
            {
                ClozeContent cloze => $"    {Line(cloze.Text)} {string.Join(' ', cloze.Clozes)}\n",
                TypedContent typed => $"    {string.Join(" | ", typed.Accepted)}\n",
                OrderContent order => $"    {Line(string.Join(" < ", order.Items))}\n",
                MatchContent match => $"    {match.Titles}: {string.Join(" ", match.Pairs)}\n",
                _ => "",
            }
        );
        if (card.Content is ExplainContent explain)
        {
            foreach (var wording in explain.Concepts.SelectMany(c => c.Wordings))
            {
                var terms = string.Join(" + ", wording.Terms.Select(t => string.Join('/', t)));
                result.Append($"    * {Line(wording.Text)} ({terms})\n");
            }
        }
    }

    private static string Line(string text) => text.Replace("\n", "⏎", StringComparison.Ordinal);
}
