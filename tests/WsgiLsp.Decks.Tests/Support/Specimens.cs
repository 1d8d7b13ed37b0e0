using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Tests.Support;

/// <summary>Random decks and texts made from the pieces that matter to the grammar; the same for the same seed.</summary>
internal sealed class Specimens(int seed)
{
    private static readonly string[] Lines =
    [
        "# Title",
        "## Group",
        "### Card?",
        "### A statement",
        "#### Deeper",
        "####### no heading",
        "#no heading",
        "   # indented heading",
        "    # code",
        "Text.",
        "more text",
        "Title",
        "===",
        "---",
        "***",
        "- - -",
        "```",
        "```python",
        "~~~~",
        "    code",
        "\tcode",
        "# comment",
        "- [ ] wrong",
        "- [x] right",
        "- [X) odd",
        "- []",
        "- [ ]glued",
        "  > feedback",
        "  - nested",
        "- item",
        "-",
        "1. one",
        "2) two",
        "10. ten",
        "   continued",
        "  ## in item",
        "> quote",
        "> # in quote",
        "> [!TIP]",
        "> [!NOTE]",
        "> [!IMPORTANT]",
        "> - a **master** (or **arbiter**) **forks**",
        ">   - another **wording**",
        "> lazy",
        "<!-- card: id=x level=beginner -->",
        "<!-- cards: tags=a,b kind=note -->",
        "<!-- card: kind=multi -->",
        "<!-- card: lvl=1 id=\"a b\" -->",
        "<!--",
        "-->",
        "<div>",
        "</div>",
        "<b>",
        "<pre>",
        "</pre>",
        "<details><summary>Answer</summary>",
        "</details>",
        "True. Because.",
        "**False**",
        "TODO",
        "[label]: https://example.org",
        "[label]: other.md",
        "> [label]: quoted.md",
        "[Two  words]: <a b.md> 'title'",
        "[label]:",
        "See [label] and [the text][two words].",
        "[label][] ![alt][label] [in](line.md#x)",
        "A {{blank}} and {{c1::another::hint}} {{ x }} `{{code}}` \\{{no}}",
        "### The {{cloze}} card",
        "A ==mark== too",
        "### Attributes {#attr .advanced kind=typed}",
        "### No attributes {x=1}",
        "<!-- card: kind=typed match=number tol=0.5 -->",
        "<!-- card: kind=order reverse=true requires=x,other/y -->",
        "<!-- card: kind=match ignore=no-key -->",
        "<!-- card: kind=cloze -->",
        "`4` or `four`",
        "| 1 | `2` |",
        "| a | b |",
        "|---|---|",
        "\u00A0",
        "\u202Bright to left",
        "soft\u00ADhyphen \U0001F9E0",
        "...",
        "deck: x",
        "cloze: mark",
        "lang: de",
        "ignore: [no-key, empty-card]",
        "id: y",
        "card-level: 3",
        "tags: [a, b",
        "",
        "",
        "",
        "",
        " ",
    ];

    private static readonly string[] Fences = ["---", "---", "---", "----", "--", " ---", "\n---", ""];

    private static readonly string[] Keys =
    [
        "deck: x",
        "deck: x: y",
        "id: y",
        "tags:\n  - a",
        "\ttags: a",
        "lang: de",
        "card-level: 3",
        "other: z",
        "# remark",
    ];

    private static readonly string[] Comments =
    [
        "<!-- card: kind=order",
        "<!-- card: tags=a, b level = beginner id:q a remark -->",
        "<!-- cards: level=beginner ->",
        "<!-- crad: ID=z -->",
        "<! -- card: id=z -->",
    ];

    private static readonly string[] Ends = ["\n", "\n", "\n", "\n", "\n", "\n", "\r\n", "\r"];

    private static readonly string[] Pieces =
    [
        "\n",
        "\r",
        "\r\n",
        "#",
        "# ",
        "```\n",
        "~~~",
        "- [x] ",
        "> ",
        "---\n",
        "===\n",
        " ",
        "\t",
        "[",
        "]",
        "x",
        "é",
        "<details>\n",
        "</details>",
        "<!-- card: id=a -->",
        "*",
        "**",
        "\n\n",
        "word",
    ];

    private readonly Random random = new(seed);

    public string Document()
    {
        var count = random.Next(1, 40);
        var end = random.Next(4) > 0 ? "\n" : null;
        var text = random.Next(4) == 0 ? "---" + (end ?? "\n") : "";
        for (var i = 0; i < count; i++)
        {
            text += Lines[random.Next(Lines.Length)] + (end ?? Ends[random.Next(Ends.Length)]);
        }

        return random.Next(3) == 0 ? text.TrimEnd() : text;
    }

    /// <summary>A deck with front matter, fenced as it should be or not quite, and with slips below some headings.</summary>
    public string Slipped(string text)
    {
        var lines = new List<string>();
        foreach (var line in text.TrimStart('\uFEFF').Split('\n'))
        {
            lines.Add(line);
            if (line.StartsWith('#') && random.Next(4) == 0)
            {
                lines.Add(Comments[random.Next(Comments.Length)]);
            }
        }

        if (random.Next(3) > 0)
        {
            lines.Insert(0, Fences[random.Next(Fences.Length)]);
        }

        for (var n = random.Next(4); n > 0; n--)
        {
            lines.Insert(0, Keys[random.Next(Keys.Length)]);
        }

        return string.Join('\n', lines.Prepend(Fences[random.Next(Fences.Length)]));
    }

    public string Mutate(string text)
    {
        for (var n = random.Next(1, 6); n > 0; n--)
        {
            var edit = Edit(text);
            text = text.Remove(edit.Span.Start, edit.Span.Length).Insert(edit.Span.Start, edit.NewText);
        }

        return text;
    }

    public TextEdit Edit(string text)
    {
        var start = random.Next(text.Length + 1);
        var length = random.Next(3) == 0 ? random.Next(Math.Min(text.Length - start, 60) + 1) : 0;
        var inserted = random.Next(4) switch
        {
            0 => "",
            1 => Lines[random.Next(Lines.Length)] + "\n",
            _ => Pieces[random.Next(Pieces.Length)],
        };
        return new TextEdit(new TextSpan(start, length), inserted);
    }
}
