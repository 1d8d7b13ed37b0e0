using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using WsgiLsp.Decks.Rules.English;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

/// <summary>Makes a rubric from an answer: a concept of each sentence or list item that has a bold term.</summary>
internal static class RubricDraft
{
    private const int Fewest = 2;
    private const int Most = 7;
    private const int LongestConcept = 200;

    /// <summary>
    /// The edit that puts a rubric below a recall card's answer; null where the answer does not mark from two to seven
    /// key terms, or where what is shown and what is hidden would mix.
    /// </summary>
    public static TextEdit? Insert(ParsedSection section)
    {
        if (section.Zones.PromptEnd > 0 || section.Zones.Answer > 0 || section.IsAnswerHidden)
        {
            return null;
        }

        var concepts = Concepts(section);
        if (concepts.Count is < Fewest or > Most)
        {
            return null;
        }

        var line = section.Source.Text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var rubric = new StringBuilder(line).Append(line).Append("> [!IMPORTANT]");
        foreach (var concept in concepts)
        {
            rubric.Append(line).Append("> - ").Append(concept);
        }

        var end = section.Source.Span(section.Body.Flow[^1].Lines).End;
        return new TextEdit(new TextSpan(end, 0), rubric.ToString());
    }

    private static List<string> Concepts(ParsedSection section)
    {
        var prompt = new PromptWords(section);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var concepts = new List<string>();
        foreach (var paragraph in section.AnswerBlocks.SelectMany(block => Paragraphs(block.Syntax)))
        {
            var bold = paragraph.Inline!.OfType<EmphasisInline>().Where(e => e.DelimiterCount == 2).ToList();
            if (bold.Count == 0)
            {
                continue;
            }

            var text = ParagraphText.Of(section.Source, paragraph).Replace('\n', ' ');
            foreach (var sentence in Sentences.Of(text))
            {
                var concept = text.Substring(sentence.Start, sentence.Length).TrimEnd('.');
                var terms = Terms(concept);
                var isNew = terms.Count > 0 && !terms.Exists(seen.Contains) && !terms.Exists(prompt.Cover);
                if (isNew && concept.Length <= LongestConcept)
                {
                    seen.UnionWith(terms);
                    concepts.Add(concept);
                }
            }
        }

        return concepts;
    }

    private static List<string> Terms(string concept) =>
        MarkdownReader.Read(concept)?.FirstOrDefault() is ParagraphBlock { Inline: { } inline }
            ? [.. inline.OfType<EmphasisInline>().Where(e => e.DelimiterCount == 2).Select(e => Prose.Of(e).Text)]
            : [];

    private static IEnumerable<ParagraphBlock> Paragraphs(Block? block) =>
        block switch
        {
            ParagraphBlock { Inline: not null } paragraph => [paragraph],
            ListBlock list => list.OfType<ListItemBlock>().SelectMany(item => item.OfType<ParagraphBlock>().Take(1)),
            _ => [],
        };
}
