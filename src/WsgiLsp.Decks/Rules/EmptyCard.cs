using System.Collections.Immutable;
using System.Text.RegularExpressions;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Refactorings;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

internal sealed partial class EmptyCard : Rule
{
    public override string Name => "empty-card";

    public override Severity Severity => Severity.Error;

    public override string Summary => "a card without an answer";

    public override string Why =>
        """
            The last heading of its branch is a card, and a card needs an answer: a body, options, or a rubric. A placeholder
            such as `TODO`, or what splitting a card put there, is none. Write the answer, make the section a note that is never
            asked, or remove it. A question or a hint that an action left for you to write is told as well.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### What is a worker?
                ^^^^^^^^^^^^^^^^^^^^^
                ### What is a master?

                The process that starts the workers.
                """,
            """
                ### What is a worker?

                TODO
                ^^^^
                """,
            """
                ### What is a worker?
                ^^^^^^^^^^^^^^^^^^^^^
                <details><summary>Answer</summary>

                </details>
                """,
            """
                ### What is a worker?

                > [!TIP]
                > What helps to remember it
                  ^^^^^^^^^^^^^^^^^^^^^^^^^

                A process that answers requests.
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### What is a worker?

                A process that answers requests.
                """,
            """
                ### What is a worker?

                A process that answers requests.

                ### Changes since last year
                <!-- card: kind=note -->
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        if (section.Content is { } content && section.Metadata.Suspend != true)
        {
            CheckLeft(section, content, report);
            CheckLeftParts(section, report);
        }

        if (section.Content is OrderContent { Items: var items } && items.All(item => item.Length == 0))
        {
            Add(section, isPlaceholder: false, report);
            return;
        }

        // An answer that a comment hides is there, and another rule tells of the comment.
        if (section.Content is not (RecallContent or ExplainContent) || section.UnclosedComments.Any())
        {
            return;
        }

        // What splitting a card left is told once the card is to be asked.
        var isPlaceholder =
            Placeholder().IsMatch(section.Content.Answer)
            || (section.Content.Answer == CardRefactorings.SecondAnswer && section.Metadata.Suspend != true);
        var hasRubric = section.Content is ExplainContent { Concepts.IsEmpty: false };
        if ((section.Content.Answer.Length > 0 && !isPlaceholder) || hasRubric)
        {
            return;
        }

        Add(section, isPlaceholder, report);
    }

    /// <summary>Question and hints that nobody wrote since an action put their places there.</summary>
    private void CheckLeft(ParsedSection section, CardContent content, Report report)
    {
        if (
            content.Title.StartsWith(CardRefactorings.SecondQuestion, StringComparison.Ordinal)
            && IsLeftQuestion(content)
        )
        {
            report.Add(
                this,
                Severity.Warning,
                section.Heading,
                $"'{content.Title}' is not a question yet. Write it, or remove the card."
            );
        }

        foreach (var hint in section.Hints.Where(hint => hint.Text.Trim() == CardRefactorings.Hint))
        {
            report.Add(
                this,
                Severity.Information,
                hint.Span(
                    hint.Text.IndexOf(CardRefactorings.Hint, StringComparison.Ordinal),
                    CardRefactorings.Hint.Length
                ),
                $"'{CardRefactorings.Hint}' is not a hint yet. Write it, or remove it."
            );
        }
    }

    /// <summary>Wrong options and concepts that nobody wrote since an action put their places there.</summary>
    private void CheckLeftParts(ParsedSection section, Report report)
    {
        var options = (section.Options?.Options ?? [])
            .Where(one => !one.Option.Correct && KindRefactorings.WrongAnswers.Contains(one.Option.Text))
            .Select(one => (one.Span, Text: one.Option.Text, What: "an option"));
        var concepts = section
            .Body.Rubric.Where(one => one.Concept.Text == $"**{KindRefactorings.Concept}**")
            .Select(one => (Span: one.Wordings[0], Text: KindRefactorings.Concept, What: "a concept"));
        foreach (var (span, text, what) in options.Concat(concepts))
        {
            report.Add(this, Severity.Information, span, $"'{text}' is not {what} yet. Write it, or remove it.");
        }
    }

    private static bool IsLeftQuestion(CardContent content) =>
        content.Title.AsSpan(CardRefactorings.SecondQuestion.Length) is "" or [' ', '(', .., ')'];

    private void Add(ParsedSection section, bool isPlaceholder, Report report)
    {
        var answer = section.Content!.Answer;
        var at = isPlaceholder
            ? section.Source.Text.IndexOf(answer, section.BodySpan.Start, StringComparison.Ordinal)
            : -1;
        report.Add(
            this,
            at < 0 ? section.Heading : new TextSpan(at, answer.Length),
            isPlaceholder
                ? $"'{answer}' is not an answer yet. Write it, or make this a note."
                : "This card has no answer. Write one below the heading, or make it a note that is never asked.",
            new Fix("Make it a note: kind=note", [MetadataFix.Set(section, "kind", "note")], IsPreferred: true),
            Removal(section.Source.Text)
        );
    }

    /// <summary>The fix that removes a card. A blank line is left where the texts around would else become one paragraph.</summary>
    private static Fix Removal(string text)
    {
        var body = text.AsSpan().TrimEnd();
        var isParted = LineEnd.Next(text, LineEnd.Next(text, body.Length)) > LineEnd.Next(text, body.Length);
        var end = isParted ? text.Length : LineEnd.Trim(text).Length;
        return new Fix("Remove the card", [new TextEdit(new TextSpan(0, end), "")]);
    }

    [GeneratedRegex(
        @"^[*_`\[(]{0,2}(TODO|TBD|TBA|FIXME|XXX|\?{2,}|\.{3,}|…)\b?[*_`\]).:]{0,3}$",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Placeholder();
}
