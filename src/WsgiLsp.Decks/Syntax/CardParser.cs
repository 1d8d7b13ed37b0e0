using WsgiLsp.Decks.Model;

namespace WsgiLsp.Decks.Syntax;

/// <summary>Makes a card's content from its parts: which kind it is, and what is prompt, answer and explanation.</summary>
internal sealed class CardParser(SectionSource source, string title, string heading, CardBody body)
{
    private static readonly string[] NoteTitles = ["references", "sources", "further reading", "see also", "contents"];

    private static readonly string[] ExplainWords = ["Explain", "Describe", "Compare", "Why", "How"];

    private readonly OptionList? options = OptionList.Find(source, body.Flow);

    /// <summary>The options, where there are any.</summary>
    public OptionList? Options => options;

    /// <summary>Whether the body has a rubric, used or not.</summary>
    public bool HasRubric => !body.Rubric.IsEmpty;

    /// <summary>The line on which the part to hide begins; null where nothing is to hide.</summary>
    public int? AnswerLine { get; private set; }

    /// <summary>The content.</summary>
    /// <param name="kind">The kind that the author names; one that the body cannot serve counts as none.</param>
    public CardContent Parse(CardKind? kind)
    {
        var trueFalse = TrueFalseAnswer.Read(source, body);
        return kind switch
        {
            CardKind.Note => Note(),
            CardKind.Choice or CardKind.Multi when options is not null => Choice(options, kind == CardKind.Multi),
            CardKind.Explain when !body.Rubric.IsEmpty => Explain(),
            CardKind.TrueFalse when trueFalse is not null => TrueFalse(trueFalse),
            CardKind.Recall => Recall(),
            _ when NoteTitles.Contains(title, StringComparer.OrdinalIgnoreCase) => Note(),
            _ when options is not null => Choice(options, options.Options.Count(o => o.Option.Correct) > 1),
            _ when !body.Rubric.IsEmpty && LooksLikeExplain() => Explain(),
            _ when trueFalse is not null && IsStatement() => TrueFalse(trueFalse),
            _ => Recall(),
        };
    }

    private bool LooksLikeExplain() =>
        body.Rubric.Any(concept => concept.Wordings.Any(wording => !wording.Terms.IsEmpty))
        || ExplainWords.Any(word => BeginsWith(word));

    private bool BeginsWith(string word) =>
        title.StartsWith(word, StringComparison.OrdinalIgnoreCase)
        && (title.Length == word.Length || !char.IsLetterOrDigit(title[word.Length]));

    private bool IsStatement() =>
        !title.Contains('?', StringComparison.Ordinal)
        || title.StartsWith("True or false", StringComparison.OrdinalIgnoreCase);

    private string Prompt(int end) => CardBody.Join([heading, body.Markdown(0, end, int.MaxValue)]);

    private NoteContent Note() =>
        new()
        {
            Title = title,
            Prompt = heading,
            Body = body.Markdown(0, body.Flow.Count, -1),
            Explanation = body.Explanation(""),
        };

    private ChoiceContent Choice(OptionList list, bool isMulti)
    {
        AnswerLine = body.Flow[list.FirstBlock].Lines.First;
        var after = body.Markdown(list.EndBlock, body.Flow.Count, list.FirstBlock);
        return new ChoiceContent
        {
            Title = title,
            Prompt = Prompt(list.FirstBlock),
            IsMulti = isMulti,
            Options = [.. list.Options.Select(o => o.Option)],
            Hints = body.Hints(list.FirstBlock),
            Explanation = body.Explanation(CardBody.Join([list.GluedText, after])),
        };
    }

    private ExplainContent Explain()
    {
        AnswerLine = body.RubricLines.First;
        if (body.Flow.Count > 0)
        {
            AnswerLine = Math.Min(AnswerLine.Value, body.Flow[0].Lines.First);
        }

        return new ExplainContent
        {
            Title = title,
            Prompt = heading,
            Concepts = body.Rubric,
            ModelAnswer = body.Markdown(0, body.Flow.Count, 0),
            Hints = body.Hints(0),
            Explanation = body.Explanation(""),
        };
    }

    private TrueFalseContent TrueFalse(TrueFalseAnswer answer)
    {
        AnswerLine = body.Flow[0].Lines.First;
        return new TrueFalseContent
        {
            Title = title,
            Prompt = heading,
            IsTrue = answer.IsTrue,
            Hints = body.Hints(0),
            Explanation = body.Explanation(CardBody.Join([answer.Rest, body.Markdown(1, body.Flow.Count, 0)])),
        };
    }

    private RecallContent Recall()
    {
        var zones = RecallZones.Divide(source, body.Flow);
        AnswerLine = zones.Answer < body.Flow.Count ? body.Flow[zones.Answer].Lines.First : null;
        return new RecallContent
        {
            Title = title,
            Prompt = Prompt(zones.PromptEnd),
            Body = zones.Hidden ?? body.Markdown(zones.Answer, body.Flow.Count, zones.Answer),
            Hints = body.Hints(zones.Answer),
            Explanation = body.Explanation(zones.After),
        };
    }
}
