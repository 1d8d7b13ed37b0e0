namespace WsgiLsp.EndToEnd.Tests;

/// <summary>
/// What an author does in one sitting, the same in every editor: gives a card another name, completes metadata, and has the
/// deck formatted as it is saved.
/// </summary>
internal static class AuthorSitting
{
    /// <summary>What must hold when the editor has gone.</summary>
    public static async Task AssertWrittenAsync(Workspace workspace)
    {
        var deck = await File.ReadAllTextAsync(workspace.MixedDeck);
        Assert.Contains("<!-- card: id=apple shuffle=false -->", deck, StringComparison.Ordinal);
        Assert.Contains("<!-- card: id=sum level=advanced -->", deck, StringComparison.Ordinal);
        Assert.Contains("- [x] Red\n\n## Next?\n\nAnswer.\n", deck, StringComparison.Ordinal);
        Assert.Contains(
            "(mixed.deck.md#apple)",
            await File.ReadAllTextAsync(workspace.LinkedDeck),
            StringComparison.Ordinal
        );
    }
}
