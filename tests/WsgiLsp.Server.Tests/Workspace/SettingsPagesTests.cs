using System.Text.Json;
using System.Text.RegularExpressions;
using WsgiLsp.Server.Tests.Support;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Server.Tests.Workspace;

/// <summary>What README says of settings, what VS Code offers, and what is read.</summary>
public partial class SettingsPagesTests
{
    private static readonly JsonElement Offered = JsonElement
        .Parse(File.ReadAllText(Repository.Find("editor-client/package.json")!))
        .GetProperty("contributes")
        .GetProperty("configuration")
        .GetProperty("properties");

    [Fact]
    public void The_table_in_README_and_the_extension_name_the_same_settings()
    {
        var readme = File.ReadAllText(Repository.Find("README.md")!);
        var described = Row().Matches(readme).Select(match => match.Groups["key"].Value).Order();
        Assert.Equal(described, Offered.EnumerateObject().Select(property => property.Name).Order());
    }

    [Fact]
    public void What_the_extension_sends_where_nobody_set_anything_changes_nothing()
    {
        var defaults = string.Join(
            ',',
            Offered.EnumerateObject().Select(one => $"\"{one.Name}\":{one.Value.GetProperty("default").GetRawText()}")
        );
        Assert.Equal(UserSettings.Default, UserSettings.Read(JsonElement.Parse($"{{{defaults}}}")));
    }

    [Theory]
    [InlineData("study.newPerDay", "3")]
    [InlineData("study.limit", "3")]
    [InlineData("study.minutes", "3")]
    [InlineData("study.grades", "\"two\"")]
    [InlineData("study.retention", "0.8")]
    [InlineData("study.learningSteps", "[\"1m\", \"2h\"]")]
    [InlineData("study.relearningSteps", "[]")]
    [InlineData("study.maxInterval", "365")]
    [InlineData("study.dayStart", "\"2:30\"")]
    [InlineData("study.decks", "{\"wsgi\": {\"newPerDay\": 5}}")]
    [InlineData("study.peeks", "false")]
    [InlineData("sync.folder", "\"/somewhere\"")]
    [InlineData("codeLens.cards", "true")]
    [InlineData("inlayHints.due", "false")]
    [InlineData("inlayHints.facts", "true")]
    [InlineData("log.level", "\"off\"")]
    public void Each_is_read(string key, string value)
    {
        Assert.True(Offered.TryGetProperty($"wsgilsp.{key}", out _));
        Assert.NotEqual(UserSettings.Default, UserSettings.Read(JsonElement.Parse($"{{\"{key}\": {value}}}")));
    }

    [GeneratedRegex(
        @"^\| `(?<key>wsgilsp\.[^`]+)` \|",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Row();
}
