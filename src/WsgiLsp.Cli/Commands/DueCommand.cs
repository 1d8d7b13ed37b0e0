using System.CommandLine;
using WsgiLsp.Cli.Reports;
using WsgiLsp.Cli.Study;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Statistics;

namespace WsgiLsp.Cli.Commands;

/// <summary><c>wsgilsp due</c>: how much there is to study, deck by deck.</summary>
internal static class DueCommand
{
    public static Command Create(Terminal terminal) =>
        LearningReport.CreateCommand(
            terminal,
            "due",
            "Count what is due.",
            [],
            (named, data, _, isJson) =>
            {
                Write(terminal, named, data, isJson);
                return ExitCode.Clean;
            }
        );

    private static void Write(Terminal terminal, List<NamedDeck> named, LearnerData data, bool isJson)
    {
        TellShared(terminal, named);
        var decks = named.ConvertAll(one => one.Deck);
        var states = data.Log.ReadItemStates();
        var moment = data.Log.Now;
        var options = data.Settings.Session;
        var rows = DeckDue.Of(decks, states, moment, options);
        List<Card> cards = [.. decks.SelectMany(deck => deck.Cards)];
        var total = DueCounts.Of(cards, states, moment, options);
        var readiness = DeckReadiness.Of(cards, states, moment.Day);
        if (isJson)
        {
            terminal.Out.WriteLine(DueJson.Serialize(rows, total, readiness, moment.Day));
        }
        else if (rows.Count > 0)
        {
            new DueText(rows, terminal.Out, new Style(terminal.UsesColour), terminal.Columns).Write(
                rows,
                total,
                readiness,
                moment
            );
        }
    }

    /// <summary>Decks of one name are one to the log, and so in the counts: that is never meant.</summary>
    private static void TellShared(Terminal terminal, List<NamedDeck> named)
    {
        foreach (
            var shared in named.GroupBy(one => one.Deck.Id, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1)
        )
        {
            terminal.Complain(
                $"{string.Join(" and ", shared.Select(one => one.Name))} have one name and are counted as one deck; "
                    + "give one of them an id"
            );
        }
    }
}
