using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using WsgiLsp.Server.Features.Learning;
using WsgiLsp.Server.Quiz;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Server.Features.CodeLenses;

/// <summary>Ways into a quiz, over the title, the groups and, where wanted, the cards.</summary>
internal static class CodeLensFeature
{
    /// <summary>The lenses of a deck.</summary>
    public static IReadOnlyList<CodeLens> Of(
        OpenDocument document,
        Deck deck,
        PositionEncoding positions,
        UserSettings settings,
        LearnerView learner
    )
    {
        var lenses = new List<CodeLens>();
        var counts = QuizCounts.Of(deck);
        var title = deck.Sections.FirstOrDefault(s => s.Role == SectionRole.Title);
        var top = positions.Range(document.Text, title.Role == SectionRole.Title ? title.Heading : new TextSpan(0, 0));
        lenses.AddRange(QuizOffers.ForDeck(document, deck, counts, learner).Select(offer => new CodeLens(top, offer)));

        foreach (var (section, path) in Groups.Of(deck))
        {
            if (QuizOffers.ForGroup(document, counts, path) is { } group)
            {
                lenses.Add(new CodeLens(positions.Range(document.Text, section.Heading), group));
            }
        }

        if (settings.CodeLensCards)
        {
            foreach (var section in deck.Sections)
            {
                if (section.Card is { } card && QuizOffers.Try(document, card) is { } offer)
                {
                    lenses.Add(new CodeLens(positions.Range(document.Text, section.Heading), offer));
                }
            }
        }

        return lenses;
    }
}
