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

        var file = UserSettings.Load(folder["settings.json"], out var problems);
        var both = UserSettings.Read(JsonElement.Parse("""{ "codeLens": { "cards": false } }"""), file);

        Assert.Empty(problems);
        Assert.Equal(new UserSettings { CodeLensCards = false, LogLevel = LogLevel.Error }, both);
    }

    [Theory]
    [InlineData("{", "1:2: warning: this is not JSON: it ends before every { and [ is closed; the defaults hold")]
    [InlineData("{\n  \"study.limit\": many\n}", "2:18: warning: this is not JSON: 'm' is an invalid start of a value")]
    [InlineData("", "1:1: warning: the file is empty")]
    [InlineData("[1]", "1:1: warning: the file must hold a JSON object, { … }; the defaults hold")]
    [InlineData("{} {}", "1:4: warning: this is not JSON: ")]
    [InlineData("{ \"é\": 1 }", "1:3: warning: unknown key 'é'")]
    [InlineData("{ \"study.peaks\": false }", "1:3: warning: unknown key 'study.peaks'; did you mean 'study.peeks'?")]
    [InlineData(
        "{\"study\": {\n\"peaks\": 1}}",
        "2:1: warning: unknown key 'study.peaks'; did you mean 'study.peeks'?"
    )]
    [InlineData("{ \"study\": 3 }", "1:12: warning: 'study' wants an object of settings, { … }; the defaults hold")]
    [InlineData(
        "{ \"wsgilsp.study.newPerDay\": \"many\" }",
        "1:30: warning: 'wsgilsp.study.newPerDay' wants a whole number"
    )]
    [InlineData(
        "{ \"study.newPerDay\": -1 }",
        "1:22: warning: 'study.newPerDay' wants a whole number from 0 on; the default holds"
    )]
    [InlineData("{ \"study.grades\": \"three\" }", "1:19: warning: 'study.grades' wants \"two\" or \"four\"")]
    [InlineData(
        "{ \"study.dayStart\": \"25:00\" }",
        "1:21: warning: 'study.dayStart' wants a time of day, such as \"04:00\""
    )]
    [InlineData("{ \"study.learningSteps\": [\"10x\"] }", "1:26: warning: 'study.learningSteps' wants waits such as")]
    [InlineData("{ \"study.retention\": 2 }", "1:22: warning: 'study.retention' wants a number from 0.7 to 0.99")]
    [InlineData(
        "{ \"study.decks\": { \"a\": { \"newPerDay\": \"x\" } } }",
        "1:18: warning: 'study.decks' wants limits of decks"
    )]
    [InlineData(
        "{ \"study.decks\": { \"a\": { \"newPerDoy\": 1 } } }",
        "1:18: warning: 'study.decks' wants limits of decks"
    )]
    [InlineData("{ \"sync.folder\": 1 }", "1:18: warning: 'sync.folder' wants the path of a folder")]
    [InlineData("{ \"log.level\": \"loud\" }", "1:16: warning: 'log.level' wants one of trace, debug,")]
    public void What_a_file_says_in_vain_is_told_with_its_place(string json, string told)
    {
        using var folder = new TempFolder().With("settings.json", json);

        var settings = UserSettings.Load(folder["settings.json"], out var problems);

        Assert.StartsWith(
            $"{folder["settings.json"]}:{told}",
            Assert.Single(problems).ToString(),
            StringComparison.Ordinal
        );
        Assert.True(settings == UserSettings.Default || json.Contains("study.decks", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_right_in_a_file_holds_beside_what_is_wrong()
    {
        using var folder = new TempFolder().With(
            "settings.json",
            """{ "$schema": "x", "study.limit": 0, "study": { "minutes": 3, "grades": null }, "sync.folder": "" }"""
        );

        var settings = UserSettings.Load(folder["settings.json"], out var problems);

        Assert.Single(problems);
        Assert.Equal((20, 3), (settings.Study.Limit, settings.Study.Minutes));
    }

    [Fact]
    public void A_file_that_is_not_there_says_nothing_and_a_folder_does()
    {
        using var folder = new TempFolder();
        Assert.Equal(UserSettings.Default, UserSettings.Load(folder["none.json"], out var problems));
        Assert.Empty(problems);

        UserSettings.Load(folder.Path, out problems);
        Assert.Equal(
            $"{folder.Path}: warning: cannot be read: it is a folder; the defaults hold",
            Assert.Single(problems).ToString()
        );
    }
}
