using System.Collections.Immutable;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Rules;

internal sealed class BadFrontMatter : Rule
{
    public override string Name => "bad-front-matter";

    public override Severity Severity => Severity.Error;

    public override string Summary =>
        "front matter that is not YAML or not between lines `---`, or a value of the wrong type";

    public override string Why =>
        """
            The front matter is a YAML mapping. Where it does not parse, what stands before the mistake still counts and the rest
            is ignored, the deck's id perhaps among it. A text with a colon or a bracket in it needs quotes. Front matter begins
            on the first line, with `---`, and ends with `---`; without these lines its keys are text.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ---
                id: servers
                deck: "WSGI
                      ^^^^^
                ---
                ### What is a worker?

                A process.
                """,
            """
                ---
                minutes: soon
                         ^^^^
                card-level: 9
                            ^
                ---
                ### What is a worker?

                A process.
                """,
            """
                ---
                id: git
                deck: Git: the basics
                      ^^^^^^^^^^^^^^^
                ---
                ### What is a tag?

                A name for a commit.
                """,
            """
                ---
                ^^^
                deck: Git
                id: git

                ### What is a tag?

                A name for a commit.
                """,
            """
                ----
                ^^^^
                deck: Git
                id: git
                ---
                ### What is a tag?

                A name for a commit.
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ---
                deck: "WSGI: servers"
                minutes: 5
                card-level: 3
                ---
                ### What is a worker?

                A process.
                """,
        ];

    public override void Check(FrontMatterSource frontMatter, Report report)
    {
        foreach (var problem in frontMatter.Problems)
        {
            if (problem.IsBroken)
            {
                report.Add(this, problem.Span, problem.Message, [.. problem.Fixes]);
            }
        }
    }
}
