using System.Text;

namespace StartProfile;

/// <summary>A deck that is large enough to be read on all cores, with some of everything that is found in decks.</summary>
internal static class LargeDeck
{
    private const int Groups = 120;

    public static string Text { get; } = Make();

    private static string Make()
    {
        var text = new StringBuilder("---\ntitle: Large\ntags: [one, two]\n---\n\n# Large\n");
        for (var i = 0; i < Groups; i++)
        {
            text.Append(
                $"""

                # Group {i}

                ## What is {i}?
                <!-- card: id=c{i} level=2 tags=a,b -->

                It is **{i}**, see [another](#what-is-{i / 2}) and [none](#nothing-{i}).

                ## Which of these is {i}?

                - [ ] Only {i + 1}
                - [x] `{i}` and \u00e9 \u2014 \U0001F9E0
                - [ ] All of the above
                - [{(i % 9 == 0 ? "x" : " ")}] Not *{i + 2}*

                > [!TIP]
                > Count.

                ## Explain {i / 4}

                > [!IMPORTANT]
                > - It is **one more** than {i - 1}
                > - It is less than $x_{i}$

                ## {i} is {(i % 7 == 0 ? "" : "{{a number}}")} here

                ```python
                print({i})
                ```

                | a | b |
                |---|---|
                | {i} | two |

                <details><summary>More</summary>

                1. First
                2. Second
                   - Inside

                </details>

                """
            );
        }

        return text.ToString().ReplaceLineEndings("\n");
    }
}
