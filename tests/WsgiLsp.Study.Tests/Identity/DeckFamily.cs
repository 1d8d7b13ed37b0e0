using System.Collections.Immutable;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Study.Tests.Identity;

/// <summary>A kind of deck: makes cards, and words them anew as an author would.</summary>
internal abstract class DeckFamily
{
    private static readonly string[][] Synonyms =
    [
        ["keeps", "holds", "retains"],
        ["sends", "passes", "forwards"],
        ["starts", "launches", "spawns"],
        ["checks", "verifies", "validates"],
        ["removes", "drops", "discards"],
        ["requests", "calls", "queries"],
        ["before", "ahead of", "prior to"],
        ["because", "since", "as"],
        ["quickly", "fast", "rapidly"],
        ["large", "big", "huge"],
        ["small", "little", "tiny"],
        ["every", "each", "any"],
        ["until", "till", "as long as"],
        ["behält", "bewahrt", "hält"],
        ["schickt", "sendet", "übergibt"],
        ["prüft", "kontrolliert", "testet"],
        ["große", "umfangreiche", "lange"],
        ["bevor", "ehe", "noch bevor"],
    ];

    public static ImmutableArray<DeckFamily> Checked { get; } =
    [new TemplateFamily(), new CodeFamily(), new GermanFamily(), new JapaneseFamily(), new GlossaryFamily()];

    public static DeckFamily Prose { get; } = new ProseFamily();

    public string Name => GetType().Name.Replace("Family", "", StringComparison.Ordinal);

    public abstract GeneratedCard Make(Random random, int origin);

    /// <summary>Another heading about the same.</summary>
    public abstract string Reword(Random random, GeneratedCard card);

    /// <summary>The same answer in other words.</summary>
    public virtual ImmutableList<string> RewordAnswer(Random random, ImmutableList<string> answer)
    {
        var result = answer.Select(sentence => Vary(random, sentence)).ToList();
        if (result.Count > 1 && random.Next(3) == 0)
        {
            result.Reverse();
        }
        else if (random.Next(3) == 0)
        {
            result[^1] = result[^1].TrimEnd('.') + ", in most cases.";
        }

        return [.. result];
    }

    protected static T Pick<T>(Random random, IReadOnlyList<T> list) => list[random.Next(list.Count)];

    /// <summary>A text with some of its words replaced by synonyms.</summary>
    protected static string Vary(Random random, string text) =>
        string.Join(' ', text.Split(' ').Select(word => random.Next(4) == 0 ? word : Vary(random, Synonyms, word)));

    private static string Vary(Random random, string[][] synonyms, string word) =>
        synonyms.FirstOrDefault(group => group.Contains(word)) is { } group ? Pick(random, group) : word;

    protected static GeneratedCard Recall(int origin, string heading, Topic topic, params string[] answer) =>
        new()
        {
            Origins = [origin],
            Kind = CardKind.Recall,
            Heading = heading,
            Topic = topic,
            Answer = [.. answer],
        };
}
