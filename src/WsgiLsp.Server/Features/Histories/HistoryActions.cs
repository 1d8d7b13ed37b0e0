using System.Globalization;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Refactorings;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using WsgiLsp.Server.Features.Diagnostics;
using WsgiLsp.Study.Identity;

namespace WsgiLsp.Server.Features.Histories;

/// <summary>What can be done about a finding that comes from the log: a choice about a history, or a change of the card.</summary>
/// <param name="book">What the log says.</param>
/// <param name="document">The document.</param>
/// <param name="deck">The deck in it.</param>
/// <param name="positions">How the client counts.</param>
/// <param name="client">What it understands.</param>
internal sealed class HistoryActions(
    HistoryBook book,
    OpenDocument document,
    Deck deck,
    PositionEncoding positions,
    ClientCapabilities client
)
{
    private DeckHistory? History => book.Decks.GetValueOrDefault(document.Path);

    /// <summary>The actions for a finding; none for those of other rules.</summary>
    public IEnumerable<CodeAction> For(PlacedFinding finding) =>
        finding.Finding.Rule switch
        {
            HistoryRules.DoubtfulHistory => OfDoubt(finding),
            HistoryRules.Leech => OfLeech(finding),
            HistoryRules.SharedDeckName => OfName(finding),
            _ => [],
        };

    /// <summary>Takes back, at a card, that it got an earlier one's history, by itself or by choice, or that it started fresh.</summary>
    /// <param name="offset">The place.</param>
    public CodeAction? Undo(int offset)
    {
        var section = deck.Section(deck.SectionAt(offset));
        if (section.Card is not { } card || offset > Math.Max(section.Heading.End, section.Metadata.End))
        {
            return null;
        }

        var attached = SeenItem
            .AllOf(card)
            .Select(item => book.Attached.GetValueOrDefault(item.Key)?.Kept)
            // Who only moved a card knows whose history it has.
            .FirstOrDefault(one => one is not null && one.Known.Last.Fingerprint != one.Item.Fingerprint);
        if (attached is not null)
        {
            return Choice(
                $"Detach the history of \"{DeckHistory.Short(attached.Known.Last.Prompt)}\"",
                HistoryRequest.Detach,
                new HistoryRequest(Event: attached.Event)
            );
        }

        return SeenItem.AllOf(card).FirstOrDefault(book.CanReopen) is { } fresh
            ? Choice("Take back \"Start fresh\"", HistoryRequest.AskAgain, new HistoryRequest(fresh.Key))
            : null;
    }

    private IEnumerable<CodeAction> OfDoubt(PlacedFinding finding)
    {
        var (section, card) = CardAt(finding);
        if (History?.Doubts.FirstOrDefault(doubt => doubt.Card == card) is not { } doubt)
        {
            yield break;
        }

        foreach (var (old, title) in doubt.Candidates.Zip(doubt.Titles))
        {
            var (item, known) = old.Items[0];
            yield return Choice(
                $"Attach the history of \"{title}\"",
                HistoryRequest.Attach,
                new HistoryRequest(item.Key, known.Id),
                finding
            );
        }

        yield return Choice("Start fresh", HistoryRequest.StartFresh, new HistoryRequest(doubt.Items[0].Key), finding);
        if (CardRefactorings.PinId(deck, section) is { } pin)
        {
            yield return Change(pin, finding);
        }
    }

    private IEnumerable<CodeAction> OfLeech(PlacedFinding finding)
    {
        var (section, card) = CardAt(finding);
        Refactoring?[] changes =
        [
            CardRefactorings.AddHint(deck, section),
            CardRefactorings.TurnAround(deck, section),
            CardRefactorings.Split(deck, section),
        ];
        foreach (var change in changes.OfType<Refactoring>())
        {
            yield return Change(change, finding);
        }

        if (History?.Leeches.FirstOrDefault(leech => leech.Card == card) is { } found)
        {
            yield return Choice("Suspend it", HistoryRequest.Suspend, new HistoryRequest(found.Items[0]), finding);
        }
    }

    private IEnumerable<CodeAction> OfName(PlacedFinding finding)
    {
        if (DeckRefactorings.GiveId(deck, FreeId()) is { } named)
        {
            yield return Change(named, finding);
        }
    }

    /// <summary>The folder's name before the file's, which tells the two decks apart; with a number where it is taken.</summary>
    private string FreeId()
    {
        var folder = Path.GetFileName(Path.GetDirectoryName(document.Path)) ?? "";
        var word = string.Concat(folder.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')).ToLowerInvariant();
        var wanted = word.Length == 0 ? deck.Id : $"{word}-{deck.Id}";
        var taken = book.Decks.Values.Select(one => one.Id).ToHashSet(StringComparer.Ordinal);
        return Enumerable
            .Range(1, taken.Count + 1)
            .Select(n => n == 1 ? wanted : string.Create(CultureInfo.InvariantCulture, $"{wanted}-{n}"))
            .First(id => !taken.Contains(id));
    }

    private (int Section, string? Card) CardAt(PlacedFinding finding)
    {
        var section = deck.SectionAt(finding.Span.Start);
        return (section, deck.Section(section).Card?.Id);
    }

    private CodeAction Choice(string title, string command, HistoryRequest request, PlacedFinding? finding = null) =>
        new(
            title,
            finding is null ? null : CodeActionKind.QuickFix,
            finding is { } one ? [Diagnostic(one)] : null,
            Command: request.As(command, title)
        );

    private CodeAction Change(Refactoring change, PlacedFinding finding) =>
        new(
            change.Title,
            CodeActionKind.QuickFix,
            [Diagnostic(finding)],
            Edit: WorkspaceEdits.Of(document, change.Edits, positions, client),
            Command: change.Placeholder is { } place && client.Window?.ShowDocument?.Support == true
                ? new HistoryRequest(
                    Uri: document.Uri,
                    Range: positions.Range(deck.Text.With(change.Edits[0]), place)
                ).As(HistoryRequest.Select, "Select")
                : null
        );

    private Diagnostic Diagnostic(PlacedFinding finding) => DiagnosticsFeature.Of(finding, document, positions, client);
}
