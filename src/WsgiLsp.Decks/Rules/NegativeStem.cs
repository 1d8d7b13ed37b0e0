using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules.English;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

internal sealed class NegativeStem : Rule
{
    public override string Name => "negative-stem";

    public override Severity Severity => Severity.Warning;

    public override bool IsEnglish => true;

    public override string Summary => "a question for what is not, whose 'not' is easily overlooked";

    public override string Why =>
        """
            Readers look for what is true, and miss a *not* in the middle of the line: they answer wrongly what they know. Ask
            straight on where you can. Where you cannot, let the word be seen: `**not**` or NOT
            (Haladyna, Downing & Rodriguez 2002, guideline 17).

            Only the question itself is judged, in choice and true-false cards: not clauses after *if*, *when* or *that*, and not
            what stands in parentheses or in code.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ### Which of these is not a WSGI server?
                                      ^^^
                - [ ] Gunicorn
                - [ ] uWSGI
                - [x] Jinja
                """,
            """
                ### All of these are HTTP methods except:
                                                  ^^^^^^
                - [ ] GET
                - [x] FETCH
                - [ ] PUT
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ### Which of these is **not** a WSGI server?

                - [ ] Gunicorn
                - [ ] uWSGI
                - [x] Jinja
                """,
            """
                ### What happens if a worker does not answer in time?

                - [x] The master kills it
                - [ ] The client gets a redirect
                - [ ] Nginx takes over
                """,
            """
                ### Which status says that at least one header is missing or not valid?

                - [x] 400
                - [ ] 302
                - [ ] 500
                """,
        ];

    public override void Check(ParsedSection section, Report report)
    {
        if (
            section.Content is not (ChoiceContent or TrueFalseContent)
            || Negation.Find(section.Prompt) is not { } place
            || IsEmphasised(section, place)
        )
        {
            return;
        }

        var word = section.Prompt.Text.Substring(place.Start, place.Length);
        var span = section.Prompt.Span(place.Start, place.Length);
        var isPlain = section.Source.Text.AsSpan(span.Start, span.Length).SequenceEqual(word);
        ReadOnlySpan<Fix> fixes = isPlain
            ? [new Fix($"Write **{word}**", [new TextEdit(span, $"**{word}**")], IsPreferred: true, IsSafe: true)]
            : [];
        report.Add(
            this,
            span,
            $"This asks for what does not hold, and '{word}' is easily overlooked. Ask straight on, or write **{word}**.",
            fixes
        );
    }

    private static bool IsEmphasised(ParsedSection section, TextSpan place)
    {
        var word = section.Prompt.Text.AsSpan(place.Start, place.Length);
        var isCapital = !word.ContainsAnyInRange('a', 'z');
        var style = section.Prompt.StyleAt(place.Start);
        var before = section.Prompt.Span(place.Start, 1).Start - 1;
        return isCapital
            || (style & (ProseStyle.Strong | ProseStyle.Emphasis)) != ProseStyle.None
            || (before >= 0 && section.Source.Text[before] == '>');
    }
}
