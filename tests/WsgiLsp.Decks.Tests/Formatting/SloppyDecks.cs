using System.Text;

namespace WsgiLsp.Decks.Tests.Formatting;

/// <summary>Decks that say something sensible in every way that Markdown allows; the same for the same seed.</summary>
internal sealed class SloppyDecks(int seed)
{
    private static readonly string[] Words =
    [
        "master",
        "`fork()`",
        "**worker**",
        "_often_",
        "日本語",
        "naïve",
        "\U0001F9E0",
        "[PEP](https://peps.python.org)",
        "[ref]",
        "`a|b`",
        "2 * 3",
        "a_b_c",
        "#1",
        "1) one",
        "<b>bold</b>",
        "soft\u00ADhyphen",
        "\u202Bright",
        "\\|",
        "C#",
        "{{cloze}}",
    ];

    private static readonly string[] Keys =
    [
        "id=card{0}",
        "level=beginner",
        "tags=a,b",
        "shuffle=false",
        "ignore=long-answer",
        "suspend=true",
        "tags=\"c, d\"",
        "level=\"advanced\"",
        "x-own='one two'",
        "reverse=true",
        "flag",
        "note='say \"hi\" now'",
    ];

    private static readonly string[] Yaml =
    [
        "id: deck{0}",
        "level: beginner",
        "tags: [b, a]",
        "tags:\n  - one\n  - two",
        "minutes: 15",
        "sources:\n- https://example.org\n- https://example.com",
        "shuffle: false",
        "author: somebody",
        "# a comment\nlang: en",
        "\nrequires: [other]",
        "notes: |\n  # not a comment\n\n  text",
        "title: \"a: b\"",
    ];

    private readonly Random random = new(seed);
    private int number;

    public string Next()
    {
        var text = new StringBuilder();
        if (Chance(3))
        {
            text.Append(FrontMatter());
        }

        text.Append(Blanks(0)).Append(Heading(1, "Deck of " + Title(2)));
        text.Append(Chance(2) ? Blanks(1) + Paragraph("") : "");
        for (var groups = random.Next(1, 3); groups > 0; groups--)
        {
            text.Append(Blanks(1)).Append(Heading(2, "Group " + Title(1)));
            text.Append(Metadata("cards", "tags=g", "level=intermediate"));
            for (var cards = random.Next(1, 4); cards > 0; cards--)
            {
                text.Append(Blanks(1)).Append(Heading(3, Text(3) + "?")).Append(Card());
            }
        }

        text.Append(Chance(3) ? Blanks(1) + Paragraph("") + "\n[ref]: https://example.org" + NewLine : "");
        var result = text.ToString();
        result = Chance(8) ? result.TrimEnd() : result + Blanks(0);
        return random.Next(6) switch
        {
            0 => result.Replace("\n", "\r\n", StringComparison.Ordinal),
            1 => Mixed(result),
            2 => "\uFEFF" + result,
            _ => result,
        };
    }

    private string NewLine => Pick("", "", "", "", "", " ", "\t") + "\n";

    private string Card()
    {
        number++;
        var text = Chance(2) ? Metadata("card", [.. Keys.Where(_ => Chance(5)).OrderBy(_ => random.Next())]) : "";
        var kind = random.Next(12);
        text = kind switch
        {
            8 => Metadata("card", "kind=typed", "match=ci"),
            9 => Metadata("card", "kind=order"),
            10 => Metadata("card", "kind=match"),
            _ => text,
        };
        text += Blanks(1);
        text += kind switch
        {
            0 or 1 or 2 => Options(),
            3 => Rubric(),
            4 => Paragraph("") + Blanks(1) + "---" + NewLine + Blanks(1) + Paragraph(""),
            5 => "<details><summary>Answer</summary>\n\n" + Paragraph("") + "\n</details>\n",
            6 => "True. " + Paragraph(""),
            8 => "`four` or `4`" + NewLine,
            9 => "1.  one" + NewLine + "2.  two" + NewLine + "10. three" + NewLine,
            10 => "Left|Right\n-|:-:\n" + Text(1) + " |" + Text(2) + NewLine + "`x` | y\n",
            11 => "It is {{one::a hint}} and " + Text(2) + NewLine,
            _ => Paragraph(""),
        };
        for (var blocks = random.Next(3); blocks > 0; blocks--)
        {
            text += Blanks(1) + Block("");
        }

        return text;
    }

    private string Block(string indent) =>
        random.Next(9) switch
        {
            0 => Fence(indent),
            1 => Table(indent),
            2 => Quote(indent, Pick("[!TIP]", "[!NOTE]", "[!WARNING]", "plain")),
            3 => List(indent, 0),
            4 => indent + "$$\n" + indent + "a\n" + indent + "+ b   \n" + indent + "$$\n",
            5 when indent.Length == 0 => "<div>\n  <b>raw</b>   \n</div>\n\n",
            6 when indent.Length == 0 => "\n    indented = code   \n\n    more\n\n",
            7 => indent + "<!-- a remark -->\n",
            _ => Paragraph(indent),
        };

    private string Options()
    {
        var text = new StringBuilder();
        var marker = Pick("-", "-", "*", "+", "1.", "1)");
        var (margin, padding) = (Pick("", "", "", " ", "   "), Pick(" ", " ", " ", "  ", "   "));
        var isWide = Chance(5);
        var content = margin + new string(' ', marker.Length + padding.Length);
        if (Chance(6))
        {
            (margin, padding, content) = ("", "\t", Pick("\t", "    "));
        }

        for (var options = random.Next(2, 5); options > 0; options--)
        {
            text.Append(margin).Append(marker).Append(padding);
            text.Append(Pick("[ ]", "[ ]", "[x]", "[X]"))
                .Append(Pick(" ", " ", "  ", "\t"))
                .Append(Text(3))
                .Append(NewLine);
            if (Chance(4))
            {
                text.Append(content).Append(Text(2)).Append(NewLine);
            }

            if (Chance(3))
            {
                text.Append(isWide ? Blanks(1) : "").Append(content).Append(Pick("", "", " ")).Append("> ");
                text.Append(Text(3)).Append(NewLine);
            }

            if (Chance(8))
            {
                text.Append(NewLine).Append(Block(content)).Append(NewLine);
            }

            text.Append(isWide ? Blanks(1) : "");
        }

        return text.ToString();
    }

    private string List(string indent, int depth)
    {
        var text = new StringBuilder();
        var (marker, padding) = (Pick("-", "*", "+", "7."), Pick(" ", "  "));
        for (var items = random.Next(1, 4); items > 0; items--)
        {
            text.Append(indent).Append(marker).Append(padding).Append(Text(2)).Append(NewLine);
            if (depth < 2 && Chance(4))
            {
                text.Append(List(indent + new string(' ', marker.Length + padding.Length), depth + 1));
            }
        }

        return text.ToString();
    }

    private string Rubric()
    {
        var text = "> [!IMPORTANT]\n";
        for (var concepts = random.Next(1, 4); concepts > 0; concepts--)
        {
            text +=
                ">" + Pick(" ", " ", "  ") + Pick("-", "*") + " a **" + Pick("one", "two") + "** " + Text(1) + NewLine;
            text += Chance(4) ? ">   - another **wording**\n" : "";
            text += Chance(8) ? ">\n>\n" : "";
        }

        return text + "\n" + Paragraph("");
    }

    private string Quote(string indent, string first)
    {
        var text = indent + Pick("", "", " ") + "> " + first + NewLine;
        for (var lines = random.Next(1, 3); lines > 0; lines--)
        {
            text += indent + "> " + Text(3) + NewLine;
        }

        return text;
    }

    private string Fence(string indent)
    {
        var fence = Pick("```", "~~~", "````");
        return $"{indent}{fence}py\n{indent}# not a heading  \n\n\n{indent}  - not a list\n{indent}{fence}\n";
    }

    private string Table(string indent)
    {
        var columns = random.Next(1, 4);
        var outer = columns == 1 || Chance(2);
        var text = Row(() => Text(1)) + Row(() => Pick("---", "-", ":--", "--:", ":-:"));
        for (var rows = random.Next(1, 4); rows > 0; rows--)
        {
            text += Row(() => Pick(Text(1), Text(2), "x", outer ? "" : "y", "a \\| b"));
        }

        return text;

        string Row(Func<string> cell)
        {
            var cells = Enumerable.Range(0, columns).Select(_ => Pick("", " ", "  ") + cell() + Pick("", " "));
            return indent + (outer ? "|" : "") + string.Join('|', cells) + (outer ? "|" : "") + Pick("\n", "\n", " \n");
        }
    }

    private string Paragraph(string indent)
    {
        var text = "";
        for (var lines = random.Next(1, 4); lines > 0; lines--)
        {
            text += indent + Pick("", "", "", " ") + Text(4) + Pick("", "", "", "", "  ", "   ", "\\") + NewLine;
        }

        return text + (indent.Length == 0 ? "" : "\n");
    }

    private string Heading(int level, string title)
    {
        if (level < 3 && Chance(4))
        {
            var more = Chance(4) ? Pick("", " ") + "\n" + Title(2) : "";
            return "\n" + title + more + NewLine + new string(level == 1 ? '=' : '-', random.Next(2, 9)) + NewLine;
        }

        var hashes = new string('#', level);
        var closing = Pick("", "", "", " " + hashes, " #");
        return Pick("  " + hashes + " ", hashes + "   ", hashes + " ", hashes + " ") + title + closing + NewLine;
    }

    private string Metadata(string word, params string[] entries)
    {
        var text = Pick("", "", "", "\n", "\n\n") + Pick("", "", " ") + "<!--" + Pick(" ", "  ", "") + word + ":";
        foreach (var entry in entries)
        {
            text += Pick(" ", " ", "  ", "\n  ") + string.Format(null, entry, number);
        }

        return text + Pick(" ", "  ", "\n") + "-->" + NewLine;
    }

    private string FrontMatter()
    {
        var entries = Yaml.Where(_ => Chance(3)).OrderBy(_ => random.Next()).DistinctBy(e => e.Split(':')[0]).ToList();
        entries.Insert(random.Next(entries.Count + 1), "deck: a deck");
        return "---"
            + Pick("", " ")
            + "\n"
            + string.Join('\n', entries).Replace("{0}", "7", StringComparison.Ordinal)
            + "\n---\n";
    }

    private string Mixed(string text) =>
        string.Concat(text.Split('\n').Select(line => line + Pick("\n", "\n", "\r\n", "\r")));

    private string Text(int words) =>
        string.Join(' ', Enumerable.Range(0, random.Next(1, words + 1)).Select(_ => Words[random.Next(Words.Length)]));

    private string Title(int words) => Text(words).Replace("[ref]", "ref", StringComparison.Ordinal);

    private string Blanks(int usually) =>
        string.Concat(Enumerable.Repeat(0, Chance(3) ? random.Next(4) : usually).Select(_ => Pick("\n", "\n", "  \n")));

    private bool Chance(int oneIn) => random.Next(oneIn) == 0;

    private string Pick(params string[] choices) => choices[random.Next(choices.Length)];
}
