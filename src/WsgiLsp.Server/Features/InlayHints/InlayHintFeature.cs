using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using WsgiLsp.Server.Features.Learning;
using WsgiLsp.Server.Workspace;
using WsgiLsp.Study.Statistics;
using WsgiLsp.Study.Statistics.Cards;
using Hint = WsgiLsp.Protocol.Types.InlayHint;
using Range = WsgiLsp.Protocol.Types.Range;

namespace WsgiLsp.Server.Features.InlayHints;

/// <summary>
/// Behind the heading of each card that was ever answered: when it is due and how well it is remembered, and where wanted what
/// answers say of it; then also behind each option and each concept. The answers are compared with the deck as it is now.
/// </summary>
internal static class InlayHintFeature
{
    /// <summary>The hints in a range of a deck.</summary>
    public static IReadOnlyList<Hint> Of(
        OpenDocument document,
        Deck deck,
        Range range,
        PositionEncoding positions,
        UserSettings settings,
        LearnerView learner
    )
    {
        if (!learner.HasLog || settings is { InlayHintsDue: false, InlayHintsFacts: false })
        {
            return [];
        }

        var wanted = positions.Span(document.Text, range);
        var hints = new List<Hint>();
        for (var index = deck.SectionAt(wanted.Start); index < deck.SectionCount; index++)
        {
            var section = deck.Section(index);
            if (section.Span.Start > wanted.End)
            {
                break;
            }

            if (section.Card is not { } card)
            {
                continue;
            }

            var facts = settings.InlayHintsFacts ? learner.FactsOf(document.Path, card) : null;
            if (OfCard(learner, settings.InlayHintsDue ? learner.StateOf(card) : null, facts) is { } told)
            {
                hints.Add(Behind(section.Heading, told));
            }

            if (facts is not null)
            {
                hints.AddRange(
                    deck.PartsOf(index)
                        .Zip(FactHints.OfParts(facts))
                        .Where(part => part.Second is not null)
                        .Select(part => Behind(FirstLineOf(part.First), part.Second!))
                );
            }
        }

        return hints;

        TextSpan FirstLineOf(TextSpan part)
        {
            var line = document.Text.GetPosition(part.Start).Line;
            return TextSpan.FromBounds(part.Start, document.Text.LineStart(line) + document.Text.GetLine(line).Length);
        }

        Hint Behind(TextSpan place, HintText told) =>
            new(
                positions.Range(document.Text, place).End,
                told.Label,
                Tooltip: new MarkupContent(MarkupKind.PlainText, told.Tooltip),
                PaddingLeft: true
            );
    }

    private static HintText? OfCard(LearnerView learner, CardState? state, CardFacts? facts)
    {
        var learned =
            state is not null && (state.HasHistory || state.IsSuspended || state.IsBuried)
                ? new HintText(learner.Short(state), learner.Line(state))
                : null;
        var tried = facts is null ? null : FactHints.OfCard(facts);
        return learned is null || tried is null
            ? learned ?? tried
            : new HintText($"{learned.Label} · {tried.Label}", $"{learned.Tooltip}\n{tried.Tooltip}");
    }
}
