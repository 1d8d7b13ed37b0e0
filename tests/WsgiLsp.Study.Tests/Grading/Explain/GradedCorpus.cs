using System.Collections.Immutable;
using System.Text.Json;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Tests.Grading.Explain;

/// <summary>
/// Answers to explain cards, each with what it really says: <c>NAME.deck.md</c> and beside it <c>NAME.answers.jsonl</c>, a line
/// an answer. The grader was tuned by one folder and never saw the other.
/// </summary>
internal static class GradedCorpus
{
    private static string FolderOf(string name) =>
        Path.Combine(Checkout.Root, "tests", "WsgiLsp.Study.Tests", "Grading", "Explain", name);

    /// <summary>Whether the folder is there.</summary>
    public static bool Has(string name) => Directory.Exists(FolderOf(name));

    /// <summary>Each concept of each answer: the answer's quality, whether it says the concept, and the verdict.</summary>
    public static IEnumerable<(string Quality, bool IsSaid, ConceptVerdict Verdict)> Judge(string name) =>
        Directory.GetFiles(FolderOf(name), "*.deck.md").Order(StringComparer.Ordinal).SelectMany(JudgeDeck);

    private static IEnumerable<(string Quality, bool IsSaid, ConceptVerdict Verdict)> JudgeDeck(string file)
    {
        var deck = Deck.Parse(File.ReadAllText(file), new DeckSettings { FileName = Path.GetFileName(file) });
        var cards = deck.Cards.ToImmutableDictionary(card => card.Id);
        var known = KnownWords.Of(deck.Cards);
        foreach (var line in File.ReadLines(file[..^".deck.md".Length] + ".answers.jsonl"))
        {
            using var answer = JsonDocument.Parse(line);
            var root = answer.RootElement;
            var report = ExplainGrading.Examine(
                cards[root.GetProperty("card").GetString()!],
                root.GetProperty("answer").GetString()!,
                known
            );
            var said = root.GetProperty("concepts").EnumerateArray().Select(one => one.GetBoolean()).ToList();
            Assert.Equal(report.Total, said.Count);
            foreach (var (isSaid, finding) in said.Zip(report.Automatic))
            {
                yield return (root.GetProperty("quality").GetString()!, isSaid, finding.Verdict);
            }
        }
    }
}
