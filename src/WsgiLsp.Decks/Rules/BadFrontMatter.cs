using System.Collections.Immutable;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Rules;

internal sealed class BadFrontMatter : Rule
{
    public override string Name => "bad-front-matter";

    public override Severity Severity => Severity.Error;

    public override string Summary => "front matter that is not YAML, or a value of the wrong type";

    public override string Why =>
        """
            The front matter is a YAML mapping. Where it does not parse, what stands before the mistake still counts and the rest
            is ignored, the deck's id perhaps among it. A text with a colon or a bracket in it needs quotes.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ---
                deck: "WSGI
                tags: [wsgi
                ---
                ^^^
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
                report.Add(this, problem.Span, problem.Message);
            }
        }
    }
}
