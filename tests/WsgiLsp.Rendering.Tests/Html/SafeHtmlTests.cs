namespace WsgiLsp.Rendering.Tests.Html;

public class SafeHtmlTests
{
    private static readonly SafeHtmlOptions Options = new()
    {
        Image = source => source == "a.png" ? "data:image/png;base64,AA==" : null,
        Link = address => address == "other.deck.md#worker" ? "#card-other-worker" : null,
        References = [new LinkReference("pep", "https://peps.python.org/pep-3333/")],
    };

    [Theory]
    [InlineData("A *b* **c** `d<e`", "<p>A <em>b</em> <strong>c</strong> <code>d&lt;e</code></p>")]
    [InlineData("~~old~~ a~b", "<p><del>old</del> a~b</p>")]
    [InlineData("one  \ntwo\nthree", "<p>one<br>\ntwo\nthree</p>")]
    [InlineData("a<br/>b", "<p>a<br>b</p>")]
    [InlineData("a <b onclick=x>b</b>", "<p>a &lt;b onclick=x&gt;b&lt;/b&gt;</p>")]
    [InlineData("<div>\n*a*\n</div>", "<p class=\"as-written\">&lt;div&gt;\n*a*\n&lt;/div&gt;</p>")]
    [InlineData("a <!-- note --> b\n\n<!-- block -->", "<p>a  b</p>")]
    [InlineData("<!-- a\nb --> *c*\n", "<p class=\"as-written\">*c*</p>")]
    [InlineData("&lt;b&gt; &amp; \"q\"", "<p>&lt;b&gt; &amp; &quot;q&quot;</p>")]
    [InlineData("```C#\nx < y\n```", "<pre><code class=\"language-c#\">x &lt; y\n</code></pre>")]
    [InlineData("```a\"b\nx\n```", "<pre><code>x\n</code></pre>")]
    [InlineData("    x\n    y", "<pre><code>x\ny\n</code></pre>")]
    [InlineData("- a\n- b", "<ul>\n<li>a\n</li>\n<li>b\n</li>\n</ul>")]
    [InlineData("3. a\n\n4. b", "<ol start=\"3\">\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ol>")]
    [InlineData("- [x] a\n- [ ] b", "<ul>\n<li class=\"task\">☑ a\n</li>\n<li class=\"task\">☐ b\n</li>\n</ul>")]
    [InlineData("- [x](a) [x] b", "<ul>\n<li>x [x] b\n</li>\n</ul>")]
    [InlineData(
        "> [!note]\n> *a*",
        "<div class=\"callout note\">\n<p class=\"callout-name\">Note</p>\n<p><em>a</em></p>\n</div>"
    )]
    [InlineData("> [!NOTE] a", "<blockquote>\n<p>[!NOTE] a</p>\n</blockquote>")]
    [InlineData("***", "<hr>")]
    [InlineData(
        "[PEP][pep]",
        "<p><a href=\"https://peps.python.org/pep-3333/\" rel=\"noopener noreferrer\">PEP</a></p>"
    )]
    [InlineData("[w](other.deck.md#worker)", "<p><a href=\"#card-other-worker\" rel=\"noopener noreferrer\">w</a></p>")]
    [InlineData("[w](else.md) [*x*](ftp://h/x)", "<p>w <em>x</em></p>")]
    [InlineData(
        "<a@example.org>",
        "<p><a href=\"mailto:a@example.org\" rel=\"noopener noreferrer\">a@example.org</a></p>"
    )]
    [InlineData(
        "![A *b*](a.png) ![c](https://h/c.png) ![](d.png)",
        "<p><img src=\"data:image/png;base64,AA==\" alt=\"A b\"> <span class=\"image\">c</span> <span class=\"image\">d.png</span></p>"
    )]
    [InlineData(
        "| a | b |\n|--:|---|\n| 1 | |",
        "<table>\n<thead>\n<tr><th scope=\"col\" class=\"right\">a</th><th scope=\"col\">b</th></tr>\n</thead>\n<tbody>\n<tr><td class=\"right\">1</td><td></td></tr>\n</tbody>\n</table>"
    )]
    [InlineData("#### a\n\n###### b\n\n#### c", "<h4>a</h4>\n<h5>b</h5>\n<h4>c</h4>")]
    public void Markdown_becomes_html(string markdown, string expected) =>
        Assert.Equal(expected, SafeHtml.Of(markdown, Options).TrimEnd());

    [Theory]
    [InlineData("Let $x < y$ be.", "<p>Let <span class=\"math\">x &lt; y</span> be.</p>")]
    [InlineData("($a_1$, $b*c*d$)", "<p>(<span class=\"math\">a_1</span>, <span class=\"math\">b*c*d</span>)</p>")]
    [InlineData("$$\\sum x$$", "<div class=\"math\">\\sum x</div>")]
    [InlineData("so $$ y $$ there", "<p>so <span class=\"math display\">y</span> there</p>")]
    [InlineData("$$\na\n- b\n$$", "<div class=\"math\">a\n- b</div>")]
    [InlineData("$a\\$b$", "<p><span class=\"math\">a\\$b</span></p>")]
    [InlineData("$5 and $6", "<p>$5 and $6</p>")]
    [InlineData("$5, *six* or 7$.", "<p><span class=\"math\">5, *six* or 7</span>.</p>")]
    [InlineData("US$5 or US$6", "<p>US$5 or US$6</p>")]
    [InlineData("$ x $ and $y $ and \\$z$", "<p>$ x $ and $y $ and $z$</p>")]
    [InlineData("`$x$` $HOME/$USER", "<p><code>$x$</code> $HOME/$USER</p>")]
    [InlineData("$$ $$ $", "<p>$$ $$ $</p>")]
    public void Formulas_are_between_dollars(string markdown, string expected) =>
        Assert.Equal(expected, SafeHtml.Of(markdown, Options).TrimEnd());

    [Theory]
    [InlineData("A **b**", "A <strong>b</strong>")]
    [InlineData("a\n\nb", "a<br>\nb")]
    [InlineData("a\n```py\nx\n\ny\n```\nb", "a<code class=\"block language-py\">x\n\ny</code>b")]
    [InlineData("1. a\n2. b", "1. a<br>\n2. b")]
    [InlineData("| a | b |\n|---|---|\n| 1 | 2 |", "a | b<br>\n1 | 2")]
    [InlineData("", "")]
    public void A_label_holds_phrases_only(string markdown, string expected) =>
        Assert.Equal(expected, SafeHtml.Inline(markdown, Options));

    [Fact]
    public void Links_are_text_where_none_may_be() =>
        Assert.Equal(
            "<em>a</em> b@example.org",
            SafeHtml.Inline("[*a*](https://example.org) <b@example.org>", Options with { HasLinks = false })
        );

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("//other.example/x")]
    [InlineData("java\tscript:alert(1)")]
    [InlineData("\\\\other\\x")]
    public void What_a_callback_returns_is_looked_at_too(string address)
    {
        var options = new SafeHtmlOptions { Image = _ => address, Link = _ => address };
        Assert.Equal("<span class=\"image\">a</span> b", SafeHtml.Inline("![a](x) [b](y)", options));
    }

    [Fact]
    public void What_is_nested_beyond_reason_is_shown_as_it_is_written()
    {
        var quotes = new string('>', 5000) + " <b>";
        Assert.Equal($"<p class=\"as-written\">{SafeHtml.Escape(quotes)}</p>", SafeHtml.Of(quotes, Options));
        var stars =
            string.Concat(Enumerable.Repeat("*a **b ", 3000)) + string.Concat(Enumerable.Repeat("c** d*", 3000));
        Assert.Contains("a ", SafeHtml.Of(stars, Options), StringComparison.Ordinal);
    }
}
