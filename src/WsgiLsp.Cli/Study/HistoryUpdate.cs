using WsgiLsp.Study.Identity;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Cli.Study;

/// <summary>Lets histories follow their cards before a session, and says what became of them.</summary>
internal static class HistoryUpdate
{
    public static void Run(Terminal terminal, ReviewLog log, IReadOnlyCollection<NamedDeck> decks)
    {
        var kept = HistoryKeeper.Keep(
            log,
            [.. decks.Select(one => new DeckAt(Path.GetFullPath(one.Name, terminal.Folder), one.Deck))],
            File.Exists
        );
        if (kept.Attached > 0)
        {
            terminal.Complain($"{Counted.Of(kept.Attached, "changed card")} kept what you learned");
        }

        if (kept.Changed > 0)
        {
            terminal.Complain($"{Counted.Of(kept.Changed, "card")} due again, because the answer changed");
        }

        if (!kept.Doubtful.IsEmpty)
        {
            terminal.Complain(
                $"{Counted.Of(kept.Doubtful.Length, "card")} may be older ones reworded; for now asked as new: "
                    + string.Join(", ", kept.Doubtful.Take(3).Select(doubt => doubt.Item.Key))
                    + "; an editor asks you when you save the deck"
            );
        }

        foreach (var apart in kept.Apart)
        {
            terminal.Complain(
                $"{Shown(apart.Path)}: another deck has this name, {Shown(apart.Owner)}, and what you learn from both would "
                    + "mix; give this one an id"
            );
        }

        string Shown(string path) => Path.GetRelativePath(terminal.Folder, path);
    }
}
