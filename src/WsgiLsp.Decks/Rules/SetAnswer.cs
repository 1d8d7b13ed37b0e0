using System.Collections.Immutable;
using Markdig.Syntax;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules.English;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

internal sealed class SetAnswer : Rule
{
    private const int Most = 5;

    private static readonly string[] Commands = ["List", "Name", "Enumerate", "Give", "State", "Mention"];

    public override string Name => "set-answer";

    public override Severity Severity => Severity.Information;

    public override bool IsOptIn => true;

    public override bool IsEnglish => true;

    public override string Summary => "a prompt that asks for a list of more than five items";

    public override string Why =>
        """
            An unordered set is the hardest thing to recall: nothing leads from one item to the next, and one that is missing
            fails all. Ask for them in groups with a reason, in an order (`kind=order`), or each by what it is for.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### List the seven layers of the OSI model
                    ^^^^
                - Physical
                - Data link
                - Network
                - Transport
                - Session
                - Presentation
                - Application
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### Name the layers of the OSI model that a router works on

                - Physical
                - Data link
                - Network
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        if (section.Content is not RecallContent)
        {
            return;
        }

        var heading = Question.Heading(section);
        if (Asked(heading) is { } place && Items(section) is > Most and var items)
        {
            report.Add(
                this,
                section.Prompt.Span(place.Start, place.Length),
                $"{items} items are hard to recall at once. Ask for them in smaller groups, in order, or one by one."
            );
        }
    }

    private static TextSpan? Asked(ReadOnlySpan<char> heading)
    {
        var first = Question.FirstWord(heading, Question.Start(heading));
        var word = heading.Slice(first.Start, first.Length);
        foreach (var command in Commands)
        {
            if (word.Equals(command, StringComparison.OrdinalIgnoreCase))
            {
                return first;
            }
        }

        var second = Question.FirstWord(heading, first.End);
        return
            word.Equals("What", StringComparison.OrdinalIgnoreCase)
            && heading.Slice(second.Start, second.Length).Equals("are", StringComparison.OrdinalIgnoreCase)
            ? TextSpan.FromBounds(first.Start, second.End)
            : null;
    }

    private static int Items(ParsedSection section)
    {
        var lists = section.ShownAnswerBlocks.OfType<ListBlock>().ToList();
        return lists.Count == 0 ? 0 : lists.Max(list => list.Count);
    }
}
