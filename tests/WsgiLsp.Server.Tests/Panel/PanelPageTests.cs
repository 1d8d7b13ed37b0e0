using System.Text.RegularExpressions;
using WsgiLsp.Server.Panel;
using WsgiLsp.Server.Tests.Support;

namespace WsgiLsp.Server.Tests.Panel;

public partial class PanelPageTests
{
    [Fact]
    public void Its_policy_lets_only_through_what_it_brings()
    {
        var (page, policy) = PanelPage.Make("s1");
        var nonce = Nonce().Match(page).Groups["nonce"].Value;

        Assert.Contains($"content=\"{policy}\"", page, StringComparison.Ordinal);
        Assert.StartsWith(
            $"default-src 'none'; style-src 'nonce-{nonce}'; script-src 'nonce-{nonce}'; img-src data:; connect-src 'self'",
            policy,
            StringComparison.Ordinal
        );
        Assert.All(
            Element().Matches(page),
            element => Assert.Contains($"nonce=\"{nonce}\"", element.Groups["tag"].Value, StringComparison.Ordinal)
        );
        Assert.DoesNotContain("{", page[..page.IndexOf("<style", StringComparison.Ordinal)], StringComparison.Ordinal);
        Assert.NotEqual(nonce, Nonce().Match(PanelPage.Make("s1").Policy).Groups["nonce"].Value);
    }

    [Fact]
    public void Its_script_is_small() =>
        Assert.All(
            Directory.EnumerateFiles(Repository.Find("src/WsgiLsp.Server/Panel/Page")!, "*.js"),
            script => Assert.InRange(File.ReadLines(script).Count(), 1, 400)
        );

    [GeneratedRegex("'nonce-(?<nonce>[^']+)'", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Nonce();

    /// <summary>An element, and what stands in it: a script may speak of elements.</summary>
    [GeneratedRegex(
        "(?<tag><(?<name>script|style)[^>]*>)(.*?</\\k<name>>)?",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        matchTimeoutMilliseconds: 5000
    )]
    private static partial Regex Element();
}
