using WsgiLsp.Decks.Model;

namespace WsgiLsp.Cli.Tests.Durability;

/// <summary>A session's input, and what its output acknowledges.</summary>
internal sealed class AnswerScript
{
    private static readonly string[] Grades = ["> again", "> hard", "> good", "> easy"];

    private readonly Dictionary<string, string> keyByHeading;

    public AnswerScript(string deckPath)
    {
        var settings = new DeckSettings { FileName = Path.GetFileName(deckPath) };
        Cards = [.. Deck.Parse(File.ReadAllText(deckPath), settings).Cards];
        keyByHeading = Cards.ToDictionary(card => card.Content.Prompt.Split('\n')[0], card => card.Key);
    }

    public IReadOnlyList<Card> Cards { get; }

    /// <summary>Lines that answer each card once, in the deck's order.</summary>
    public string Input => string.Concat(Cards.Select(Answer));

    /// <summary>The items whose answers an output acknowledges, each with its grade, in order.</summary>
    public List<(string Item, string Grade)> Acknowledged(string output)
    {
        var acknowledged = new List<(string, string)>();
        var item = "";

        // What stands behind the last line end may be half a line.
        foreach (var line in output.Split('\n')[..^1])
        {
            if (line.StartsWith("## ", StringComparison.Ordinal) && line.Split(" · ", 2) is [_, var heading])
            {
                item = keyByHeading[heading];
            }
            else if (Grades.Contains(line))
            {
                acknowledged.Add((item, line[2..]));
            }
        }

        return acknowledged;
    }

    private static string Answer(Card card) =>
        card.Kind switch
        {
            CardKind.Choice => "a\n",
            CardKind.Multi => "a b\n",
            CardKind.TrueFalse => "t\n",
            CardKind.Explain => "the master pre-forks worker processes\n\n\n2\n",
            _ => "something\n\n3\n",
        };
}
