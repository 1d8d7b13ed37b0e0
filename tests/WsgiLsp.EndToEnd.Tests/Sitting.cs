using System.Globalization;

namespace WsgiLsp.EndToEnd.Tests;

/// <summary>
/// What a learner does in one sitting, the same in every editor: fixes the broken deck, reveals an answer, answers a
/// question. Told to the editors' own scripts through the environment.
/// </summary>
internal static class Sitting
{
    public const string Rule = "no-key";
    public const string Fix = "Mark option 2 as correct";
    public const string FixedOption = "- [x] 4";
    public const string Quiz = "Quiz this card";
    public const string Result = "You got 1 of 1";

    private const string AskedId = "mcq-main-job";

    public static CardInDeck Revealed(Workspace workspace) => CardInDeck.Find(workspace.Deck, "worker");

    public static CardInDeck Asked(Workspace workspace) => CardInDeck.Find(workspace.Deck, AskedId);

    public static Dictionary<string, string> ForScripts(Workspace workspace)
    {
        var revealed = Revealed(workspace);
        var asked = Asked(workspace);
        return new Dictionary<string, string>(workspace.EditorEnvironment(), StringComparer.Ordinal)
        {
            ["E2E_SETTINGS"] = Repository.At("editor-client"),
            ["E2E_BROKEN_DECK"] = workspace.BrokenDeck,
            ["E2E_RULE"] = Rule,
            ["E2E_FIX"] = Fix,
            ["E2E_FIXED_OPTION"] = FixedOption,
            ["E2E_DECK"] = workspace.Deck,
            ["E2E_MIXED_DECK"] = workspace.MixedDeck,
            ["E2E_LINKED_DECK"] = workspace.LinkedDeck,
            ["E2E_REVEALED_LINE"] = revealed.Line.ToString(CultureInfo.InvariantCulture),
            ["E2E_REVEALED_ANSWER"] = revealed.PlainWords,
            ["E2E_ASKED_LINE"] = asked.Line.ToString(CultureInfo.InvariantCulture),
            ["E2E_ASKED_KEY"] = asked.Key,
            ["E2E_QUIZ"] = Quiz,
            ["E2E_RESULT"] = Result,
        };
    }

    /// <summary>What must hold when the editor has gone.</summary>
    public static async Task AssertLeftBehindAsync(Workspace workspace)
    {
        var review = Assert.Single(ReviewLog.Read(workspace.Data));
        Assert.EndsWith("/" + AskedId, review.Item, StringComparison.Ordinal);
        Assert.Equal(true, review.Correct);
        if (workspace.Recorder is { } recorder)
        {
            await recorder.AssertNoViolationsAsync();
        }
    }
}
