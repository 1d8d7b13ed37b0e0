using System.Text.Json;
using System.Text.RegularExpressions;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Server.Tests.Support;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Server.Tests.Workspace;

/// <summary><c>docs/wsgilsp.schema.json</c> is generated; run with <c>UPDATE_DOCS=1</c> to write it.</summary>
public class ConfigSchemaTests
{
    private static readonly JsonElement Schema = JsonElement.Parse(ConfigSchema.Json);

    [Fact]
    public void The_published_schema_is_what_the_rules_say()
    {
        var path = Path.Combine(Path.GetDirectoryName(Repository.Find("WsgiLsp.sln"))!, "docs", "wsgilsp.schema.json");
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            File.WriteAllText(path, ConfigSchema.Json);
        }

        Assert.Equal(ConfigSchema.Json, File.ReadAllText(path));
    }

    [Fact]
    public void It_names_what_the_reader_knows()
    {
        var properties = Schema.GetProperty("properties");
        Assert.Equal(
            ConfigWords.Keys.Order(StringComparer.Ordinal),
            properties.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal)
        );
        Assert.Equal(
            RuleCatalogue.Names,
            properties.GetProperty("rules").GetProperty("properties").EnumerateObject().Select(p => p.Name)
        );
        Assert.Equal(
            ConfigWords.Switches,
            Schema
                .GetProperty("definitions")
                .GetProperty("switch")
                .GetProperty("enum")
                .EnumerateArray()
                .Select(w => w.GetString())
        );
    }

    [Theory]
    [InlineData("notes/**/*.md")]
    [InlineData("..")]
    [InlineData("a/..")]
    [InlineData("a/../b")]
    [InlineData("a..b/c...md")]
    [InlineData(@"a\..\b")]
    [InlineData("/a")]
    [InlineData(@"\a")]
    [InlineData("C:/a")]
    [InlineData("CC:a")]
    public void It_judges_globs_as_the_reader_does(string glob)
    {
        var pattern = Schema
            .GetProperty("properties")
            .GetProperty("decks")
            .GetProperty("items")
            .GetProperty("not")
            .GetProperty("pattern")
            .GetString()!;
        var text = $$"""{"decks":[{{LspClient.Quote(glob)}}]}""";

        Assert.Equal(
            Regex.IsMatch(glob, pattern, RegexOptions.ECMAScript, TimeSpan.FromSeconds(1)),
            !ConfigReader.Parse("/x/wsgilsp.json", text).Problems.IsEmpty
        );
    }
}
