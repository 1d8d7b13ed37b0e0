using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Cli;

/// <summary>What to say to a name that no rule has.</summary>
internal static class UnknownRule
{
    /// <summary>Complains about all of them.</summary>
    /// <returns>Whether there was one.</returns>
    public static bool IsAmong(IEnumerable<string> names, Terminal terminal)
    {
        var complaints = names.Select(Complaint).OfType<string>().ToList();
        if (complaints.Count == 0)
        {
            return false;
        }

        complaints.ForEach(terminal.Complain);
        terminal.Complain("see wsgilsp rules");
        return true;
    }

    /// <summary>With the rule that may have been meant; null where there is a rule of that name.</summary>
    private static string? Complaint(string name) =>
        RuleCatalogue.Find(name) is null
            ? $"unknown rule '{name}'{NearestWord.Suggestion(name, RuleCatalogue.Pages.Select(page => page.Name))}"
            : null;
}
