using WsgiLsp.Decks.Model;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Features.FoldingRanges;
using WsgiLsp.Server.Tests.Support;

namespace WsgiLsp.Server.Tests.Features;

public class FoldingRangeTests
{
    [Theory]
    [InlineData("## A?\n\nB.\n\nC.\n\n## D?\n\nE.\n", "0-4 region 1-4 6-8 region 7-8")]
    [InlineData("## A?\nB.\n", "region 0-1")]
    [InlineData("## A?\n<!-- card: id=x -->\n\nB.\n", "0-3 region 2-3")]
    [InlineData("# T\n\n## G\n\n### A?\n\nB.\n", "0-6 2-6 4-6 region 5-6")]
    [InlineData("## A?\n", "")]
    [InlineData("", "")]
    public void Sections_and_answers_can_be_folded(string text, string expected) =>
        Assert.Equal(
            expected,
            string.Join(' ', Of(text).Select(f => $"{f.Kind} {f.StartLine}-{f.EndLine}".TrimStart()))
        );

    [Fact]
    public void The_folded_answer_is_named_where_the_client_shows_that()
    {
        var client = new ClientCapabilities(
            TextDocument: new(FoldingRange: new(FoldingRange: new(CollapsedText: true)))
        );
        Assert.Equal([null, "answer"], Of("## A?\n\nB.\n", client).Select(f => f.CollapsedText));
        Assert.All(Of("## A?\n\nB.\n"), f => Assert.Null(f.CollapsedText));
    }

    [Fact]
    public void To_fold_all_regions_hides_every_answer_of_a_real_deck() => CheckHides(Repository.FirstDeck);

    [Fact]
    public void To_fold_all_regions_hides_every_answer_with_other_line_ends() =>
        CheckHides(Repository.FirstDeck.Replace("\n", "\r\n", StringComparison.Ordinal));

    [Theory]
    [InlineData("## A?\nMore of it.\n\n---\n\nSecret.\n\n> [!NOTE]\n> Secret note.\n")]
    [InlineData("## A?\n- [ ] a\n  > Secret.\n- [x] b\n\nSecret.\n## B?\nSecret.\n")]
    [InlineData("## The sun is hot\nTrue. Secret.\n")]
    [InlineData("## Explain it\n\n> [!TIP]\n> Hint.\n\nSecret.\n\n> [!IMPORTANT]\n> - **Secret**\n\n## C\n\nSecret.")]
    [InlineData("## A?\n\n<details>\n<summary>Show</summary>\n\nSecret.\n\n</details>\n\nSecret.\n")]
    [InlineData("A?\n===\n\nSecret.\n\nB?\n===\nSecret.\n")]
    public void To_fold_all_regions_hides_the_answer(string text) => CheckHides(text, "ecret");

    private static void CheckHides(string text, string? secret = null)
    {
        var deck = new MarkedDeck(text);
        var hidden = Of(text)
            .Where(f => f.Kind == FoldingRangeKind.Region)
            .SelectMany(f => Enumerable.Range(f.StartLine + 1, f.EndLine - f.StartLine))
            .ToHashSet();
        Assert.NotEmpty(hidden);
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        if (secret is not null)
        {
            Assert.All(
                lines.Index().Where(line => line.Item.Contains(secret, StringComparison.Ordinal)),
                line => Assert.Contains(line.Index, hidden)
            );
        }

        var asked = deck.Deck.Sections.Where(s => s.Card is { Kind: not CardKind.Note });
        foreach (var section in asked)
        {
            var answers = Answers(section.Card!.Content).ToHashSet(StringComparer.Ordinal);
            for (var line = section.StartLine; line < section.EndLine; line++)
            {
                var isHeading = line <= deck.Deck.Text.GetPosition(section.Heading.End).Line;
                Assert.False(
                    !isHeading && !hidden.Contains(line) && answers.Contains(lines[line].Trim(' ', '>')),
                    $"line {line} is to be seen: {lines[line]}"
                );
            }
        }
    }

    /// <summary>The lines that give a card away.</summary>
    private static IEnumerable<string> Answers(CardContent content)
    {
        IEnumerable<string> texts = [content.Answer, content.Explanation];
        if (content is ChoiceContent choice)
        {
            texts = texts.Concat(choice.Options.Select(o => o.Feedback));
        }

        return texts.SelectMany(t => t.Split('\n')).Select(line => line.Trim(' ', '>')).Where(line => line.Length > 0);
    }

    private static IReadOnlyList<FoldingRange> Of(string text, ClientCapabilities? client = null)
    {
        var deck = new MarkedDeck(text);
        return FoldingRangeFeature.Of(deck.Document, deck.Deck, client ?? new ClientCapabilities());
    }
}
