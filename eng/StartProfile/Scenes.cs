namespace StartProfile;

/// <summary>What people do with the program, and should not wait for.</summary>
internal static class Scenes
{
    /// <summary>Lines some of which answer whatever a deck asks.</summary>
    public static IReadOnlyList<string> Answers { get; } =
    [
        .. Enumerable
            .Repeat<string[]>(["a", "??", "3", "", "Paris", "?", "true", "1 2 3", "1a 2b", "3"], 9)
            .SelectMany(lines => lines),
    ];

    public static async Task PlayAsync(Runs runs)
    {
        await runs.ServerAsync(client => EditorSession.PlayAsync(client, runs.Folder, asks: true));
        await runs.ServerAsync(client => EditorSession.PlayAsync(client, runs.Folder, asks: false));

        await runs.CommandAsync([], "--help");
        await runs.CommandAsync([], "check");
        await runs.CommandAsync([], "check", "--format", "json");
        await runs.CommandAsync([], "fmt", "--diff");
        await runs.CommandAsync([], "rules");
        await runs.CommandAsync([], "explain", "no-key");
        await runs.CommandAsync([], "cards");
        await runs.CommandAsync([], "capture", "What is it?", "That.");
        await runs.CommandAsync(Answers, "study", "--all", "--seed", "1");
        await runs.CommandAsync([], "due");
        await runs.CommandAsync([], "stats");
        await runs.CommandAsync([], "log", "verify");
        await runs.CommandAsync([], "export", "--html", "--output", "page.html");
    }
}
