using System.Collections.Immutable;
using System.Text.RegularExpressions;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

internal sealed partial class UncoveredSource : Rule
{
    public override string Name => "uncovered-source";

    public override Severity Severity => Severity.Information;

    public override bool IsOptIn => true;

    public override bool IsEnglish => true;

    public override string Summary =>
        "a deck that names no sources, or an answer that will be outdated without saying since when";

    public override string Why =>
        """
            A fact that nobody can look up cannot be corrected. List the pages that the deck rests on under `sources` in the
            front matter. Where an answer says "currently" or "the latest", add the year, so that a later reader knows how far
            to trust it.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                # Git
                ^^^^^
                ### Which hash does Git use by default?

                SHA-1.
                """,
            """
                ---
                sources: https://git-scm.com/docs
                ---
                ### Which hash does Git use by default?

                It is currently SHA-1.
                      ^^^^^^^^^
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ---
                sources: https://git-scm.com/docs
                ---
                ### Which hash does Git use by default?

                As of 2024 it is currently SHA-1.
                """,
        ];

    public override void Check(Deck deck, DeckReport report)
    {
        if (!deck.FrontMatter.Sources.IsEmpty || !deck.Cards.Any())
        {
            return;
        }

        var section = deck.FrontMatterSource.Place.Exists ? 0 : 1;
        var span =
            section == 0
                ? new TextSpan(0, deck.Text.GetLine(0).Length)
                : deck.Section(1).Heading.Shift(-deck.StartOf(1).Offset);
        report.Add(
            this,
            section,
            span,
            "This deck names no sources. List the pages that it rests on under 'sources' in the front matter."
        );
    }

    public override void Check(ParsedSection section, Report report)
    {
        if (section.Content is null or NoteContent)
        {
            return;
        }

        foreach (var text in Answers(section))
        {
            if (Volatile().Match(text.Text) is not { Success: true } match || Year().IsMatch(text.Text))
            {
                continue;
            }

            report.Add(
                this,
                section.IsAnswerHidden ? section.Heading : text.Span(match.Index, match.Length),
                $"'{match.Value}' will not hold for ever. Say as of when: name the year."
            );
            return;
        }
    }

    private static IEnumerable<Prose> Answers(ParsedSection section) =>
        section.Content is ChoiceContent
            ? section.Options!.Options.Where(o => o.Option.Correct).Select(o => o.Prose)
            : [section.ShownAnswer];

    [GeneratedRegex(
        @"\b(currently|nowadays|at present|at the moment|as of now|these days|the (latest|newest|most recent|current) (version|release|edition|standard)|recently)\b",
        RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Volatile();

    [GeneratedRegex(@"\b(19|20)[0-9]{2}\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Year();
}
