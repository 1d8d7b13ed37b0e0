using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Rendering.Cards;
using WsgiLsp.Rendering.Html;

namespace WsgiLsp.Rendering.Pages;

/// <summary>A page of a site.</summary>
/// <param name="FileName">Its file's name, without a folder.</param>
/// <param name="Page">The page.</param>
public sealed record SitePage(string FileName, HtmlPage Page);

/// <summary>Decks as a folder of pages: one a deck, and one that lists and searches all cards.</summary>
public static class StudySite
{
    private const string Index = "index.html";

    /// <summary>The pages, the list first.</summary>
    /// <param name="title">The list's heading, plain text; null for a plain one.</param>
    /// <param name="decks">The decks: at least one.</param>
    public static ImmutableArray<SitePage> Of(string? title, ImmutableArray<StudyDeck> decks)
    {
        var files = FileNames(decks);
        var links = new PageLinks(decks, (from, to) => ReferenceEquals(from, to) ? "" : files[to]);
        return
        [
            new SitePage(Index, IndexOf(title ?? "Study pages", decks, files)),
            .. decks.Select(deck => new SitePage(files[deck], StudyPage.Of(title: null, [deck], links, Index))),
        ];
    }

    private static HtmlPage IndexOf(string title, ImmutableArray<StudyDeck> decks, Dictionary<StudyDeck, string> files)
    {
        var html = new HtmlWriter();
        html.Open("header").Line().Open("h1").Text(title).Close("h1").Close("header").Line();
        html.Open("div", ("class", "tools"), ("role", "search"), ("hidden", ""));
        html.Open("label", "search").Open("span").Text("Search").Close("span").Open("input", ("type", "search"));
        html.Close("label").Open("button", ("type", "button"), ("data-do", "dark"), ("aria-pressed", "false"));
        html.Text("Dark").Close("button").Open("p", ("class", "status"), ("role", "status")).Close("p").Close("div");
        html.Line().Open("main", "index").Line();
        foreach (var deck in decks)
        {
            WriteDeck(html, deck, files[deck]);
        }

        html.Close("main").Line();
        return new HtmlPage
        {
            Title = title,
            Body = html.ToString(),
            Script = "index.js",
        };
    }

    private static void WriteDeck(HtmlWriter html, StudyDeck deck, string file)
    {
        html.Open("section", "deck").Line().Open("h2").Open("a", ("href", file)).Text(deck.Deck.Title);
        html.Close("a").Close("h2").Line();
        var count = deck.Cards.Count();
        html.Open("p", "summary").Text(count == 1 ? "1 card" : $"{count} cards").Close("p").Line().Open("ul").Line();
        foreach (var section in deck.Deck.Sections)
        {
            if (section.Card is not { Suspended: false, Kind: not CardKind.Note } card)
            {
                continue;
            }

            string?[] words = [card.Level?.Name(), card.Kind.Name(), .. card.Tags, .. card.Path, card.Content.Prompt];
            html.Open("li", ("data-words", string.Join(' ', words)));
            html.Open("a", ("href", $"{file}#{PageLinks.IdOf(deck, section)}"));
            html.Raw(new CardHtml(card, new SafeHtmlOptions()).Title).Close("a").Close("li").Line();
        }

        html.Close("ul").Close("section").Line();
    }

    /// <summary>A file name for each deck, of harmless signs, each once whatever the case.</summary>
    private static Dictionary<StudyDeck, string> FileNames(ImmutableArray<StudyDeck> decks)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { Index };
        var names = new Dictionary<StudyDeck, string>();
        foreach (var deck in decks)
        {
            var word = string.Concat(deck.Deck.Id.Select(c => char.IsLetterOrDigit(c) || c is '-' or '_' ? c : '-'));
            var name = word + ".html";
            for (var n = 2; !taken.Add(name); n++)
            {
                name = FormattableString.Invariant($"{word}-{n}.html");
            }

            names.Add(deck, name);
        }

        return names;
    }
}
