using System.Collections.Immutable;
using Markdig.Syntax;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Decks.Syntax;

/// <summary>Makes a card's content from its parts: which kind it is, and what is prompt, answer and explanation.</summary>
/// <param name="source">The section.</param>
/// <param name="title">The heading as plain text.</param>
/// <param name="heading">The heading as Markdown.</param>
/// <param name="body">What stands below the heading.</param>
/// <param name="marks">Which marks make a blank.</param>
internal sealed class CardParser(SectionSource source, string title, string heading, CardBody body, ClozeMarks marks)
{
    private static readonly string[] NoteTitles = ["references", "sources", "further reading", "see also", "contents"];

    private static readonly string[] ExplainWords = ["Explain", "Describe", "Compare", "Why", "How"];

    private readonly OptionList? options = OptionList.Find(source, body.Flow);

    /// <summary>The options, where there are any.</summary>
    public OptionList? Options => options;

    /// <summary>Whether the body has a rubric, used or not.</summary>
    public bool HasRubric => !body.Rubric.IsEmpty;

    /// <summary>Which blocks of the body are what.</summary>
    public CardZones Zones { get; private set; }

    /// <summary>The heading as plain text without its blanks; null where it has none.</summary>
    public string? TitleWithoutBlanks { get; private set; }

    /// <summary>The line on which the part to hide begins; null where nothing is to hide.</summary>
    public int? AnswerLine { get; private set; }

    /// <summary>The content.</summary>
    /// <param name="kind">The kind that the author names; one that the body cannot serve counts as none.</param>
    public CardContent Parse(CardKind? kind) => (kind is { } named ? Serve(named) : null) ?? Infer();

    private CardContent? Serve(CardKind kind) =>
        kind switch
        {
            CardKind.Recall => Recall(),
            CardKind.Choice or CardKind.Multi => options is null ? null : Choice(options, kind == CardKind.Multi),
            CardKind.TrueFalse => TrueFalseAnswer.Read(source, body) is { } answer ? TrueFalse(answer) : null,
            CardKind.Explain => body.Rubric.IsEmpty ? null : Explain(),
            CardKind.Cloze => Cloze(marks | ClozeMarks.Everywhere),
            CardKind.Typed => Typed(),
            CardKind.Order => Order(),
            CardKind.Match => Match(),
            CardKind.Note => Note(),
            _ => null,
        };

    private CardContent Infer()
    {
        if (NoteTitles.Contains(title, StringComparer.OrdinalIgnoreCase))
        {
            return Note();
        }

        if (options is not null)
        {
            return Choice(options, options.Options.Count(o => o.Option.Correct) > 1);
        }

        if (!body.Rubric.IsEmpty && LooksLikeExplain())
        {
            return Explain();
        }

        if (Cloze(marks) is { } cloze)
        {
            return cloze;
        }

        return IsStatement() && TrueFalseAnswer.Read(source, body) is { } answer ? TrueFalse(answer) : Recall();
    }

    private bool LooksLikeExplain() =>
        body.Rubric.Any(placed => placed.Concept.Wordings.Any(wording => !wording.Terms.IsEmpty))
        || ExplainWords.Any(word => BeginsWith(word));

    private bool BeginsWith(string word) =>
        title.StartsWith(word, StringComparison.OrdinalIgnoreCase)
        && (title.Length == word.Length || !char.IsLetterOrDigit(title[word.Length]));

    private bool IsStatement() =>
        !title.Contains('?', StringComparison.Ordinal)
        || title.StartsWith("True or false", StringComparison.OrdinalIgnoreCase);

    private string Prompt() => CardBody.Join([heading, body.Markdown(0, Zones.PromptEnd, int.MaxValue)]);

    /// <summary>The text after the answer's blocks.</summary>
    private string Rest() => body.Markdown(Zones.AnswerEnd, body.Flow.Count, Zones.Answer);

    private void Divide(int promptEnd, int answer, int answerEnd)
    {
        Zones = new CardZones(promptEnd, answer, answerEnd);
        AnswerLine = answer < body.Flow.Count ? body.Flow[answer].Lines.First : null;
    }

    /// <summary>Makes one block the answer; what stands before it goes on with the prompt, up to a separator.</summary>
    private RecallZones DivideAt(int block)
    {
        var zones = RecallZones.Divide(source, body.Flow);
        var isParted = (zones.Answer > 0 || zones.Hidden is not null) && zones.Answer <= block;
        Divide(isParted ? zones.PromptEnd : block, block, block + 1);
        return isParted ? zones : zones with { Hidden = null };
    }

    private string Explanation(RecallZones zones) => body.Explanation(zones.Hidden is null ? Rest() : zones.After);

    private NoteContent Note()
    {
        Divide(0, 0, body.Flow.Count);
        AnswerLine = null;
        return new NoteContent
        {
            Title = title,
            Prompt = heading,
            Body = body.Markdown(0, body.Flow.Count, -1),
            Explanation = body.Explanation(""),
        };
    }

    private ChoiceContent Choice(OptionList list, bool isMulti)
    {
        Divide(list.FirstBlock, list.FirstBlock, list.EndBlock);
        return new ChoiceContent
        {
            Title = title,
            Prompt = Prompt(),
            IsMulti = isMulti,
            Options = [.. list.Options.Select(o => o.Option)],
            Hints = body.Hints(list.FirstBlock),
            Explanation = body.Explanation(CardBody.Join([list.GluedText, Rest()])),
        };
    }

    private ExplainContent Explain()
    {
        Divide(0, 0, body.Flow.Count);
        AnswerLine = Math.Min(AnswerLine ?? int.MaxValue, body.RubricLines.First);
        return new ExplainContent
        {
            Title = title,
            Prompt = heading,
            Concepts = [.. body.Rubric.Select(placed => placed.Concept)],
            ModelAnswer = body.Markdown(0, body.Flow.Count, 0),
            Hints = body.Hints(0),
            Explanation = body.Explanation(""),
        };
    }

    private TrueFalseContent TrueFalse(TrueFalseAnswer answer)
    {
        Divide(0, 0, 1);
        return new TrueFalseContent
        {
            Title = title,
            Prompt = heading,
            IsTrue = answer.IsTrue,
            Hints = body.Hints(0),
            Explanation = body.Explanation(CardBody.Join([answer.Rest, Rest()])),
        };
    }

    private RecallContent Recall()
    {
        var zones = RecallZones.Divide(source, body.Flow);
        Divide(zones.PromptEnd, zones.Answer, body.Flow.Count);
        return new RecallContent
        {
            Title = title,
            Prompt = Prompt(),
            Body = zones.Hidden ?? body.Markdown(zones.Answer, body.Flow.Count, zones.Answer),
            Hints = body.Hints(zones.Answer),
            Explanation = body.Explanation(zones.After),
        };
    }

    private ClozeContent? Cloze(ClozeMarks wanted)
    {
        if (!ClozeScanner.MayHave(source.Text, wanted))
        {
            return null;
        }

        // What follows the last blank explains; what stands before it is needed to fill the blanks.
        var end = body.Flow.FindLastIndex(block => HasCloze(block, wanted)) + 1;
        var text = CardBody.Join([heading, body.Markdown(0, end, int.MaxValue)]);
        var clozes = ClozeScanner.Find(text, wanted);
        if (clozes.IsEmpty)
        {
            return null;
        }

        var shown = title;
        var inHeading = ClozeScanner.Find(heading, wanted);
        if (!inHeading.IsEmpty)
        {
            shown = Plain(ClozeContent.Fill(heading, inHeading, _ => true));
            TitleWithoutBlanks = Plain(ClozeContent.Remove(heading, inHeading));
        }

        Divide(end, Math.Max(0, body.Flow.FindIndex(block => HasCloze(block, wanted))), end);
        return new ClozeContent
        {
            Title = shown,
            Prompt = ClozeContent.Fill(text, clozes, _ => true),
            Text = text,
            Clozes = clozes,
            Hints = body.Hints(end),
            Explanation = body.Explanation(Rest()),
        };
    }

    private bool HasCloze(BodyBlock block, ClozeMarks wanted) =>
        wanted.HasFlag(ClozeMarks.Everywhere)
            ? !ClozeScanner.Find(source.Markdown(block.Lines), wanted).IsEmpty
            : block.Syntax is not null && !ClozeScanner.Find(source.Text, [block.Syntax], wanted).IsEmpty;

    private static string Plain(string markdown) =>
        Prose.Of((Block?)MarkdownReader.Read("# " + markdown.Replace('\n', ' '))).Text;

    private TypedContent? Typed()
    {
        var zones = RecallZones.Divide(source, body.Flow);
        var flow = zones.Hidden is null
            ? body.Flow.Skip(zones.Answer).Select(block => block.Syntax)
            : Hidden(zones.Hidden);
        var paragraph = flow.OfType<ParagraphBlock>().FirstOrDefault();
        var accepted = CodeSpans.In(paragraph?.Inline);
        if (accepted.IsEmpty)
        {
            return null;
        }

        var block = body.Flow.FindIndex(b => ReferenceEquals(b.Syntax, paragraph));
        if (block < 0)
        {
            Divide(zones.PromptEnd, zones.Answer, body.Flow.Count);
        }
        else
        {
            zones = DivideAt(block);
        }

        return new TypedContent
        {
            Title = title,
            Prompt = Prompt(),
            Accepted = accepted,
            Body = zones.Hidden ?? source.Markdown(body.Flow[block].Lines),
            Hints = body.Hints(Zones.Answer),
            Explanation = Explanation(zones),
        };
    }

    private static IEnumerable<Block?> Hidden(string text) => MarkdownReader.Read(text) ?? Enumerable.Empty<Block?>();

    private OrderContent? Order()
    {
        var block = body.Flow.FindIndex(b => b.Syntax is ListBlock { IsOrdered: true });
        if (block < 0)
        {
            return null;
        }

        var zones = DivideAt(block);
        return new OrderContent
        {
            Title = title,
            Prompt = Prompt(),
            Items = ListItemText.Of(source, body.Flow[block]),
            Body = source.Markdown(body.Flow[block].Lines),
            Hints = body.Hints(block),
            Explanation = Explanation(zones),
        };
    }

    private MatchContent? Match()
    {
        for (var block = 0; block < body.Flow.Count; block++)
        {
            if (PipeTable.Read(source, body.Flow[block]) is not { Columns: 2, Rows.IsEmpty: false } table)
            {
                continue;
            }

            var zones = DivideAt(block);
            return new MatchContent
            {
                Title = title,
                Prompt = CardBody.Join([Prompt(), Before(table, block)]),
                Titles = PipeTable.Pair(source, table.Header),
                Pairs = [.. table.Rows.Select(row => PipeTable.Pair(source, row))],
                Body = source.Markdown(table.Lines),
                Hints = body.Hints(block),
                Explanation = Explanation(zones),
            };
        }

        return null;
    }

    /// <summary>Lines of a paragraph that a table follows without a blank line.</summary>
    private string Before(PipeTable table, int block) =>
        source.Markdown(body.Flow[block].Lines with { End = table.Lines.First });
}
