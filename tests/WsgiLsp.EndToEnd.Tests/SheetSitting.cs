namespace WsgiLsp.EndToEnd.Tests;

/// <summary>What must hold after the quiz on a sheet that every editor's person takes of the deck with all kinds.</summary>
internal static class SheetSitting
{
    public static void AssertLogged(Workspace workspace) =>
        AssertLogged(
            workspace,
            ["fruit 1", "sum 3", "capital 1", "colour 3", "when 3", "who 3", "sun 2", "tides 2", "red 3"]
        );

    /// <summary>What must hold where editor and server were killed on the way.</summary>
    public static void AssertResumed(Workspace workspace) => AssertLogged(workspace, ["fruit 1", "sum 3", "capital 1"]);

    private static void AssertLogged(Workspace workspace, string[] answers) =>
        Assert.Equal(
            answers,
            ReviewLog
                .Read(workspace.Data)
                .Select(review => $"{review.Item["mixed/".Length..].Split('/')[0]} {review.Grade}")
        );
}
