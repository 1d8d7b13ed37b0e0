namespace WsgiLsp.EndToEnd.Tests;

/// <summary>What must hold after the quiz that every editor's person takes of the deck with all kinds.</summary>
internal static class SheetSitting
{
    /// <summary>What was answered, in this order: a card and its grade.</summary>
    public static IReadOnlyList<string> Answers { get; } =
    ["fruit 1", "sum 3", "capital 1", "colour 3", "when 3", "who 3", "sun 2", "tides 2", "red 3"];

    public static void AssertLogged(Workspace workspace) => Assert.Equal(Answers, Logged(workspace));

    /// <summary>What must hold where editor and server were killed on the way.</summary>
    public static void AssertResumed(Workspace workspace) => Assert.Equal(Answers.Take(3), Logged(workspace));

    /// <summary>The answers that are in the log.</summary>
    public static IEnumerable<string> Logged(Workspace workspace) =>
        ReviewLog
            .Read(workspace.Data)
            .Select(review => $"{review.Item["mixed/".Length..].Split('/')[0]} {review.Grade}");
}
