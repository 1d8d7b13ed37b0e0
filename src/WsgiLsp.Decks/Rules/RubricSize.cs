using System.Collections.Immutable;
using Markdig.Syntax;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

internal sealed class RubricSize : Rule
{
    private const int Fewest = 2;
    private const int Most = 7;

    public override string Name => "rubric-size";

    public override Severity Severity => Severity.Information;

    public override string Summary => "a rubric with too few or too many concepts, or with one that is not told apart";

    public override string Why =>
        """
            An explanation is graded by how many of its concepts are found. With one concept it is a recall card; beyond seven
            nobody brings them all to mind, and the card is better split. Each concept needs a key term of its own, in bold: a
            concept without one asks for all of its words, and a term that stands in two concepts earns both at once. A line
            without its `>` ends the quote, and what follows is no part of the rubric.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### Explain what a deadlock is

                > [!IMPORTANT]
                > - Threads **wait** for each other, and none goes on
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                """,
            """
                ### Explain how to avoid a deadlock

                > [!IMPORTANT]
                > - Take locks in one **order** everywhere
                > - Give up after some time
                    ^^^^^^^^^^^^^^^^^^^^^^^
                """,
            """
                ### Explain how an index speeds up a query

                > [!IMPORTANT]
                > - It is kept **sorted**
                > - A **sorted** structure can be searched by **halving**
                    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                """,
            """
                ### Explain what a deadlock is

                > [!IMPORTANT]
                 - Each thread **holds** a lock
                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
                > - Each **waits** for a lock that another one has
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### Explain what a deadlock is

                > [!IMPORTANT]
                > - Each thread **holds** a lock
                > - Each **waits** for a lock that another one has
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        if (section.Content is not (null or NoteContent or ChoiceContent))
        {
            CheckQuote(section, report);
        }

        if (section.Content is not ExplainContent)
        {
            return;
        }

        var rubric = section.Body.Rubric;
        if (rubric.Length < Fewest)
        {
            report.Add(
                this,
                rubric[0].Wordings[0],
                "A rubric of one concept is all or nothing. Divide it into concepts, or ask a question with a short answer."
            );
        }
        else if (rubric.Length > Most)
        {
            report.Add(
                this,
                rubric[Most].Wordings[0],
                $"{rubric.Length} concepts are more than one answer holds ({Fewest} to {Most} are good). Split the card."
            );
        }

        CheckTerms(rubric, report);
    }

    /// <summary>Finds items of a rubric that its quote does not hold.</summary>
    private void CheckQuote(ParsedSection section, Report report)
    {
        var source = section.Source;
        for (var i = 0; i + 1 < section.Blocks.Count; i++)
        {
            var (callout, list) = (section.Blocks[i], section.Blocks[i + 1]);
            if (
                list.Syntax is ListBlock
                && list.Lines.First == callout.Lines.End
                && Callout.RoleOf(source, callout) == CalloutRole.Rubric
                && (callout.Lines.End == callout.Lines.First + 1 || !Rubric.Read(source, callout.Syntax!).IsEmpty)
            )
            {
                report.Add(
                    this,
                    Severity.Warning,
                    source.Span(list.Lines with { End = list.Lines.First + 1 }),
                    "The quote ends above this line, so that this is no part of the rubric. Begin the line with '>'.",
                    new Fix("Write '>' before the list", [.. Marks(source, list.Lines)], IsPreferred: true)
                );
            }
        }
    }

    private static IEnumerable<TextEdit> Marks(SectionSource source, LineRange lines)
    {
        for (var i = lines.First; i < lines.End; i++)
        {
            yield return new TextEdit(new TextSpan(source.LineStart(i), 0), "> ");
        }
    }

    private void CheckTerms(ImmutableArray<PlacedConcept> rubric, Report report)
    {
        var hasTerms = rubric.Any(placed => placed.Concept.Wordings.Any(HasTerms));
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var placed in rubric)
        {
            var wordings = placed.Concept.Wordings;
            if (
                hasTerms
                && wordings.IndexOf(wordings.FirstOrDefault(wording => !HasTerms(wording))!) is >= 0 and var bare
            )
            {
                report.Add(
                    this,
                    placed.Wordings[bare],
                    "Nothing here is bold, so an answer needs all of its words. Make the key term bold."
                );
            }

            var terms = wordings.SelectMany(wording => wording.Terms).SelectMany(alternatives => alternatives);
            var own = terms.ToHashSet(StringComparer.OrdinalIgnoreCase);
            if (own.FirstOrDefault(seen.Contains) is { } twice)
            {
                report.Add(
                    this,
                    placed.Wordings[0],
                    $"'{twice}' is a key term of another concept as well, so one word earns both. Choose another term."
                );
            }

            seen.UnionWith(own);
        }
    }

    private static bool HasTerms(ConceptWording wording) => !wording.Terms.IsEmpty;
}
