using System.Text.Json;
using WsgiLsp.Server.Panel;
using WsgiLsp.Server.Tests.Support;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Server.Tests.Panel;

/// <summary>What holds in a panel for any lines. Sessions are drawn by numbered chances, so that a failure can be repeated.</summary>
public class PanelPropertyTests
{
    private static readonly string[] Ids = ["one", "two", "three", "four", "five", "six", "seven"];

    private static readonly string[] Lines =
    [
        "",
        "",
        ":?",
        "?",
        ":??",
        ":done",
        "a",
        "b",
        "ac",
        "b!",
        "1",
        "3",
        "4",
        "t",
        "f",
        "word",
        "+1",
        "-1",
        ":!u",
        ":!b",
        ":!s",
        ":!1",
        ":!2 a",
        "y",
        "nonsense",
    ];

    public static TheoryData<StudyMode> Modes => [StudyMode.Mixed, StudyMode.Exam];

    [Theory]
    [MemberData(nameof(Modes))]
    public void No_screen_tells_what_is_hidden(StudyMode mode)
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var chance = new Random(seed);
            using var table = new PanelTable(SecretDeck.Text);
            var ids = Ids.Where(id => mode != StudyMode.Exam || id != "three").ToArray();
            var panel = table.Panel(ids, mode);
            var revealed = new HashSet<int>();
            for (var step = 0; step < 30 && !panel.IsFinished; step++)
            {
                var screen = panel.Screen;
                Check(screen, revealed);
                if (screen.Card is { } open && mode != StudyMode.Exam)
                {
                    // What stands open may be revealed by the next lines.
                    revealed.Add(Array.IndexOf(Ids, ids[(open.Number - 1) % ids.Length]) + 1);
                }

                panel.Answer(screen.Taken, [.. Enumerable.Range(0, chance.Next(1, 4)).Select(_ => Draw(chance))]);
                if (panel.Screen.Phase is PanelPhase.Due)
                {
                    break;
                }

                Check(panel.Screen, revealed);
            }
        }

        static void Check(PanelScreen screen, HashSet<int> revealed)
        {
            if (screen.Phase is PanelPhase.Due or PanelPhase.Finished)
            {
                return;
            }

            var json = JsonSerializer.Serialize(screen, PanelJsonContext.Default.PanelScreen);
            Assert.All(
                Enumerable.Range(1, Ids.Length).Where(number => !revealed.Contains(number)),
                number => Assert.DoesNotContain($"secret-{number}", json, StringComparison.Ordinal)
            );
            if (screen.Card is { HintsHtml.IsEmpty: true })
            {
                Assert.DoesNotContain("hint-", json, StringComparison.Ordinal);
            }
        }
    }

    /// <summary>Which option is the key has no mark of its own: the same cards with other answers must look the same.</summary>
    [Fact]
    public void Until_it_is_answered_a_card_looks_like_one_with_another_answer()
    {
        using var table = new PanelTable(SecretDeck.Text);
        using var twin = new PanelTable(
            SecretDeck
                .Text.Replace("- [ ] Left", "- [x] Left", StringComparison.Ordinal)
                .Replace("- [x] Right", "- [ ] Right", StringComparison.Ordinal)
                .Replace("- [x] North", "- [ ] North", StringComparison.Ordinal)
                .Replace("- [ ] East", "- [x] East", StringComparison.Ordinal)
                .Replace("True. That", "False. That", StringComparison.Ordinal)
                .Replace("{{secret-5}}", "{{something else}}", StringComparison.Ordinal)
        );
        foreach (var id in Ids)
        {
            Assert.Equal(Json(table.Panel([id])), Json(twin.Panel([id])));
        }

        static string Json(PanelSession panel) =>
            JsonSerializer.Serialize(panel.Screen, PanelJsonContext.Default.PanelScreen);
    }

    /// <summary>A panel is one face of the machine: what it takes, a terminal would have taken.</summary>
    [Theory]
    [MemberData(nameof(Modes))]
    public void Any_lines_give_the_log_that_they_give_at_a_terminal(StudyMode mode)
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var chance = new Random(seed);
            using var panelTable = new PanelTable();
            using var terminalTable = new PanelTable();
            var ids = panelTable
                .Cards.Where(card => mode.Has(card.Kind) || mode == StudyMode.Mixed)
                .Select(card => card.Id)
                .ToList();
            var panel = panelTable.Panel(ids, mode);
            var terminal = terminalTable.Runner(ids, mode);
            for (var step = 0; step < 40; step++)
            {
                var line = Draw(chance);
                panel.Answer(panel.Screen.Taken, [line]);
                terminal.Feed(line);
            }

            Assert.Equal(terminalTable.Events, panelTable.Events);
            Assert.Equal(terminal.State.Number, panel.Screen.Card?.Number);
        }
    }

    [Fact]
    public void What_follows_an_answer_is_no_answer_to_what_was_not_seen()
    {
        using var table = new PanelTable();
        var panel = table.Panel(["choice", "truth"]);

        var screen = panel.Answer(0, ["b", "t", "3"]);

        Assert.Equal(2, screen.Card!.Number);
        Assert.Single(table.Events);
    }

    [Fact]
    public void An_answer_to_an_older_screen_does_nothing()
    {
        using var table = new PanelTable();
        var panel = table.Panel(["choice", "multi"]);
        var first = panel.Screen;
        panel.Answer(first.Taken, ["b"]);

        var screen = panel.Answer(first.Taken, ["a"]);

        Assert.Equal(2, screen.Card!.Number);
        Assert.Single(table.Events);
    }

    [Fact]
    public void The_time_of_an_answer_begins_when_the_question_stands_there()
    {
        using var table = new PanelTable();
        var panel = table.Panel(["choice", "multi"]);
        panel.Answer(0, ["b"]);
        table.Clock.Pass(TimeSpan.FromSeconds(30));
        panel.Answer(1, []);
        table.Clock.Pass(TimeSpan.FromSeconds(4));
        panel.Answer(1, ["ac"]);

        Assert.Equal(4000, table.Log.ReadAll().Last().Event.MillisecondsSpent);
    }

    private static string Draw(Random chance) => Lines[chance.Next(Lines.Length)];
}
