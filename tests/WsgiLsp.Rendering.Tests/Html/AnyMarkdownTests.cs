using FsCheck;
using FsCheck.Fluent;

namespace WsgiLsp.Rendering.Tests.Html;

public class AnyMarkdownTests
{
    private static readonly string[] Pieces =
    [
        "<script>",
        "</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)>",
        "<iframe src=//x>",
        "<style>",
        "<a href=\"",
        "<!--",
        "-->",
        "<",
        ">",
        "\"",
        "'",
        "`",
        "```",
        "~~~js",
        "\n",
        "\n\n",
        "    ",
        "\t",
        "\r",
        "\0",
        "*",
        "**",
        "_",
        "~~",
        "[",
        "]",
        "(",
        ")",
        "![",
        "](",
        "[label]",
        "[label]: ",
        "javascript:",
        "JaVaScRiPt&colon;",
        "data:text/html,",
        "vbscript:",
        "&#x6A;",
        "&#106;",
        "&lt;",
        "https://example.org/",
        "http:",
        "//",
        "\\",
        "www.x.y",
        "mailto:",
        "<javascript:alert(1)>",
        "> ",
        "> [!NOTE]\n",
        "- ",
        "- [x] ",
        "1. ",
        "# ",
        "---\n",
        "|",
        "|---|---|\n",
        "| a | b |\n",
        "$",
        "$$",
        "$$\n",
        "x",
        "onclick=",
        " style=",
        "é",
        "\u202e",
        "\ufeff",
        "{{x}}",
        "{.c #id}",
        "</p>",
        "</main>",
        "<details>",
        "<![CDATA[",
        "<?x",
        "<math><mi>",
        "<form>",
        "<base href=x>",
        "<meta http-equiv=refresh>",
    ];

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.Elements(Pieces).ListOf().Select(pieces => string.Concat(pieces)),
        Gen.Elements(Pieces).ListOf().Select(pieces => string.Join(' ', pieces)),
        ArbMap.Default.GeneratorFor<string?>().Select(text => text ?? "")
    );

    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(5000).WithEndSize(60);

    [Fact]
    public void No_text_gets_more_into_a_page_than_what_is_allowed() =>
        Check(text => HarmlessHtml.Complaint(SafeHtml.Of(text, PageOfTests.Options)));

    [Fact]
    public void No_text_gets_a_block_into_a_label() =>
        Check(text => HarmlessHtml.PhraseComplaint(SafeHtml.Inline(text, PageOfTests.Options)));

    [Fact]
    public void Links_are_left_out_where_none_may_be() =>
        Check(text =>
            SafeHtml.Of(text, PageOfTests.Options with { HasLinks = false }).Contains("<a ", StringComparison.Ordinal)
                ? "a link"
                : null
        );

    private static void Check(Func<string, string?> complaint) =>
        Prop.ForAll(Text.ToArbitrary(), text => Assert.Null(complaint(text))).Check(Config);
}
