namespace WsgiLsp.Decks.Tests.Support;

/// <summary>
/// The Markdown of the examples in CommonMark's specification. It is not part of this repository: <c>.ci/run</c> gets it from
/// npm (<c>commonmark-spec</c>); where it is absent the test is skipped, and fails if <c>E2E_REQUIRE</c> is set.
/// </summary>
internal static class CommonMarkExamples
{
    private const string Fence = "````````````````````````````````";

    public static IReadOnlyList<string> Read()
    {
        var path = Path.Combine(Repository.Root, ".e2e", "commonmark", "node_modules", "commonmark-spec", "spec.txt");
        if (!File.Exists(path) && Environment.GetEnvironmentVariable("E2E_REQUIRE") != "1")
        {
            Assert.Skip("CommonMark's specification is not here: npm install --prefix .e2e/commonmark commonmark-spec");
        }

        var examples = new List<string>();
        var lines = new List<string>();
        var isInside = false;
        foreach (var line in File.ReadLines(path))
        {
            if (line == Fence + " example")
            {
                isInside = true;
                lines.Clear();
            }
            else if (isInside && line == ".")
            {
                isInside = false;
                examples.Add(string.Join('\n', lines).Replace('→', '\t') + "\n");
            }
            else if (isInside)
            {
                lines.Add(line);
            }
        }

        Assert.InRange(examples.Count, 600, 1000);
        return examples;
    }
}
