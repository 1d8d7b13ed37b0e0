using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;
using WsgiLsp.Rendering.Html;

namespace WsgiLsp.Rendering.Pages;

/// <summary>Decks as a page to study with: in any browser, without a network, and to read without scripts.</summary>
public static class StudyPage
{
    /// <summary>One deck or several on one page.</summary>
    /// <param name="title">The page's heading, plain text; null for the deck's title.</param>
    /// <param name="decks">The decks, in the order of the page: at least one.</param>
    public static HtmlPage Of(string? title, ImmutableArray<StudyDeck> decks) =>
        Of(title, decks, new PageLinks(decks, (_, _) => ""), index: null);

    /// <summary>A page of a site.</summary>
    /// <param name="title">The page's heading, plain text; null for the deck's title.</param>
    /// <param name="decks">The decks on this page: at least one.</param>
    /// <param name="links">Where links of the site's decks lead.</param>
    /// <param name="index">The address of the page that lists the others; null for none.</param>
    internal static HtmlPage Of(string? title, ImmutableArray<StudyDeck> decks, PageLinks links, string? index)
    {
        var heading = title ?? (decks is [var only] ? only.Deck.Title : "Study page");
        var html = new HtmlWriter();
        html.Open("a", ("class", "skip"), ("href", "#cards")).Text("To the cards").Close("a").Line();
        StudyHeader.Write(html, heading, decks, index);
        html.Open("main", ("id", "cards")).Line();
        var cards = new StudyCard(html);
        foreach (var deck in decks)
        {
            html.Open("section", ("class", "deck"), ("id", PageLinks.IdOf(deck)), ("lang", LanguageOf(deck))).Line();
            var levels = new HeadingLevels(first: 2);
            if (decks.Length > 1 || title is not null)
            {
                html.Open("h2").Text(deck.Deck.Title).Close("h2").Line();
                levels.Next(0);
            }

            WriteSections(html, deck, levels, cards, links);
            html.Close("section").Line();
        }

        html.Close("main").Line();
        StudyHelp.Write(html);
        return new HtmlPage
        {
            Title = heading,
            Body = html.ToString(),
            Script = "study.js",
        };
    }

    private static void WriteSections(
        HtmlWriter html,
        StudyDeck deck,
        HeadingLevels levels,
        StudyCard cards,
        PageLinks links
    )
    {
        var options = new SafeHtmlOptions
        {
            Image = deck.Image,
            Link = address => links.Resolve(deck, address),
            References = [.. deck.Deck.LinkLabels.Select(one => new LinkReference(one.Label, one.Address))],
        };
        html.Open("section", "group").Line();
        foreach (var section in deck.Deck.Sections)
        {
            if (section.Role is SectionRole.Preamble or SectionRole.Title)
            {
                html.Raw(TextBelow(deck.Deck, section, options with { FirstHeading = 3 }));
                continue;
            }

            if (section.Card is { Suspended: true })
            {
                continue;
            }

            var level = levels.Next(section.Level);
            var below = options with { FirstHeading = Math.Min(level + 1, 6) };
            var id = PageLinks.IdOf(deck, section);
            if (section.Card is { Kind: not CardKind.Note } card)
            {
                cards.Write(card, id, level, below);
                continue;
            }

            html.Close("section").Line().Open("section", "group").Line();
            var heading = $"h{level}";
            html.Open(heading, ("id", id)).Text(section.Title.Length > 0 ? section.Title : "…").Close(heading).Line();
            html.Raw(
                section.Card is { } note
                    ? SafeHtml.Of(note.Content.Answer, below)
                    : TextBelow(deck.Deck, section, below)
            );
        }

        html.Close("section").Line();
    }

    /// <summary>What stands below a heading that is no card; of what stands before the first heading, nothing.</summary>
    private static string TextBelow(Deck deck, DeckSection section, SafeHtmlOptions options)
    {
        if (section.Level == 0)
        {
            return "";
        }

        var text = deck.Text.ToString(TextSpan.FromBounds(section.Heading.End, section.Span.End));
        return string.IsNullOrWhiteSpace(text) ? "" : SafeHtml.Of(text.TrimStart('\r', '\n'), options);
    }

    private static string? LanguageOf(StudyDeck deck) =>
        deck.Deck.FrontMatter.Language is { Length: > 0 and < 36 } language
        && language.All(c => char.IsAsciiLetterOrDigit(c) || c == '-')
            ? language
            : null;
}
