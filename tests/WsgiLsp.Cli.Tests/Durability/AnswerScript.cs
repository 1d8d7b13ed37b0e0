using WsgiLsp.Decks.Model;

namespace WsgiLsp.Cli.Tests.Durability;

/// <summary>A session's input, and what its output acknowledges.</summary>
internal sealed class AnswerScript
{
    private static readonly string[] Grades = ["again", "hard", "good", "easy"];

    // Those whose heading is what is asked, whatever was answered before.
    private static readonly CardKind[] Kinds =
    [
        CardKind.Recall,
        CardKind.Choice,
        CardKind.Multi,
        CardKind.TrueFalse,
        CardKind.Explain,
    ];

    private readonly Dictionary<string, string> keyByHeading;

    public AnswerScript(string deckPath)
    {
        var settings = new DeckSettings { FileName = Path.GetFileName(deckPath) };
        Cards = [.. Deck.Parse(File.ReadAllText(deckPath), settings).Cards.Where(card => Kinds.Contains(card.Kind))];
        keyByHeading = Cards.ToDictionary(card => card.Content.Prompt.Split('\n')[0], card => card.Key);
    }

    public IReadOnlyList<Card> Cards { get; }

    /// <summary>The command that asks all these cards, due or not, in the deck's order.</summary>
    public static string[] Study(string deck) =>
        [
            "study",
            deck,
            "--all",
            "--order",
            "deck",
            "--limit",
            "1000",
            .. Kinds.SelectMany(kind => new[] { "--kind", kind.Name() }),
        ];

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
            else if (line.StartsWith("> ", StringComparison.Ordinal) && GradeOf(line[2..]) is { } grade)
            {
                acknowledged.Add((item, grade));
            }
        }

        return acknowledged;
    }

    /// <summary>The grade of <c>good</c> or <c>good → 2 d</c>.</summary>
    private static string? GradeOf(string recorded) =>
        Array.Find(Grades, grade => recorded == grade || recorded.StartsWith(grade + " → ", StringComparison.Ordinal));

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
