using WsgiLsp.Decks.Model;

namespace WsgiLsp.Decks.Tests.Syntax;

/// <summary>What cards are read as: a card's Markdown, and what it says.</summary>
public class CardParserTests
{
    public static TheoryData<string, string> Cards =>
        new()
        {
            { "A b?\n\nText.\n", "recall A b? = Text." },
            { "A?\n\nMore.\n\n---\n\nText.\n\n---\n", "recall A?¶¶More. = Text.¶¶---" },
            { "A?\n\nText.\n\n---\n", "recall A? = Text.¶¶---" },
            { "A?\n\n> [!TIP]\n> First.\n\nText.\n\n> [!TIP]\n> After.\n", "recall A? = Text.¶¶After. hint First." },
            {
                "A?\n\n> [!hint]\n> First.\n\n> [!TIP]\n> Second.\n\nText.\n",
                "recall A? = Text. hint First. hint Second."
            },
            { "A?\n\nText.\n\n> [!NOTE]\n> Note.\n\n> [!WARNING]\n> No.\n", "recall A? = Text. : Note.¶¶No." },
            { "A?\n\n> [!TIP] with a title\n> Text.\n", "recall A? = > [!TIP] with a title¶> Text." },
            {
                "A?\n\nMore.\n\n<details><summary>See</summary>\n\nText.\n\n##### Deep\n\n</details>\n\nWhy.\n",
                "recall A?¶¶More. = Text.¶¶##### Deep : Why."
            },
            { "A?\n\n<details><summary>See</summary>Text.</details>\n", "recall A? = Text." },
            { "A?\n\n    code\n", "recall A? =     code" },
            { "A?\n\n- [ ] x\n- [x] y\n  > Yes.\n\nWhy.\n", "choice A? [ ]x [x]y>Yes. : Why." },
            { "A?\n\nMore.\n\n1. [x] x\n2. [X] y\n3. [ ] z\n", "multi A?¶¶More. [x]x [x]y [ ]z" },
            { "A?\n<!-- card: kind=choice -->\n- [x] x\n- [x] y\n", "choice A? [x]x [x]y" },
            { "A?\n\n- [ ] x\n- [x] y\nWhy.\n", "choice A? [ ]x [x]y : Why." },
            { "A?\n\n- [ ] x\ngoes on\n- [x] y\ngoes on\n", "choice A? [ ]x¶goes on [x]y¶goes on" },
            {
                "A?\n\n- [ ]\n\n```c\n# a\n```\n\n- [x]\n\n```c\n# b\n```\n",
                "choice A? [ ]```c¶# a¶``` [x]```c¶# b¶```"
            },
            { "A?\n\n- [ ] x\n- [] y\n- [X) z\n- [x](u) w\n", "choice A? [ ]x [ ]y [x]z" },
            { "A?\n\n- [] y\n", "recall A? = - [] y" },
            { "A\n\nTrue. So it is.\n\nMore.\n", "true-false A = true : So it is.¶¶More." },
            { "A\n\n**False.**\n", "true-false A = false" },
            { "A\n\n__False__\n", "true-false A = false" },
            { "A?\n\nTrue. So it is.\n", "recall A? = True. So it is." },
            { "True or false: a?\n\nTrue\n", "true-false True or false: a? = true" },
            { "A\n\nTrue friends.\n", "recall A = True friends." },
            {
                "Explain a\n\n> [!IMPORTANT]\n> - **b** (or **c**) and **d**\n>   - **e** / **f**\n> - g\n\nText.\n",
                "explain Explain a = Text. {b|c + d}{e|f} {}"
            },
            { "A?\n\n> [!IMPORTANT]\n> - **b**\n>   goes on\n", "explain A? {b}" },
            { "A?\n\n> [!IMPORTANT]\n> - b\n", "recall A? = > [!IMPORTANT]¶> - b" },
            { "A?\n<!-- card: kind=explain -->\n> [!IMPORTANT]\n> - b\n", "explain A? {}" },
            { "A?\n\nText.\n\n<!-- card: id=late -->\n", "recall A? = Text." },
            { "References\n\nText.\n", "note References = Text." },
            { "A?\n<!-- card: kind=note -->\n- [x] y\n", "note A? = - [x] y" },
            { "A `b` **c** [d](e)?\n\nText.\n", "recall A `b` **c** [d](e)? = Text." },
            { "A {{b}} c\n\nWhy.\n", "cloze A […] c = A b c {b#b} : Why." },
            {
                "A\n\nIs {{c1::b::h}} or {{c2::d}}.\n\nWhy.\n",
                "cloze A¶¶Is [h] or […]. = A¶¶Is b or d. {b#c1} {d#c2} : Why."
            },
            {
                "A\n\n- one {{b}}\n- two\n\nMore {{b}}.\n",
                "cloze A¶¶- one […]¶- two¶¶More […]. = A¶¶- one b¶- two¶¶More b. {b#b} {b#b}"
            },
            {
                "A {{ b }} `{{c}}` [{{d}}](e) <i title=\"{{f}}\"> \\{{g}} ${{h}}$ {{}}\n\nx\n",
                "recall A {{ b }} `{{c}}` [{{d}}](e) <i title=\"{{f}}\"> \\{{g}} ${{h}}$ {{}} = x"
            },
            {
                "A\n<!-- card: kind=cloze -->\n```\nx = {{1}}\n```\n",
                "cloze A¶¶```¶x = […]¶``` = A¶¶```¶x = 1¶``` {1#1}"
            },
            { "A {{b}}?\n\n- [x] c\n- [ ] d\n", "choice A {{b}}? [x]c [ ]d" },
            { "A {{{b}}}\n\nx\n", "cloze A {[…]} = A {b} {b#b} : x" },
            { "A {{b\n", "recall A {{b" },
            { "A costs $5 or {{b}} or $6\n", "cloze A costs $5 or […] or $6 = A costs $5 or b or $6 {b#b}" },
            {
                "A?\n<!-- card: kind=typed -->\nB.\n\n---\n\n`c` or **`d`**\n\nE.\n",
                "typed A?¶¶B. = `c` or **`d`** |c |d : E."
            },
            { "A?\n<!-- card: kind=typed -->\n`c`\n\nE.\n", "typed A? = `c` |c : E." },
            {
                "A?\n<!-- card: kind=typed -->\n<details><summary>s</summary>\n\n`c`\n\n</details>\n\nE.\n",
                "typed A? = `c` |c : E."
            },
            { "A?\n<!-- card: kind=typed -->\nc\n", "recall A? = c" },
            {
                "A\n<!-- card: kind=order -->\nB:\n\n1. c\n2. d\n\n   e\n\nF.\n",
                "order A¶¶B: = 1. c¶2. d¶¶   e 1:c 2:d¶¶e : F."
            },
            { "A\n<!-- card: kind=order -->\nB\n\n---\n\n1) c\n2) d\n", "order A¶¶B = 1) c¶2) d 1:c 2:d" },
            { "A\n<!-- card: kind=order -->\n- c\n", "recall A = - c" },
            {
                "A\n<!-- card: kind=match -->\nB\n\n| x | y |\n|---|:-:|\n| `a\\|b` | c |\n| d |\n\nE.\n",
                "match A¶¶B = | x | y |¶|---|:-:|¶| `a\\|b` | c |¶| d | (`a|b`=c) (d=) : E."
            },
            {
                "A\n<!-- card: kind=match -->\nB\nx | y\n--- | ---\na | b\n",
                "match A¶¶B = x | y¶--- | ---¶a | b (a=b)"
            },
            {
                "A\n<!-- card: kind=match -->\n| x | y | z |\n|---|---|---|\n| a | b | c |\n",
                "recall A = | x | y | z |¶|---|---|---|¶| a | b | c |"
            },
            { "A? {#b .advanced .t .u kind=note}\n\nText.\n", "note A? = Text." },
            { "A {x=1}\n\nText.\n", "recall A {x=1} = Text." },
            { "A `{#b}`\n\nText.\n", "recall A `{#b}` = Text." },
            { "A{#b}\n\nText.\n", "recall A{#b} = Text." },
            { "A {#b} c\n\nText.\n", "recall A {#b} c = Text." },
        };

    [Theory]
    [MemberData(nameof(Cards))]
    public void A_card_is_read_as(string card, string expected)
    {
        var content = Deck.Parse("### " + card, new DeckSettings())
            .Sections.Single(s => s.Card is not null)
            .Card!.Content;

        Assert.Equal(expected, Describe(content));
    }

    [Fact]
    public void A_cards_facts_come_from_front_matter_groups_and_itself()
    {
        const string Text = """
            ---
            id: d
            level: advanced
            tags: [a]
            shuffle: false
            ---
            # Title

            ## Group
            <!-- cards: tags=b level=intermediate suspend=true -->

            ### One?
            <!-- card: id=one level=beginner tags=b,c shuffle=true suspend=false -->

            x

            ### Two?

            x
            """;
        var cards = Deck.Parse(Text, new DeckSettings()).Cards.ToList();

        Assert.Equal(["d/one", "d/two"], cards.Select(c => c.Key));
        Assert.Equal([CardLevel.Beginner, CardLevel.Intermediate], cards.Select(c => c.Level));
        Assert.Equal(["a,b,c", "a,b"], cards.Select(c => string.Join(',', c.Tags)));
        Assert.Equal([true, false], cards.Select(c => c.Shuffle));
        Assert.Equal([false, true], cards.Select(c => c.Suspended));
        Assert.Equal(["Group", "Group"], cards.Select(c => string.Join('/', c.Path)));
    }

    [Theory]
    [InlineData("A? {#b .advanced .t .u match=ci}", "b Advanced t,u IgnoreCase")]
    [InlineData("A? {.t}\n<!-- card: id=c level=beginner tags=v -->", "c Beginner v,t ")]
    [InlineData("A? {#b level=beginner tags=\"t,u\"} ###", "b Beginner t,u ")]
    [InlineData("Groups {{c1::are}} {{not::blanked}}", "groups   ")]
    public void Attributes_at_a_headings_end_say_what_the_comment_leaves_open(string heading, string expected)
    {
        var card = Deck.Parse($"### {heading}\n\nx\n", new DeckSettings()).Cards.Single();

        Assert.Equal(expected, $"{card.Id} {card.Level} {string.Join(',', card.Tags)} {card.Match}");
    }

    [Fact]
    public void A_card_is_asked_as_its_items()
    {
        const string Text = """
            ## A {{c1::b}} {{c1::c}} {{d e}}
            ## F {{x}}
            <!-- card: reverse=true -->
            ## G
            <!-- card: reverse=true requires=a,b/c -->
            h
            """;
        var cards = Deck.Parse(Text, new DeckSettings()).Cards.ToList();

        Assert.Equal(["c1,d-e", "x", ",reverse"], cards.Select(c => string.Join(',', c.Items)));
        Assert.Equal(["a", "b/c"], cards[2].Requires);
    }

    [Fact]
    public void Ids_are_GitHubs_anchors_with_repeats_numbered()
    {
        const string Text = "# A b\n## A, b!\n### Ä_ö-1?\nx\n### A b\nx\n### ???\nx\n";

        Assert.Equal(["ä_ö-1", "a-b-2", "card"], Deck.Parse(Text, new DeckSettings()).Cards.Select(c => c.Id));
    }

    private static string Describe(CardContent content)
    {
        var parts = new List<string> { content.Kind.Name(), content.Prompt };
        if (content.Answer.Length > 0)
        {
            parts.Add("= " + content.Answer);
        }

        parts.AddRange(
            content switch
            {
                ChoiceContent choice => choice.Options.Select(o =>
                    $"[{(o.Correct ? 'x' : ' ')}]{o.Text}" + (o.Feedback.Length > 0 ? ">" + o.Feedback : "")
                ),
                ExplainContent explain => explain.Concepts.Select(c =>
                    string.Concat(
                        c.Wordings.Select(w => "{" + string.Join(" + ", w.Terms.Select(t => string.Join('|', t))) + "}")
                    )
                ),
                ClozeContent cloze => cloze.Clozes.Select(c => $"{{{c.Answer}#{c.Item}}}"),
                TypedContent typed => typed.Accepted.Select(a => "|" + a),
                OrderContent order => order.Items.Select((item, i) => $"{i + 1}:{item}"),
                MatchContent match => match.Pairs.Select(p => $"({p.Left}={p.Right})"),
                _ => [],
            }
        );
        if (content.Explanation.Length > 0)
        {
            parts.Add(": " + content.Explanation);
        }

        parts.AddRange(content.Hints.Select(hint => "hint " + hint));
        return string.Join(' ', parts).Replace('\n', '¶');
    }
}
