using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Tests.Support;

namespace WsgiLsp.Decks.Tests.Rules;

/// <summary>The pages in <c>docs/rules</c> are generated from the rules; run with <c>UPDATE_DOCS=1</c> to write them.</summary>
public class RulePagesTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "docs", "rules");

    [Fact]
    public void The_pages_are_what_the_rules_say()
    {
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            Write();
        }

        var files = Directory.EnumerateFiles(Folder, "*.md").Select(f => Path.GetFileNameWithoutExtension(f)!);
        Assert.Equal(RuleCatalogue.Pages.Select(p => p.Name).Prepend("README"), files.Order(StringComparer.Ordinal));
        Assert.Equal(RuleIndex.Markdown, File.ReadAllText(Path.Combine(Folder, "README.md")));
        foreach (var page in RuleCatalogue.Pages)
        {
            Assert.Equal(page.Markdown, File.ReadAllText(Path.Combine(Folder, page.Name + ".md")));
        }
    }

    private static void Write()
    {
        Directory.CreateDirectory(Folder);
        File.WriteAllText(Path.Combine(Folder, "README.md"), RuleIndex.Markdown);
        foreach (var page in RuleCatalogue.Pages)
        {
            File.WriteAllText(Path.Combine(Folder, page.Name + ".md"), page.Markdown);
        }
    }
}
