using WsgiLsp.Decks.Model;

namespace WsgiLsp.Decks.Tests.Rules;

/// <summary>Where front matter is no YAML, and in which words.</summary>
public class BadFrontMatterTests
{
    [Theory]
    [InlineData("id: x\ndeck: A\ntags: [a", "4:7", "A closing ] is missing.")]
    [InlineData("tags: [a\nid: x", "2:7", "A closing ] is missing.")]
    [InlineData("deck: \"A", "2:7", "A closing \" is missing.")]
    [InlineData("deck: {a: 1", "2:7", "A closing } is missing.")]
    [InlineData("id: x\ntags: [a,\n  [b", null, "a list in brackets lacks a comma or its closing ]")]
    [InlineData("id: x\nid: y", "3:1", "a key stands here for the second time")]
    public void The_place_is_the_mistakes_and_the_words_are_plain(string yaml, string? place, string words)
    {
        var deck = Deck.Parse($"---\n{yaml}\n---\n\n# A\n\n## Q?\n\nA.\n", new DeckSettings());

        var found = Assert.Single(deck.Findings, one => one.Finding.Rule == "bad-front-matter");

        Assert.Contains(words, found.Finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("While ", found.Finding.Message, StringComparison.Ordinal);
        Assert.InRange(found.Start.Line, 1, yaml.Count(c => c == '\n') + 1);
        Assert.True(place is null || place == $"{found.Start.Line + 1}:{found.Start.Character + 1}", $"{found.Start}");
    }
}
