using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Rendering.Html;

namespace WsgiLsp.Rendering.Pages;

/// <summary>The head of a study page: its title, what there is, and the tools, which show themselves where scripts run.</summary>
internal static class StudyHeader
{
    public static void Write(HtmlWriter html, string title, ImmutableArray<StudyDeck> decks, string? index)
    {
        var cards = decks.SelectMany(deck => deck.Cards).ToList();
        html.Open("header").Line();
        if (index is not null)
        {
            html.Open("p", "way").Open("a", ("href", index)).Text("All decks").Close("a").Close("p").Line();
        }

        html.Open("h1").Text(title).Close("h1").Line();
        html.Open("p", "summary").Text(Summary(cards, decks)).Close("p").Line();
        WriteContents(html, decks);
        html.Close("header").Line();
        WriteTools(html, [.. cards.Select(card => card.Level?.Name() ?? "").Distinct(StringComparer.Ordinal)]);
    }

    private static string Summary(List<Card> cards, ImmutableArray<StudyDeck> decks)
    {
        var minutes = decks.Sum(deck => deck.Deck.FrontMatter.Minutes ?? 0);
        var levels = Vocabulary.Levels.Select(name => (name, Count: cards.Count(card => card.Level?.Name() == name)));
        return string.Join(
            " · ",
            [
                .. decks.Length > 1 ? (IEnumerable<string>)[$"{decks.Length} decks"] : [],
                cards.Count == 1 ? "1 card" : $"{cards.Count} cards",
                .. levels.Where(level => level.Count > 0).Select(level => $"{level.Count} {level.name}"),
                .. minutes > 0
                    ? (IEnumerable<string>)[FormattableString.Invariant($"about {minutes:0.#} minutes")]
                    : [],
            ]
        );
    }

    private static void WriteContents(HtmlWriter html, ImmutableArray<StudyDeck> decks)
    {
        if (decks.Length < 2)
        {
            return;
        }

        html.Open("nav", ("aria-label", "Decks")).Open("ul").Line();
        foreach (var deck in decks)
        {
            html.Open("li").Open("a", ("href", "#" + PageLinks.IdOf(deck))).Text(deck.Deck.Title).Close("a");
            html.Close("li").Line();
        }

        html.Close("ul").Close("nav").Line();
    }

    private static void WriteTools(HtmlWriter html, ImmutableArray<string> levels)
    {
        html.Open("section", ("class", "tools"), ("aria-label", "Tools"), ("hidden", "")).Line();
        if (levels.Length > 1)
        {
            html.Open("fieldset", "levels").Open("legend").Text("Levels").Close("legend");
            foreach (var level in Vocabulary.Levels.Append("").Where(name => levels.Contains(name)))
            {
                html.Open("label").Open("input", ("type", "checkbox"), ("value", level), ("checked", ""));
                html.Text(level.Length > 0 ? level : "no level").Close("label");
            }

            html.Close("fieldset").Line();
        }

        WriteSwitch(html, "sheet", "Cheat sheet");
        WriteSwitch(html, "reveal", "Show all answers");
        WriteSwitch(html, "dark", "Dark");
        html.Open("button", ("type", "button"), ("data-do", "help")).Text("Keys").Close("button").Line();
        html.Open("p", ("class", "status"), ("role", "status")).Close("p").Line();
        html.Close("section").Line();
    }

    private static void WriteSwitch(HtmlWriter html, string name, string text) =>
        html.Open("button", ("type", "button"), ("data-do", name), ("aria-pressed", "false"))
            .Text(text)
            .Close("button")
            .Line();
}
