using System.CommandLine;
using WsgiLsp.Decks.Text;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Cli.Commands;

/// <summary>The argument <c>DECK[/CARD]</c>, and the items of the log that it means.</summary>
internal static class LogItems
{
    public static Argument<string> CreateArgument() =>
        new("DECK[/CARD]")
        {
            Description = "The id of a deck, or of one of its cards, as wsgilsp cards --json has it.",
        };

    /// <summary>The keys of the items; none, with a complaint, if the log has none.</summary>
    public static List<string> Find(Terminal terminal, ReviewLog log, string name)
    {
        var all = log.ReadItems();
        var found = all.Where(item => item == name || item.StartsWith(name + "/", StringComparison.Ordinal)).ToList();
        if (found.Count == 0)
        {
            var known = all.SelectMany(Names).Distinct(StringComparer.Ordinal);
            terminal.Complain($"the log has no events of “{name}”{NearestWord.Suggestion(name, known)}");
        }

        return found;
    }

    /// <summary>The names that mean an item: of its deck, of its card, and its own.</summary>
    private static IEnumerable<string> Names(string item)
    {
        for (var slash = item.IndexOf('/'); slash > 0; slash = item.IndexOf('/', slash + 1))
        {
            yield return item[..slash];
        }

        yield return item;
    }
}
