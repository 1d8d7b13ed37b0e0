using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;
using WsgiLsp.Decks.Tokens;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using WsgiLsp.Server.Features.Learning;
using WsgiLsp.Server.Workspace;
using WsgiLsp.Study.Statistics;
using Hint = WsgiLsp.Protocol.Types.InlayHint;
using Range = WsgiLsp.Protocol.Types.Range;

namespace WsgiLsp.Server.Features.InlayHints;

/// <summary>
/// Behind the heading of each card that was ever answered: when it is due and how well it is remembered, and where wanted how
/// many first tries were right; then also behind each option how often it was chosen.
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

            var state = settings.InlayHintsDue ? learner.StateOf(card) : null;
            var tries = settings.InlayHintsFacts ? learner.FirstTriesOf(document.Path, card) : default;
            if (OfCard(learner, state, tries) is { } told)
            {
                hints.Add(
                    new Hint(
                        positions.Range(document.Text, section.Heading).End,
                        told.Label,
                        Tooltip: new MarkupContent(MarkupKind.PlainText, told.Tooltip),
                        PaddingLeft: true
                    )
                );
            }

            if (settings.InlayHintsFacts)
            {
                hints.AddRange(OfOptions(document, deck, section, card, positions, learner));
            }
        }

        return hints;
    }

    private static (string Label, string Tooltip)? OfCard(LearnerView learner, CardState? state, Share tries)
    {
        var isKnown = state is not null && (state.HasHistory || state.IsSuspended || state.IsBuried);
        return (isKnown, tries.Total) switch
        {
            (false, 0) => null,
            (true, 0) => (learner.Short(state!), learner.Line(state!)),
            (false, _) => (Right(tries), RightAtLength(tries)),
            _ => ($"{learner.Short(state!)} · {Right(tries)}", $"{learner.Line(state!)}\n{RightAtLength(tries)}"),
        };
    }

    private static string Right(Share tries) => $"{tries.Right} of {tries.Total} right";

    private static string RightAtLength(Share tries) =>
        $"right at {tries.Right} of {tries.Total} first tries, one a day";

    /// <summary>Behind the first line of each option that was ever chosen.</summary>
    private static IEnumerable<Hint> OfOptions(
        OpenDocument document,
        Deck deck,
        DeckSection section,
        Card card,
        PositionEncoding positions,
        LearnerView learner
    )
    {
        var counts = learner.ChosenOf(document.Path, card);
        if (counts.IsEmpty)
        {
            yield break;
        }

        var boxes = DeckTokens
            .Of(deck, section.Span)
            .Where(token => token.Kind is DeckTokenKind.Box or DeckTokenKind.KeyBox)
            .Select(token => token.Span.Start)
            .Where(start => start >= section.Span.Start && start < section.Span.End)
            .ToList();
        for (var index = 0; index < counts.Length && boxes.Count == counts.Length; index++)
        {
            if (counts[index] > 0)
            {
                var line = document.Text.GetPosition(boxes[index]).Line;
                var end = document.Text.LineStart(line) + document.Text.GetLine(line).Length;
                yield return new Hint(
                    positions.Range(document.Text, new TextSpan(end, 0)).End,
                    $"{counts[index]}×",
                    Tooltip: new MarkupContent(
                        MarkupKind.PlainText,
                        counts[index] == 1 ? "chosen once" : $"chosen {counts[index]} times"
                    ),
                    PaddingLeft: true
                );
            }
        }
    }
}
