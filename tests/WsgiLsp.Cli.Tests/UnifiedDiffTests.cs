using WsgiLsp.Cli.Reports;

namespace WsgiLsp.Cli.Tests;

public class UnifiedDiffTests
{
    [Theory]
    [InlineData("a\n", "a\n", "")]
    [InlineData("", "a\n", "@@ -0,0 +1 @@\n+a\n")]
    [InlineData("a\n", "", "@@ -1 +0,0 @@\n-a\n")]
    [InlineData("a", "a\n", "@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n")]
    [InlineData("1\n2\n3\n4\n5\n", "1\n2\n3\n4\nx\n5\n", "@@ -2,4 +2,5 @@\n 2\n 3\n 4\n+x\n 5\n")]
    [InlineData("a\r\n", "a\n", "@@ -1 +1 @@\n-a\r\n+a\n")]
    public void Hunks_have_places_and_context(string before, string after, string expected)
    {
        Assert.Equal(expected.Length == 0 ? "" : "--- f\n+++ f\n" + expected, Diff(before, after));
    }

    [Fact]
    public void Changes_far_apart_have_hunks_of_their_own()
    {
        var before = string.Concat(Enumerable.Range(1, 20).Select(i => $"{i}\n"));

        var near = Diff(
            before,
            before
                .Replace("\n3\n", "\nx\n", StringComparison.Ordinal)
                .Replace("\n10\n", "\ny\n", StringComparison.Ordinal)
        );
        var far = Diff(
            before,
            before
                .Replace("\n3\n", "\nx\n", StringComparison.Ordinal)
                .Replace("\n11\n", "\ny\n", StringComparison.Ordinal)
        );

        Assert.Equal(2, near.Split("@@ -").Length);
        Assert.Equal(3, far.Split("@@ -").Length);
    }

    private static string Diff(string before, string after)
    {
        using var output = new StringWriter { NewLine = "\n" };
        UnifiedDiff.Write(output, new Style(IsOn: false), "f", before, after);
        return output.ToString();
    }
}
