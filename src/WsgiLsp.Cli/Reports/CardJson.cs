using System.Collections.Immutable;
using System.Text.Json;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Cli.Reports;

/// <summary>A card as one line of JSON. The order of the properties is the order of the keys.</summary>
internal sealed record CardJson(
    string File,
    string Deck,
    string Id,
    string Kind,
    string? Level,
    ImmutableArray<string> Tags,
    ImmutableArray<string> Path,
    string Prompt,
    string Answer,
    string Explanation,
    int Line,
    ImmutableArray<CardJson.OptionJson> Options,
    ImmutableArray<CardJson.ConceptJson> Concepts,
    ImmutableArray<string> Hints,
    ImmutableArray<string> Accepted,
    ImmutableArray<string> Items,
    ImmutableArray<CardJson.PairJson> Pairs,
    ImmutableArray<CardJson.ClozeJson> Clozes
)
{
    /// <param name="file">The deck's file, as it is shown.</param>
    /// <param name="card">The card.</param>
    /// <param name="startLine">The 0-based line of its heading.</param>
    public static string Serialize(string file, Card card, int startLine)
    {
        var json = new CardJson(
            file,
            card.DeckId,
            card.Id,
            card.Kind.Name(),
            card.Level?.Name(),
            card.Tags,
            card.Path,
            card.Content.Prompt,
            card.Content.Answer,
            card.Content.Explanation,
            startLine + 1,
            card.Content is ChoiceContent choice
                ? [.. choice.Options.Select(o => new OptionJson(o.Text, o.Correct, o.Feedback))]
                : [],
            card.Content is ExplainContent explain
                ? [.. explain.Concepts.Select(c => new ConceptJson(c.Text, [.. c.Wordings.Select(w => w.Terms)]))]
                : [],
            card.Content.Hints,
            card.Content is TypedContent typed ? typed.Accepted : [],
            card.Content is OrderContent order ? order.Items : [],
            card.Content is MatchContent match ? [.. match.Pairs.Select(p => new PairJson(p.Left, p.Right))] : [],
            card.Content is ClozeContent cloze
                ? [.. cloze.Clozes.Select(c => new ClozeJson(c.Item, c.Answer, c.Hint))]
                : []
        );
        return JsonSerializer.Serialize(json, ReportJsonContext.Readable.CardJson);
    }

    internal sealed record OptionJson(string Text, bool Correct, string Feedback);

    internal sealed record PairJson(string Left, string Right);

    internal sealed record ClozeJson(string Item, string Answer, string Hint);

    internal sealed record ConceptJson(string Text, ImmutableArray<ImmutableArray<ImmutableArray<string>>> Terms);
}
