using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace WsgiLsp.Cli.Tests.Integrations;

/// <summary>The hooks of <c>.pre-commit-hooks.yaml</c>: pre-commit starts the entry with the names of the files behind it.</summary>
public class PreCommitTests
{
    private static readonly List<YamlNode> Hooks = [.. YamlFile.ReadList(".pre-commit-hooks.yaml")];

    [Fact]
    public void Each_hook_says_what_pre_commit_requires()
    {
        foreach (var hook in Hooks.Cast<YamlMappingNode>())
        {
            Assert.All(["id", "name", "entry", "language"], key => Assert.True(hook.Children.ContainsKey(key), key));
            Assert.StartsWith("wsgilsp ", YamlFile.Text(hook["entry"]), StringComparison.Ordinal);
            Assert.Contains("- id: " + YamlFile.Text(hook["id"]), Guide, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("a.deck.md", true)]
    [InlineData("sub/a.deck.md", true)]
    [InlineData("a.md", false)]
    [InlineData("a.deck.mdx", false)]
    [InlineData("adeck.md", false)]
    public void They_see_decks_only(string file, bool expected) =>
        Assert.All(
            Hooks,
            hook =>
                Assert.Equal(
                    expected,
                    Regex.IsMatch(file, YamlFile.Text(hook["files"]), RegexOptions.None, TimeSpan.FromSeconds(1))
                )
        );

    [Fact]
    public async Task The_check_runs_on_the_files_that_it_is_given()
    {
        using var shell = new Shell();
        shell
            .Folder.With("a b.deck.md", "## Q?\n\n- [x] a\n- []b\n- [ ] c\n")
            .With("c.deck.md", TestDecks.Small)
            .With("d.deck.md", TestDecks.NoKey);
        var entry = YamlFile.Text(Hooks.Single(hook => YamlFile.Text(hook["id"]) == "wsgilsp-check")["entry"]);
        var command = entry.Split(' ')[1..];

        var found = await shell.RunAsync([.. command, "a b.deck.md", "c.deck.md"]);
        var mended = await shell.RunAsync([.. command, "--fix", "a b.deck.md", "c.deck.md"]);

        Assert.Equal((1, 0), (found.ExitCode, mended.ExitCode));
        Assert.EndsWith("4 cards in 2 decks, 1 fixed, no findings left\n", mended.Output, StringComparison.Ordinal);
    }

    private static string Guide { get; } = File.ReadAllText(BuiltProgram.FindUpwards("docs/checking.md"));
}
