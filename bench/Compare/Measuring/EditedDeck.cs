namespace Compare.Measuring;

/// <summary>A deck in an editor, and where keys are struck in it.</summary>
internal sealed class EditedDeck
{
    /// <summary>Lines at the top of which one character more or less makes a fence and a heading.</summary>
    private const int Fence = 10;
    private const int Heading = 12;

    private readonly Random random;
    private readonly List<string> lines;
    private int step;
    private Edit? typed;

    public EditedDeck(string text, int seed)
    {
        random = new(seed);
        lines = [.. text.Split('\n')];
        // Below the deck's first sentence; neither is anything yet.
        lines.InsertRange(Fence - 1, ["", "``", "", " Made and unmade", ""]);
    }

    /// <summary>How many lines it has.</summary>
    public int LineCount => lines.Count;

    /// <summary>All of it.</summary>
    public string Text => string.Join('\n', lines);

    /// <summary>The number of the first line that reads so.</summary>
    public int Line(string text) => lines.IndexOf(text);

    /// <summary>The version of the last key; 1 when it was opened.</summary>
    public int Version { get; private set; } = 1;

    /// <summary>A letter in some word.</summary>
    public Edit ProseKey()
    {
        var (line, character) = PlaceInProse();
        return Insert(line, character, "etaoinshrdlu"[random.Next(12)].ToString());
    }

    /// <summary>In turn: a letter in some word, and that letter taken back.</summary>
    public Edit TypeOrTakeBack()
    {
        var edit = typed is { } last ? Remove(last.Line, last.From) : ProseKey();
        typed = typed is null ? edit : null;
        return edit;
    }

    /// <summary>In turn: a fence is opened at the top, closed, a heading made there, and unmade.</summary>
    public Edit StructuralKey() =>
        (step++ % 4) switch
        {
            0 => Insert(Fence, 2, "`"),
            1 => Remove(Fence, 2),
            2 => Insert(Heading, 0, "#"),
            _ => Remove(Heading, 0),
        };

    /// <summary>A place within a word.</summary>
    public (int Line, int Character) PlaceInProse()
    {
        while (true)
        {
            var line = random.Next(Heading + 1, lines.Count);
            var text = lines[line];
            var character = text.Length > 1 ? random.Next(1, text.Length) : 0;
            if (character > 0 && char.IsLetter(text[character - 1]))
            {
                return (line, character);
            }
        }
    }

    private Edit Insert(int line, int character, string text)
    {
        Version++;
        lines[line] = lines[line].Insert(character, text);
        return new(line, character, character, text);
    }

    private Edit Remove(int line, int character)
    {
        Version++;
        lines[line] = lines[line].Remove(character, 1);
        return new(line, character, character + 1, "");
    }
}
