using System.Text.Json;
using Microsoft.Extensions.Logging;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Server.Tests.Workspace;

public class UserSettingsTests
{
    [Theory]
    [InlineData("""{ "codeLens": { "cards": true }, "log": { "level": "debug" } }""")]
    [InlineData("""{ "codeLens.cards": true, "log.level": "DEBUG" }""")]
    [InlineData("""{ "wsgilsp": { "codeLens": { "cards": true }, "log.level": "debug" } }""")]
    [InlineData("""{ "wsgilsp.codeLens.cards": true, "wsgilsp.log": { "level": "debug" }, "other": 1 }""")]
    public void Nested_and_dotted_keys_are_the_same(string json)
    {
        var settings = UserSettings.Read(JsonElement.Parse(json));

        Assert.Equal(new UserSettings { CodeLensCards = true, LogLevel = LogLevel.Debug }, settings);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("[1]")]
    [InlineData("""{ "codeLens": true, "log": { "level": 3 } }""")]
    [InlineData("""{ "codeLens": { "cards": "yes" }, "log": { "level": "loud" } }""")]
    public void What_cannot_be_read_leaves_the_default(string json) =>
        Assert.Equal(UserSettings.Default, UserSettings.Read(JsonElement.Parse(json)));

    [Fact]
    public void What_an_editor_sends_wins_over_the_file()
    {
        using var folder = new TempFolder().With(
            "settings.json",
            """{ "codeLens": { "cards": true }, /* quiet */ "log.level": "error", }"""
        );

        var file = UserSettings.Load(folder["settings.json"], out var problem);
        var both = UserSettings.Read(JsonElement.Parse("""{ "codeLens": { "cards": false } }"""), file);

        Assert.Null(problem);
        Assert.Equal(new UserSettings { CodeLensCards = false, LogLevel = LogLevel.Error }, both);
    }

    [Fact]
    public void A_broken_file_says_so_and_leaves_the_defaults()
    {
        using var folder = new TempFolder().With("settings.json", "{");

        Assert.Equal(UserSettings.Default, UserSettings.Load(folder["settings.json"], out var problem));
        Assert.StartsWith("this is not JSON", problem, StringComparison.Ordinal);
        Assert.Equal(UserSettings.Default, UserSettings.Load(folder["none.json"], out problem));
        Assert.Null(problem);
    }
}
