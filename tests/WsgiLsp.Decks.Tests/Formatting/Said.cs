using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Tests.Formatting;

/// <summary>
/// What a deck says, apart from how it is written: its settings, its cards with the words of their texts, and the
/// HTML of the whole file. White space counts inside code only.
/// </summary>
internal static partial class Said
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseTaskLists()
        .Build();

    private static readonly MarkdownPipeline WithMathematics = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseTaskLists()
        .UseMathematics()
        .Build();

    public static string By(Deck deck, bool withFormulas = false)
    {
        var text = deck.Text.ToString();
        var body = text[FrontMatterSpan.Find(deck.Text).ContentStart..].ReplaceLineEndings("\n");
        var formulas = withFormulas ? Html(body, WithMathematics) : "";
        return $"{Settings(deck)}\n{Cards(deck)}\n{Html(body, Pipeline)}\n{formulas}";
    }

    private static string Settings(Deck deck)
    {
        var said = deck.FrontMatter;
        var tags = string.Join(',', said.Tags) + " " + string.Join(',', said.Ignore);
        return $"{deck.Id} '{deck.Title}' {said.Level} {said.CardLevel} {said.Shuffle} {said.Language} {tags}";
    }

    private static string Cards(Deck deck)
    {
        var result = new StringBuilder();
        foreach (var section in deck.Sections)
        {
            result.Append($"{section.Role} {section.Level} '{section.Title}'\n");
            if (section.Card is { } card)
            {
                Append(result, card);
            }
        }

        return result.ToString();
    }

    private static void Append(StringBuilder result, Card card)
    {
        var content = card.Content;
        result.Append($"{card.Key} {card.Kind} {card.Level} {card.Shuffle} {card.Suspended} ");
        result.Append($"[{string.Join(',', card.Tags)}] [{string.Join('>', card.Path)}]\n");
        result.Append($"? {Words(content.Prompt)}\n= {Words(content.Answer)}\n: {Words(content.Explanation)}\n");
        var items = string.Join(',', card.Items);
        result.Append($"{card.Match} {card.Tolerance} {string.Join(',', card.Requires)} {items}\n");
        foreach (var hint in content.Hints)
        {
            result.Append($"hint {Words(hint)}\n");
        }

        foreach (var option in (content as ChoiceContent)?.Options ?? [])
        {
            result.Append($"[{option.Correct}] {Words(option.Text)} > {Words(option.Feedback)}\n");
        }

        result.Append(
            content switch
            {
                ClozeContent cloze => string.Join('/', cloze.Clozes.Select(c => $"{c.Item} {c.Answer} {c.Hint}")),
                TypedContent typed => string.Join('/', typed.Accepted),
                OrderContent order => string.Join('/', order.Items.Select(Words)),
                MatchContent match => string.Join('/', match.Pairs.Prepend(match.Titles)),
                _ => "",
            }
        );
        foreach (var wording in (content as ExplainContent)?.Concepts.SelectMany(c => c.Wordings) ?? [])
        {
            var terms = string.Join(" + ", wording.Terms.Select(t => string.Join('/', t)));
            result.Append($"* {Words(wording.Text)} ({terms})\n");
        }
    }

    // Markdown without what a formatter may change; how the parts hang together is compared in the whole file's HTML.
    private static string Words(string markdown) =>
        Formatting().Replace(markdown, "").Replace("[X]", "[x]", StringComparison.Ordinal);

    private static string Html(string markdown, MarkdownPipeline pipeline)
    {
        try
        {
            var html = Comment().Replace(Markdown.ToHtml(markdown, pipeline), Sorted);
            return string.Concat(Code().Split(html).Select((part, i) => i % 2 == 0 ? Space().Replace(part, " ") : part))
                .Trim();
        }
        catch (ArgumentException)
        {
            return "too deep";
        }
    }

    private static string Sorted(Match comment)
    {
        var words = Word().Matches(comment.Groups["entries"].Value).Select(m => Bare(m.Value));
        return string.Join(' ', words.OrderBy(w => w.Split('=')[0], StringComparer.Ordinal));
    }

    private static string Bare(string word) =>
        word.Replace("\"", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);

    [GeneratedRegex("<!--\\s*cards?:(?<entries>.*?)-->", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex("""[^\s"']*("[^"]*"|'[^']*')|[^\s"']+""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();

    [GeneratedRegex("(?<code><code.*?</code>)", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Code();

    [GeneratedRegex(@"[\s*+:|>#=-]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Formatting();

    [GeneratedRegex("[ \t\r\n]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Space();
}
