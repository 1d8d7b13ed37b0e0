using System.Collections.Immutable;
using System.Text;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Study.Tests.Identity;

/// <summary>A card that a script of edits works on. It knows which cards it was made of, which its text does not say.</summary>
internal sealed record GeneratedCard
{
    /// <summary>Which cards it came from: one, or more after a merge; a part of a split card shares its origin.</summary>
    public required ImmutableHashSet<int> Origins { get; init; }

    public required CardKind Kind { get; init; }

    public required string Heading { get; init; }

    /// <summary>What the prompt is about, for who writes it anew.</summary>
    public required Topic Topic { get; init; }

    /// <summary>Code below the heading that belongs to the prompt; may be empty.</summary>
    public string Code { get; init; } = "";

    /// <summary>The answer's sentences; the keys of a choice.</summary>
    public required ImmutableList<string> Answer { get; init; }

    public ImmutableList<string> Distractors { get; init; } = [];

    /// <summary>Of a cloze, which word of each sentence is blank, and where the blank came from.</summary>
    public ImmutableList<(int Word, int Origin)> Blanks { get; init; } = [];

    public string? Id { get; init; }

    public bool IsReversed { get; init; }

    public bool IsTrue { get; init; }

    public bool HasNumberedBlanks { get; init; }

    public void Render(StringBuilder text)
    {
        text.Append("### ").Append(Heading).Append('\n');
        var metadata = string.Concat(
            Id is null ? "" : $" id={Id}",
            Kind == CardKind.Typed ? " kind=typed" : "",
            IsReversed ? " reverse=true" : ""
        );
        text.Append(metadata.Length == 0 ? "" : $"<!-- card:{metadata} -->\n").Append('\n');
        if (Code.Length > 0)
        {
            text.Append(Code).Append(Kind is CardKind.Recall ? "\n\n---\n\n" : "\n\n");
        }

        text.Append(Body()).Append("\n\n");
    }

    /// <summary>Where each item of the parsed card came from.</summary>
    public IEnumerable<(string Item, ImmutableHashSet<int> Origins)> OriginsOfItems(Card card) =>
        card.Content is ClozeContent cloze && Kind == CardKind.Cloze
            ? cloze
                .Clozes.Zip(Blanks)
                .GroupBy(pair => pair.First.Item, pair => pair.Second.Origin)
                .Select(item => (item.Key, item.ToImmutableHashSet()))
            : card.Items.Select(item => (item, Origins));

    private string Body() =>
        Kind switch
        {
            CardKind.Choice or CardKind.Multi => string.Join(
                '\n',
                Answer.Select(key => $"- [x] {key}").Concat(Distractors.Select(text => $"- [ ] {text}"))
            ),
            CardKind.TrueFalse => (IsTrue ? "True. " : "False. ") + string.Join(' ', Answer),
            CardKind.Explain => "> [!IMPORTANT]\n"
                + string.Join('\n', Answer.Select(concept => $"> - {Bold(concept)}")),
            CardKind.Typed => string.Join(" or ", Answer.Select(text => $"`{text}`")),
            CardKind.Cloze => string.Join(' ', Answer.Select(Blanked)),
            _ => string.Join(' ', Answer),
        };

    private static string Bold(string concept)
    {
        var words = concept.Split(' ');
        return $"**{words[0]}**{concept[words[0].Length..]}";
    }

    private string Blanked(string sentence, int index)
    {
        var words = sentence.Split(' ');
        var blank = Blanks[index].Word % words.Length;
        var word = words[blank].TrimEnd('.', ',');
        var name = HasNumberedBlanks ? $"c{index + 1}::" : "";
        words[blank] = $"{{{{{name}{word}}}}}{words[blank][word.Length..]}";
        return string.Join(' ', words);
    }
}

/// <summary>What a card is about: a subject, seen from one side.</summary>
internal sealed record Topic(string Subject, string Detail);

/// <summary>A deck's file.</summary>
internal sealed record GeneratedDeck(string Name, ImmutableList<ImmutableList<GeneratedCard>> Groups)
{
    public IEnumerable<GeneratedCard> Cards => Groups.SelectMany(cards => cards);

    public string Render()
    {
        var text = new StringBuilder("# A deck\n\n");
        for (var i = 0; i < Groups.Count; i++)
        {
            text.Append("## Part ").Append(i + 1).Append("\n\n");
            foreach (var card in Groups[i])
            {
                card.Render(text);
            }

            text.Append("### Sources\n\nA book.\n\n");
        }

        return text.ToString();
    }
}
