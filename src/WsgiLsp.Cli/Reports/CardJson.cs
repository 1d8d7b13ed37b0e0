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
    ImmutableArray<string> Hints
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
            card.Content.Hints
        );
        return JsonSerializer.Serialize(json, ReportJsonContext.Readable.CardJson);
    }

    internal sealed record OptionJson(string Text, bool Correct, string Feedback);

    internal sealed record ConceptJson(string Text, ImmutableArray<ImmutableArray<ImmutableArray<string>>> Terms);
}
