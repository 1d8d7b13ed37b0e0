namespace WsgiLsp.Cli.Tests.Durability;

/// <summary>A deck of a session's own, the input that answers it, and what the session's output acknowledges.</summary>
internal sealed class AnswerScript
{
    /// <summary>Choices whose right answers stand first, so that none comes back in the session.</summary>
    private const string Card = """
        ## {0}?
        <!-- card: id={0} shuffle=false -->

        - [x] yes
        - [ ] no


        """;

    private readonly string name;

    public AnswerScript(TempFolder folder, string name, int cards)
    {
        this.name = name;
        var numbers = Enumerable.Range(1, cards).Select(n => $"n{n}").ToList();
        var text = string.Concat(numbers.Select(n => Card.Replace("{0}", n, StringComparison.Ordinal)));
        folder.With($"{name}.deck.md", $"# {name}\n\n{text}");
        DeckPath = folder[$"{name}.deck.md"];
        Items = [.. numbers.Select(n => $"{name}/{n}")];
        Input = string.Concat(Enumerable.Repeat("a\n", cards));
    }

    public string DeckPath { get; }

    /// <summary>The keys of the items, in the deck's order.</summary>
    public IReadOnlyList<string> Items { get; }

    /// <summary>Lines that answer each card once.</summary>
    public string Input { get; }

    /// <summary>The session that the input is for.</summary>
    public string[] Command => ["study", DeckPath, "--new", "--order", "deck", "--limit", $"{Items.Count}"];

    /// <summary>The items whose answers an output acknowledges, in order.</summary>
    public List<string> Acknowledged(string output)
    {
        var acknowledged = new List<string>();
        var item = "";

        // What stands behind the last line end may be half a line.
        foreach (var line in output.Split('\n')[..^1])
        {
            if (line.StartsWith("## ", StringComparison.Ordinal) && line.Split(" · ", 2) is [_, var heading])
            {
                item = $"{name}/{heading.TrimEnd('?')}";
            }
            else if (line == "> good" || line.StartsWith("> good ", StringComparison.Ordinal))
            {
                acknowledged.Add(item);
            }
        }

        return acknowledged;
    }
}
