using System.Globalization;
using WsgiLsp.Decks.Model;
using WsgiLsp.Rendering.Cards;
using WsgiLsp.Rendering.Html;

namespace WsgiLsp.Rendering.Pages;

/// <summary>Writes cards of a study page: what is asked, the fields of its kind, and below a fold what answers.</summary>
internal sealed class StudyCard(HtmlWriter html)
{
    private readonly StudyFields fields = new(html);
    private int count;

    /// <summary>Writes a card.</summary>
    /// <param name="card">The card.</param>
    /// <param name="id">The id of its place.</param>
    /// <param name="level">The level of its heading, 1…6.</param>
    /// <param name="options">What is known of the page and the deck.</param>
    public void Write(Card card, string id, int level, SafeHtmlOptions options)
    {
        var parts = new CardHtml(card, options);
        var name = "q" + (++count).ToString(CultureInfo.InvariantCulture);
        var heading = $"h{level}";
        html.Open(
                "article",
                ("class", "card " + card.Kind.Name()),
                ("id", id),
                ("tabindex", "-1"),
                ("aria-labelledby", name),
                ("data-level", card.Level?.Name() ?? "")
            )
            .Line();
        html.Open(heading, ("id", name)).Raw(parts.Title).Close(heading).Line();
        if (card.Level is { } cardLevel)
        {
            html.Open("p", "level").Text(cardLevel.Name()).Close("p").Line();
        }

        Part("prompt", parts.Prompt);
        for (var i = 0; i < parts.Hints.Length; i++)
        {
            var which = parts.Hints.Length > 1 ? FormattableString.Invariant($"Hint {i + 1}") : "Hint";
            html.Open("details", "hint").Open("summary").Text(which).Close("summary").Line();
            html.Raw(parts.Hints[i]).Close("details").Line();
        }

        fields.Write(card, parts, name);
        html.Open("p", ("class", "verdict"), ("role", "status")).Close("p").Line();
        html.Open("details", "answer").Open("summary").Text("Answer").Close("summary").Line();
        fields.WriteConcepts(card, parts);
        Part("said", parts.Answer);
        Part("explanation", parts.Explanation);
        html.Close("details").Line().Close("article").Line();
    }

    private void Part(string name, string content)
    {
        if (content.Length > 0)
        {
            html.Open("div", name).Line().Raw(content).Close("div").Line();
        }
    }
}
