using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Rules;

/// <summary>
/// Findings about links that were made for a deck before an edit: most still hold after it, and who shows them knows them
/// again. Safe to use from several threads.
/// </summary>
internal sealed class MadeLinkFindings
{
    private readonly Lock guard = new();
    private Dictionary<SectionLink, Made> last = new(ReferenceEqualityComparer.Instance);

    /// <summary>What was found about a link of an entry, if the same name was guessed; else null.</summary>
    public Finding? Find(DeckEntry entry, SectionLink link, string? near)
    {
        lock (guard)
        {
            return
                last.TryGetValue(link, out var made)
                && ReferenceEquals(made.Entry, entry)
                && string.Equals(made.Near, near, StringComparison.Ordinal)
                ? made.Finding
                : null;
        }
    }

    /// <summary>Keeps what was found in a deck, and nothing else.</summary>
    public void Keep(Dictionary<SectionLink, Made> made)
    {
        lock (guard)
        {
            last = made;
        }
    }

    /// <summary>A finding, and what it was made from.</summary>
    /// <param name="Entry">The link's section, whose settings count.</param>
    /// <param name="Near">The name that was guessed, if any.</param>
    /// <param name="Finding">The finding.</param>
    internal readonly record struct Made(DeckEntry Entry, string? Near, Finding Finding);
}
