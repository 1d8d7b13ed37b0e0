namespace WsgiLsp.Rendering.Tests.Html;

/// <summary>What has been tried against renderers of Markdown: each line is an attempt, <c>\n</c> a line end in it.</summary>
public class AttackTests
{
    public static TheoryData<string> Attempts { get; } =
    [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Html", "attacks.txt")).Where(line => line.Length > 0)];

    [Theory]
    [MemberData(nameof(Attempts))]
    public void Nothing_gets_through(string attempt)
    {
        var text = attempt
            .Replace("\\n", "\n", StringComparison.Ordinal)
            .Replace("\\t", "\t", StringComparison.Ordinal);
        Assert.Null(HarmlessHtml.Complaint(SafeHtml.Of(text, PageOfTests.Options)));
        Assert.Null(HarmlessHtml.PhraseComplaint(SafeHtml.Inline(text, PageOfTests.Options)));
        Assert.Null(HarmlessHtml.Complaint($"<p class=\"{SafeHtml.Escape(text)}\">{SafeHtml.Escape(text)}</p>"));
    }
}
