using WsgiLsp.Cli.Opening;

namespace WsgiLsp.Cli.Tests;

/// <summary>What README and <c>docs/editors.md</c> say is what the program does.</summary>
public class ReadmeTests
{
    private static readonly string Readme = Read("README.md");

    /// <summary>A sheet and a session at the terminal are one transcript; only what is typed stands in the sheet alone.</summary>
    [Fact]
    public async Task The_sheet_is_what_a_quiz_of_the_deck_writes()
    {
        var sheet = Block("markdown", after: "a quiz of several cards is a **sheet**")
            .Replace("\nb\n", "\n", StringComparison.Ordinal);
        var outputs = new List<string>();

        // The order of options hangs on the seed.
        for (var seed = 0; seed < 60; seed++)
        {
            using var shell = new Shell { In = new StringReader("\n3\nb\n!q\n") };
            shell.Folder.With("capitals.deck.md", Block("markdown", after: "## A deck"));
            outputs.Add((await shell.RunAsync("study", "--order", "deck", "--seed", $"{seed}")).Output);
        }

        Assert.True(
            outputs.Exists(output => output.Contains(sheet, StringComparison.Ordinal)),
            sheet + "\n\n" + outputs[0]
        );
    }

    [Fact]
    public void The_page_on_editors_has_all_of_them()
    {
        var page = Read("docs/editors.md");
        foreach (var editor in Editor.All)
        {
            Assert.Contains(editor.Title.Split(' ')[0], page, StringComparison.Ordinal);
            Assert.All(
                editor.Settings,
                file => Assert.Contains($"](../editor-client/{file})", page, StringComparison.Ordinal)
            );
            Assert.True(
                !editor.Programs.IsEmpty || page.Contains($"`{editor.Name}`", StringComparison.Ordinal),
                editor.Name
            );
        }
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("docs/editors.md")]
    public void Links_lead_to_files(string page)
    {
        var file = BuiltProgram.FindUpwards(page);
        var links = Read(page)
            .Split("](")
            .Skip(1)
            .Select(rest => rest[..rest.IndexOf(')', StringComparison.Ordinal)].Split('#')[0])
            .Where(link => link.Length > 0 && !link.Contains("://", StringComparison.Ordinal));

        Assert.All(links, link => Assert.True(Path.Exists(Path.Join(Path.GetDirectoryName(file), link)), link));
    }

    private static string Read(string page) => File.ReadAllText(BuiltProgram.FindUpwards(page));

    /// <summary>README's first fenced block of a language behind some words.</summary>
    private static string Block(string language, string after)
    {
        var fence = $"```{language}\n";
        var words = Readme.IndexOf(after, StringComparison.Ordinal);
        var start = Readme.IndexOf(fence, words, StringComparison.Ordinal) + fence.Length;
        return Readme[start..Readme.IndexOf("```", start, StringComparison.Ordinal)];
    }
}
