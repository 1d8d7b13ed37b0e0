using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules;

namespace WsgiLsp.Decks.Tests.Rules;

/// <summary>What the rules about prompts, answers and rubrics find, and what only looks like it.</summary>
public class PromptAndAnswerRuleTests
{
    [Theory]
    [InlineData("Which HTTP method does a GET request use?", "GET.", "GET")]
    [InlineData("In what language is the Linux kernel, a program in C11, written?", "Rust", null)]
    [InlineData("Which container does a Docker container start from?", "A Docker container", "Docker container")]
    [InlineData("Is TCP or UDP faster?", "UDP", null)]
    [InlineData("Between TCP and UDP, which is faster?", "UDP", null)]
    [InlineData("Which one retransmits: TCP, UDP", "TCP", null)]
    [InlineData("Which is newer, HTTP/2 vs HTTP/3", "HTTP/3", null)]
    [InlineData("What does `len` return for \"hello\"?", "hello", null)]
    [InlineData("What does `echo hello` write?", "hello", null)]
    [InlineData("What does echo hello print?", "hello", null)]
    [InlineData("What is the output of print(hello)?", "hello", null)]
    [InlineData("Which verb is in *The cat sat*?", "sat", null)]
    [InlineData("What is the type of a class?", "type", null)]
    [InlineData("What is the type of a class in Python?", "`type`", null)]
    [InlineData("Which of 3 and 5 is larger?", "5", null)]
    [InlineData("Which is not a keyword?", "not", null)]
    [InlineData("What does HTTP stand for?", "HTTP", null)]
    [InlineData("Is it true that a mutex is a lock?", "True", null)]
    [InlineData("Which file holds settings.py's settings?", "settings.py", null)]
    [InlineData("Which protocol does HTTPS add to HTTP-based sites?", "HTTP", null)]
    [InlineData("Which tree is a trie?", "Trie", "trie")]
    [InlineData("Who has set the variable PATH?", "SET", null)]
    [InlineData("What was measured in ms?", "MS", null)]
    [InlineData("Which sort is stable?", "Merge sort is a stable sort, and it needs space for a copy", null)]
    public void A_short_answer_in_its_prompt(string prompt, string answer, string? found) =>
        AssertFound("answer-in-prompt", $"### {prompt}\n\n{answer}\n", found);

    [Fact]
    public void A_hidden_answer_in_its_prompt() =>
        AssertFound(
            "answer-in-prompt",
            "### Which lock is a spin lock?\n\n<details><summary>Answer</summary>\n\n**A spin lock**\n\n</details>\n\nMore.\n",
            "spin lock"
        );

    [Theory]
    [InlineData("It is a *heap*.", "- [x] Heap\n- [ ] List\n", "heap")]
    [InlineData("Instead of a heap, take what grows.", "- [ ] Tree\n- [x] Heap\n", null)]
    [InlineData("It is not a heap.", "- [ ] Heap\n- [x] List\n", null)]
    [InlineData("It isn't a list.", "- [ ] Heap\n- [x] List\n", null)]
    [InlineData("Weigh a heap against a tree.", "- [x] Heap\n- [ ] Tree\n", null)]
    [InlineData("It has a value of its own.", "- [x] A value\n- [ ] A tree\n", null)]
    [InlineData("See port 443.", "- [x] 443\n- [ ] 80\n", null)]
    [InlineData("It stands in `heapq`.", "- [x] heap\n- [ ] list\n", null)]
    [InlineData("More like a heap than a list.", "List.\n", null)]
    [InlineData("Said like try: a trie.", "A Trie.\n", "trie")]
    public void A_hint_that_says_the_answer(string hint, string rest, string? found) =>
        AssertFound("answer-in-hint", $"### What do we use here?\n\n> [!TIP]\n> {hint}\n\n{rest}", found);

    [Fact]
    public void What_the_prompt_says_no_hint_gives_away() =>
        AssertFound("answer-in-hint", "### Is a heap a tree?\n\n> [!TIP]\n> A heap!\n\n- [x] Heap\n- [ ] Tree\n", null);

    [Theory]
    [InlineData("Is Java purely object-oriented?", "Is")]
    [InlineData("**Does** the stack grow downwards?", "Does")]
    [InlineData("Q12. Can you override a static method?", "Can")]
    [InlineData("Question 3: Are arrays objects in Java?", "Are")]
    [InlineData("1.2. Should constructors throw?", "Should")]
    [InlineData("Isn't a string immutable?", "Isn't")]
    [InlineData("Is Python compiled or interpreted?", null)]
    [InlineData("Is Java purely object-oriented? Why?", null)]
    [InlineData("Is Java purely object-oriented, and why not?", null)]
    [InlineData("Can you explain the event loop?", null)]
    [InlineData("Can you name three sorting algorithms?", null)]
    [InlineData("Could you please list the layers?", null)]
    [InlineData("Do you know the event loop?", null)]
    [InlineData("Have you ever used Redis?", null)]
    [InlineData("Is-a relationship?", null)]
    [InlineData("Do while loop", null)]
    [InlineData("Is it?", null)]
    [InlineData("Was Java made for set-top boxes?", "Was")]
    [InlineData("Was it Java that had classes first?", "Was")]
    [InlineData("Was ist die Hauptstadt von Frankreich?", null)]
    [InlineData("Was bedeutet DNS in der IT?", null)]
    [InlineData("IS NULL in SQL", null)]
    [InlineData("What is Java?", null)]
    [InlineData("12 is what?", null)]
    [InlineData("Does the code compile? If not, mend it.", null)]
    public void A_prompt_for_yes_or_no(string prompt, string? found) =>
        AssertFound("yes-no-prompt", $"### {prompt}\n\nThe answer.\n", found);

    [Fact]
    public void Options_and_statements_may_be_asked_for_yes_or_no()
    {
        AssertFound("yes-no-prompt", "### Is Java compiled?\n\n- [x] To bytecode\n- [ ] Never\n", null);
        AssertFound("yes-no-prompt", "### Explain Java\n\n> [!IMPORTANT]\n> - **a**\n> - **b**\n", null);
    }

    [Theory]
    [InlineData("What is Java? What is it used for?", "What is it used for?")]
    [InlineData("What is Java? And what is it used for?", "And what is it used for?")]
    [InlineData("2. What is a trie and how does it save space?", "and how does it save space?")]
    [InlineData("How is a heap built, and what is its cost?", "and what is its cost?")]
    [InlineData("What is a heap? Why?", null)]
    [InlineData("Is a heap a tree? Why or why not?", null)]
    [InlineData("What is the `??` operator? And `?.`?", null)]
    [InlineData("What is the ?? operator in a ?? b?", null)]
    [InlineData("What does http://a.example/?q=1 ask for?", null)]
    [InlineData("True or false? A heap is sorted?", null)]
    [InlineData("A user asks \"Where is my file?\" What do you do?", null)]
    [InlineData("Which is faster, and why?", null)]
    [InlineData("Who decides when and where a thread runs?", null)]
    [InlineData("How do you decide what to cache and how long to keep it?", null)]
    [InlineData("Which says best what a lock is and what is locked?", null)]
    [InlineData("Which command copies files and is part of POSIX?", null)]
    [InlineData("Which rows are kept and which are dropped?", null)]
    [InlineData("Explain what a heap is. What is it used for?", null)]
    [InlineData("What is the most likely cause? (Choose two?)", null)]
    [InlineData("What is e.g. a heap? How so?", null)]
    public void Two_questions_in_one_prompt(string prompt, string? found) =>
        AssertFound("double-barrelled", $"### {prompt}\n\nThe answer.\n", found);

    [Theory]
    [InlineData("What does the code above print?", "the code above")]
    [InlineData("What is the output of the following code?", "the following code")]
    [InlineData("What does this code do?", "this code")]
    [InlineData("Refer to the exhibit. Which route is taken?", "Refer to the exhibit")]
    [InlineData("Which host is C, as shown in the figure?", "shown in the figure")]
    [InlineData("In the diagram below, which node is the root?", "the diagram below")]
    [InlineData("What does the above snippet print?", "the above snippet")]
    [InlineData("Which layer is above the transport layer?", null)]
    [InlineData("Which layer is the one above?", null)]
    [InlineData("Which ports are above 1024?", null)]
    [InlineData("What happens below the fold?", null)]
    [InlineData("A server answers 404. What does this code mean?", null)]
    [InlineData("What is printed by the following code: x = 4; print(x)", null)]
    [InlineData("What does the following code do? `x = 4`", null)]
    [InlineData("What does the following code say: ![x](x.png)?", null)]
    [InlineData("What is the following statement's effect?", null)]
    [InlineData("What is an image, and how is this image run?", null)]
    [InlineData("How does a debugger step through the program?", null)]
    [InlineData("Which tool draws the chart of following months?", null)]
    public void A_reference_to_what_is_not_there(string prompt, string? found) =>
        AssertFound("orphan-reference", $"### {prompt}\n\nThe answer.\n", found);

    [Theory]
    [InlineData("### What does this code do?\n\n```\nx = 4\n```\n\n---\n\nIt sets x.\n", null)]
    [InlineData("### What does this code do?\n\n```\nx = 4\n```\n\n- [x] It sets x\n- [ ] Nothing\n", null)]
    [InlineData("### Which of the following programs edits text?\n\n- [x] vi\n- [ ] cat\n", null)]
    [InlineData("### Which line completes the following program?\n\n- [x] `return 1`\n- [ ] `pass`\n", null)]
    [InlineData("### What does this code print?\n\n- [x] 4\n- [ ] 5\n", "this code")]
    [InlineData("### Q12. What is wrong with this code?\n\n- [x] The loop\n- [ ] The test\n", "this code")]
    [InlineData("### What is the output of the above code?\n\n- [x] 4\n- [ ] 5\n", "the above code")]
    [InlineData("### Given this code snippet, what is x?\n\n- [x] 4\n- [ ] 5\n", "this code")]
    [InlineData("### Which one of the following programs edits text?\n\n- [x] vi\n- [ ] cat\n", null)]
    [InlineData("### From the following charts pick one\n\n- [x] Pie\n- [ ] Line\n", null)]
    [InlineData("### How do you move the image below the text?\n\n- [x] Clear\n- [ ] Float\n", null)]
    [InlineData("### What does this code do?\n\n![code](code.png)\n\nIt sets x.\n", "this code")]
    public void What_stands_below_the_heading_is_there(string text, string? found) =>
        AssertFound("orphan-reference", text, found);

    [Fact]
    public void Code_that_is_hidden_with_the_answer_is_shown_by_a_separator()
    {
        const string Text = "### What does this code do?\r\n\r\n```\r\nx = 4\r\n```\r\n\r\nIt sets x.\r\n";
        var deck = Deck.Parse(Text, new DeckSettings());
        var found = Assert.Single(deck.Findings);
        var mended = deck.With(Assert.Single(found.Edits(Assert.Single(found.Finding.Fixes))));

        Assert.Empty(mended.Findings);
        Assert.Equal("What does this code do?\n\n```\nx = 4\n```", mended.Cards.Single().Content.Prompt);
        Assert.Equal("It sets x.", mended.Cards.Single().Content.Answer);
        Assert.DoesNotContain("\n\n", mended.Text.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(120, "", null)]
    [InlineData(121, "", "### Q?")]
    [InlineData(100, "```\n{0}\n```\n", null)]
    [InlineData(100, "| a | b |\n|---|---|\n| {0} | x |\n", null)]
    [InlineData(100, "{0}\n", "### Q?")]
    public void Words_of_an_answer(int words, string more, string? found)
    {
        var text = string.Join(' ', Enumerable.Repeat("word", words));
        var rest = more.Replace("{0}", string.Join(' ', Enumerable.Repeat("more", 100)), StringComparison.Ordinal);
        AssertFound("long-answer", $"### Q?\n\n{text}\n\n{rest}", found);
        AssertFound("long-answer", $"### Q?\n\n<details><summary>A</summary>\n\n{text}\n\n{rest}\n</details>\n", found);
    }

    [Theory]
    [InlineData("- Uses **balanced loads**\n> - **a**\n", "Uses **balanced loads**")]
    [InlineData("- The **load**, **balanced**\n> - **a**\n", "The **load**, **balanced**")]
    [InlineData("- **Balancing** it **evenly**\n> - **a**\n", null)]
    [InlineData("- **Balancing** (or **sharing**)\n> - **a**\n", null)]
    [InlineData("- **Balancing** / **load**\n> - **a**\n", "**Balancing** / **load**")]
    [InlineData("- **Balancing**\n>   - **sharing**\n> - **a**\n", null)]
    [InlineData("- **load** and **a**\n> - **balancing** and **b**\n", "### Explain how a server balances its load")]
    public void Concepts_that_the_prompt_says(string rubric, string? found) =>
        AssertFound(
            "rubric-in-prompt",
            $"### Explain how a server balances its load\n\n> [!IMPORTANT]\n> {rubric}",
            found
        );

    [Theory]
    [InlineData("- **a**\n", "**a**")]
    [InlineData("- **a**\n> - b\n", "b")]
    [InlineData("- a\n> - b\n", null)]
    [InlineData("- **a**\n> - **A** and **b**\n", "**A** and **b**")]
    [InlineData("- **a**\n>   - **a** bit\n> - **b**\n", null)]
    [InlineData("- **1**\n> - **2**\n> - **3**\n> - **4**\n> - **5**\n> - **6**\n> - **7**\n", null)]
    [InlineData("- **1**\n> - **2**\n> - **3**\n> - **4**\n> - **5**\n> - **6**\n> - **7**\n> - **8**\n", "**8**")]
    public void Concepts_of_a_rubric(string rubric, string? found) =>
        AssertFound("rubric-size", $"### Explain it\n\n> [!IMPORTANT]\n> {rubric}", found);

    [Theory]
    [InlineData("### Explain heaps\n\nThey are trees.\n", "Explain")]
    [InlineData("### Q3: compare heaps and lists\n\nHeaps are trees.\n", "compare")]
    [InlineData("### Explain heaps\n<!-- card: kind=recall -->\n\nThey are trees.\n", null)]
    [InlineData("### Describe\n\nThey are trees.\n", null)]
    [InlineData("### Explanation of heaps\n\nThey are trees.\n", null)]
    [InlineData("### Explain heaps\n\n- [x] Trees\n- [ ] Lists\n", null)]
    public void An_explanation_without_a_rubric(string text, string? found) =>
        AssertFound("missing-rubric", text, found);

    [Fact]
    public void A_rubric_is_drafted_from_bold_terms_that_the_prompt_does_not_say()
    {
        const string Text =
            "### Explain a heap\n\nA **heap** is a tree. Each parent is **no larger** than its children.\n\n"
            + "- Its root is the **smallest**.\n- It is **complete**\n";
        var deck = Deck.Parse(Text, new DeckSettings());
        var found = Assert.Single(deck.Findings);
        var mended = deck.With(Assert.Single(found.Edits(Assert.Single(found.Finding.Fixes))));

        Assert.Empty(mended.Findings);
        Assert.Equal(
            ["Each parent is **no larger** than its children", "Its root is the **smallest**", "It is **complete**"],
            Assert.IsType<ExplainContent>(mended.Cards.Single().Content).Concepts.Select(c => c.Text)
        );
    }

    [Theory]
    [InlineData("What are the states of a thread?", 6, "What are")]
    [InlineData("Name the states of a thread", 5, null)]
    [InlineData("Named states", 6, null)]
    public void A_list_to_recall(string prompt, int items, string? found)
    {
        var list = string.Concat(Enumerable.Range(1, items).Select(i => $"- item {i}\n"));
        AssertFound("set-answer", $"### {prompt}\n\n{list}", found);
    }

    [Theory]
    [InlineData("It is currently 5.", "currently")]
    [InlineData("It is currently 5 (2025).", null)]
    [InlineData("It carries the electric current.", null)]
    public void An_answer_that_will_be_outdated(string answer, string? found) =>
        AssertFound("uncovered-source", $"---\nsources: x\n---\n### Q?\n\n{answer}\n", found);

    [Fact]
    public void Other_languages_are_not_judged() =>
        AssertFound("yes-no-prompt", "---\nlang: de\n---\n### Is Java purely object-oriented?\n\nNo.\n", null);

    private static void AssertFound(string rule, string text, string? found)
    {
        var settings = new DeckSettings { Rules = new DeckSettings().Rules.Add(rule, Severity.Warning) };
        var deck = Deck.Parse(text, settings);
        var spans = deck
            .Findings.Where(f => f.Finding.Rule == rule)
            .Select(f => text.Substring(f.Span.Start, f.Span.Length));

        Assert.Equal(found is null ? [] : [found], spans);
    }
}
