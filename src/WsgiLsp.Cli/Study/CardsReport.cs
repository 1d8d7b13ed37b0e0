using WsgiLsp.Cli.Reports;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Statistics.Cards;

namespace WsgiLsp.Cli.Study;

/// <summary><c>wsgilsp stats --cards</c>: what answers say of cards, for their author.</summary>
internal static class CardsReport
{
    /// <summary>Writes the report.</summary>
    /// <param name="terminal">The terminal.</param>
    /// <param name="named">Decks with cards.</param>
    /// <param name="data">The learner's settings and log.</param>
    /// <param name="files">The exported logs of a class, one a learner; none for the learner's own log.</param>
    /// <param name="isJson">Whether programs read it.</param>
    /// <returns>The exit code: 1 where something may be wrong with a card.</returns>
    public static int Write(
        Terminal terminal,
        List<NamedDeck> named,
        LearnerData data,
        IReadOnlyCollection<string> files,
        bool isJson
    )
    {
        List<Card> cards = [.. named.SelectMany(one => one.Deck.Cards)];
        var learners = new List<LearnerAnswers>();
        foreach (var file in files)
        {
            if (Read(terminal, data, file, cards) is not { } learner)
            {
                return ExitCode.CannotRun;
            }

            learners.Add(learner);
        }

        if (files.Count == 0)
        {
            learners.Add(LearnerAnswers.Read(data.Log, cards));
        }

        var facts = CardFactsReader.Read(cards, learners);
        if (isJson)
        {
            terminal.Out.WriteLine(CardFactsJson.Serialize(facts));
        }
        else
        {
            new CardFactsText(terminal.Out, new Style(terminal.UsesColour), terminal.Columns).Write(
                facts,
                learners.Count
            );
        }

        return facts.Any(card => !card.Faults.IsEmpty) ? ExitCode.Findings : ExitCode.Clean;
    }

    /// <summary>A learner's answers from an export. It is read into a log of its own, so that histories follow cards as there.</summary>
    private static LearnerAnswers? Read(Terminal terminal, LearnerData data, string file, List<Card> cards)
    {
        var folder = Directory.CreateTempSubdirectory("wsgilsp-");
        try
        {
            var path = DataFolder.ReviewLogIn(folder.FullName);
            using var log = ReviewLog.Open(path, terminal.Clock, data.Settings.Log with { SyncFolder = null });
            return EventImport.TakeIn(terminal, log, file) is null ? null : LearnerAnswers.Read(log, cards);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
