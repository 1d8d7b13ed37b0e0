using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Rules;

internal sealed class OrderShape : Rule
{
    private const int Fewest = 3;
    private const int Most = 7;

    public override string Name => "order-shape";

    public override Severity Severity => Severity.Warning;

    public override string Summary => "too few or too many items to put in order";

    public override string Why =>
        """
            Two items are in order by chance in one case of two. More than seven are more than one keeps in mind, and a single
            slip makes all of them wrong: ask for parts of the way in cards of their own.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### Put a request's way in order
                <!-- card: kind=order -->

                1. Client
                ^^^^^^^^^
                2. Server
                """,
            """
                ### Put the layers in order
                <!-- card: kind=order -->

                1. Browser
                ^^^^^^^^^^
                2. Resolver
                3. Load balancer
                4. Proxy
                5. Server
                6. Application
                7. Driver
                8. Database
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### Put a request's way in order
                <!-- card: kind=order -->

                1. Client
                2. Proxy
                3. Server
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        if (section.Content is not OrderContent { Items: { Length: < Fewest or > Most } items })
        {
            return;
        }

        var first = section
            .Body.Flow.First(block => block.Syntax is Markdig.Syntax.ListBlock { IsOrdered: true })
            .Lines.First;
        report.Add(
            this,
            section.Source.Span(new LineRange(first, first + 1)),
            items.Length < Fewest
                ? $"{(items.Length == 1 ? "One item is" : "Two items are")} too few to put in order. Give at least {Fewest}."
                : $"{items.Length} items are too many to put in order. Ask for at most {Most} in one card."
        );
    }
}
