using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules.English;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Rules;

internal sealed class MissingRubric : Rule
{
    private static readonly string[] Words = ["Explain", "Describe", "Compare"];

    public override string Name => "missing-rubric";

    public override Severity Severity => Severity.Hint;

    public override bool IsEnglish => true;

    public override string Summary => "a prompt that asks for an explanation, without a rubric";

    public override string Why =>
        """
            Whoever grades their own explanation finds it good. A rubric says what a full answer mentions, so that the grade is
            "3 of 4 concepts" and the missing one comes back: `> [!IMPORTANT]` with a list, one concept an item, key terms in
            bold. `kind=recall` says that the card is meant to be without one.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### Explain what a transaction guarantees
                    ^^^^^^^
                It is **atomic**: all of it happens, or nothing does. Once committed it is **durable**.
                """,
            """
                ### 3. Describe a hash table
                       ^^^^^^^^
                An array, with a function that tells from the key in which slot to look.
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### Explain what a transaction guarantees

                > [!IMPORTANT]
                > - It is **atomic**: all of it happens, or nothing does
                > - Once committed it is **durable**
                """,
            """
                ### Describe a hash table in one sentence
                <!-- card: kind=recall -->

                An array, with a function that tells from the key in which slot to look.
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        if (
            section.Content is not RecallContent { Body.Length: > 0 }
            || (section.Metadata.Kind ?? section.Context.InheritedKind) is not null
        )
        {
            return;
        }

        var heading = Question.Heading(section);
        var first = Question.FirstWord(heading, Question.Start(heading));
        if (!AsksToExplain(heading.Slice(first.Start, first.Length)) || !English.Words.AnyIn(heading[first.End..]))
        {
            return;
        }

        var place = section.Prompt.Span(first.Start, first.Length);
        const string Message =
            "An explanation is graded best by its concepts. List them below: '> [!IMPORTANT]', one concept an item, "
            + "its key term in bold.";
        if (RubricDraft.Insert(section) is { } edit)
        {
            report.Add(this, place, Message, new Fix("Insert a rubric from the bold terms", [edit], IsPreferred: true));
        }
        else
        {
            report.Add(this, place, Message);
        }
    }

    private static bool AsksToExplain(ReadOnlySpan<char> word)
    {
        foreach (var one in Words)
        {
            if (word.Equals(one, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
