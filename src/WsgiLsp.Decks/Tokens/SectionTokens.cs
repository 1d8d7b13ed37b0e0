using System.Collections.Immutable;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Names;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Tokens;

/// <summary>The tokens of one section, counted from its start. The section is read once more for them: no tree is kept.</summary>
internal static class SectionTokens
{
    private const int MarkLength = 2;

    /// <summary>The tokens in ascending order, on one line each, without overlap; none for the preamble.</summary>
    public static ImmutableArray<DeckToken> Of(Section section)
    {
        var tokens = new TokenList(section.Text);
        AddLinks(tokens, section);
        if (section.Context.Role == SectionRole.Preamble)
        {
            return tokens.Arrange();
        }

        var parsed = SectionParser.Read(section.Text, section.Level, section.Context);
        AddComment(tokens, section);
        AddAttributes(tokens, section);
        AddBlanks(tokens, parsed);
        AddCallouts(tokens, parsed);
        foreach (var option in parsed.Options?.Options ?? [])
        {
            tokens.Add(option.Box.Span, option.Box.IsTicked ? DeckTokenKind.KeyBox : DeckTokenKind.Box);
        }

        if (section.Content is ExplainContent)
        {
            AddConcepts(tokens, parsed);
        }

        return tokens.Arrange();
    }

    private static void AddLinks(TokenList tokens, Section section)
    {
        // What leads to a whole file is a link like any other.
        foreach (var link in section.Links.Where(link => link is { IsImage: false, HasOwnAddress: true }))
        {
            if (link.Target.Fragment.Length > 0)
            {
                tokens.Add(link.Span, DeckTokenKind.Reference);
            }
        }
    }

    private static void AddComment(TokenList tokens, Section section)
    {
        if (section.OwnComment is not { } comment)
        {
            return;
        }

        tokens.Add(comment.WordSpan, DeckTokenKind.CommentWord);
        foreach (var entry in comment.Entries.Where(entry => MetadataKeys.All.Contains(entry.Key)))
        {
            tokens.Add(entry.KeySpan, DeckTokenKind.Key);
            AddValue(tokens, section.Text, entry);
        }
    }

    private static void AddValue(TokenList tokens, string text, MetadataEntry entry)
    {
        if (!MetadataKeys.Counts(entry))
        {
            // What is not understood looks so.
            return;
        }

        switch (entry.Key)
        {
            case "tags":
                tokens.AddAll(MetadataKeys.Items(text, entry), DeckTokenKind.Tag);
                break;
            case "requires":
                tokens.AddAll(MetadataKeys.Items(text, entry), DeckTokenKind.Reference);
                break;
            case "ignore":
                tokens.AddAll(MetadataKeys.Items(text, entry), DeckTokenKind.Rule);
                break;
            case "id":
                tokens.Add(entry.ValueSpan, DeckTokenKind.Id);
                break;
            case "tol":
                tokens.Add(entry.ValueSpan, DeckTokenKind.Number);
                break;
            default:
                tokens.Add(entry.ValueSpan, DeckTokenKind.Word);
                break;
        }
    }

    private static void AddAttributes(TokenList tokens, Section section)
    {
        if (section.Attributes is not { } attributes)
        {
            return;
        }

        // Several classes are one entry there, whose parts stand wherever.
        tokens.AddAll(MetadataWords.Tags(section).Where(tag => IsInside(tag.Span)), DeckTokenKind.Tag);
        foreach (var entry in attributes.Entries.Where(entry => entry.Key != "tags"))
        {
            if (entry.KeySpan.Length > 1)
            {
                tokens.Add(entry.KeySpan, DeckTokenKind.Key);
            }

            AddValue(tokens, section.Text, entry);
        }

        bool IsInside(TextSpan span) => span.Start >= attributes.Span.Start && span.End <= attributes.Span.End;
    }

    private static void AddBlanks(TokenList tokens, ParsedSection parsed)
    {
        if (parsed.Content is not ClozeContent)
        {
            return;
        }

        var text = parsed.Source.Text;
        foreach (var blank in ClozePlaces.Of(parsed))
        {
            var inside = text.AsSpan(blank.Start + MarkLength, blank.Length - (2 * MarkLength));
            var number = inside.StartsWith(blank.Answer, StringComparison.Ordinal)
                ? 0
                : Math.Max(inside.IndexOf(blank.Answer, StringComparison.Ordinal), 0);
            var answer = new TextSpan(blank.Start + MarkLength + number, blank.Answer.Length);
            var end = blank.Start + blank.Length - MarkLength;
            tokens.Add(TextSpan.FromBounds(blank.Start, answer.Start), DeckTokenKind.BlankMark);
            tokens.Add(answer, DeckTokenKind.Blank);
            if (end - answer.End > MarkLength)
            {
                tokens.Add(new TextSpan(answer.End, MarkLength), DeckTokenKind.BlankMark);
                tokens.Add(TextSpan.FromBounds(answer.End + MarkLength, end), DeckTokenKind.BlankHint);
            }

            tokens.Add(new TextSpan(end, MarkLength), DeckTokenKind.BlankMark);
        }
    }

    private static void AddCallouts(TokenList tokens, ParsedSection parsed)
    {
        foreach (var block in parsed.Blocks)
        {
            if (
                Callout.MarkOf(parsed.Source, block) is { HasTitle: false } mark
                && Callout.NameOf(mark.Name) is not null
            )
            {
                tokens.Add(mark.Span, DeckTokenKind.Callout);
            }
        }
    }

    private static void AddConcepts(TokenList tokens, ParsedSection parsed)
    {
        var wordings = parsed
            .Body.Rubric.SelectMany(concept => concept.Wordings)
            .Select(wording => wording.Start)
            .ToHashSet();
        var rubric = parsed.Blocks.FirstOrDefault(block => block.Lines == parsed.Body.RubricLines);
        var terms = ((rubric?.Syntax as ContainerBlock)?.Descendants<ParagraphBlock>() ?? [])
            .Where(paragraph => wordings.Contains(paragraph.Span.Start))
            .SelectMany(paragraph => paragraph.Inline ?? Enumerable.Empty<Inline>())
            .OfType<EmphasisInline>()
            .Where(bold => bold.DelimiterCount == MarkLength && bold.Span.Length > 2 * MarkLength);
        foreach (var bold in terms)
        {
            var inside = new TextSpan(bold.Span.Start + MarkLength, bold.Span.Length - (2 * MarkLength));

            // Over two lines, the mark of the quote stands between.
            if (parsed.Source.Text.AsSpan(inside.Start, inside.Length).IndexOfAny('\r', '\n') < 0)
            {
                tokens.Add(inside, DeckTokenKind.Concept);
            }
        }
    }
}
