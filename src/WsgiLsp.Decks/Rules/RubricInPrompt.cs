using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules.English;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Rules;

internal sealed class RubricInPrompt : Rule
{
    public override string Name => "rubric-in-prompt";

    public override Severity Severity => Severity.Warning;

    public override bool IsEnglish => true;

    public override string Summary => "a concept of a rubric that the prompt already says";

    public override string Why =>
        """
            Words of the prompt earn nothing in an answer, or else repeating the question would be half of the grade. A concept
            whose key terms all stand in the prompt can therefore never be earned. Mark as bold what the learner has to bring.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### Explain what a load balancer does

                > [!IMPORTANT]
                > - A **load balancer** stands in front of the servers
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                > - It **distributes** requests among them
                > - It takes out those that fail a **health check**
                """,
            """
                ### Explain why a cache needs invalidation
                ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                > [!IMPORTANT]
                > - A **cache** keeps **copies**
                > - Without **invalidation** they become **stale**
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### Explain what a load balancer does

                > [!IMPORTANT]
                > - It **distributes** requests among servers
                > - It takes out those that fail a **health check**
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        if (section.Content is not ExplainContent)
        {
            return;
        }

        var prompt = new PromptWords(section);
        var found = false;
        foreach (var concept in section.Body.Rubric)
        {
            if (concept.Concept.Wordings.All(prompt.Cover))
            {
                found = true;
                report.Add(
                    this,
                    concept.Wordings[0],
                    "The prompt already says this, so an answer cannot earn it. "
                        + "Make bold what the learner has to bring, or remove the concept."
                );
            }
        }

        if (!found && IsHalfGiven(section, prompt))
        {
            report.Add(
                this,
                section.Heading,
                "The prompt says half of its rubric's key terms or more. Ask without them, or make other words bold."
            );
        }
    }

    private static bool IsHalfGiven(ParsedSection section, PromptWords prompt)
    {
        var terms = 0;
        var given = 0;
        foreach (var concept in section.Body.Rubric)
        {
            foreach (var term in concept.Concept.Wordings.SelectMany(wording => wording.Terms))
            {
                terms++;
                given += term.All(prompt.Cover) ? 1 : 0;
            }
        }

        return given > 1 && given * 2 >= terms;
    }
}
