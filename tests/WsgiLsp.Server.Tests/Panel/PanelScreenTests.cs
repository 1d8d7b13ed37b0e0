using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using WsgiLsp.Server.Panel;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Server.Tests.Panel;

/// <summary>What a panel shows, screen by screen: files of lines that are sent and of what they are answered with.</summary>
public class PanelScreenTests
{
    /// <summary>Names a folder to which the screens are written as they are now, to be read and then accepted.</summary>
    private const string AcceptVariable = "WSGILSP_ACCEPT_GOLDEN";

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = PanelJsonContext.Default,
    };

    public static TheoryData<string> Names() =>
        [
            .. Directory
                .EnumerateFiles(PanelTable.GoldenFolder, "*.txt")
                .Select(file => Path.GetFileNameWithoutExtension(file)!)
                .Order(),
        ];

    [Theory]
    [MemberData(nameof(Names))]
    public void Screens_are_as_written_down(string name)
    {
        var golden = File.ReadAllText(Path.Join(PanelTable.GoldenFolder, name + ".txt"));
        var actual = Replay(golden);
        if (Environment.GetEnvironmentVariable(AcceptVariable) is { } accepted)
        {
            File.WriteAllText(Path.Join(accepted, name + ".txt"), actual);
        }

        Assert.Equal(golden, actual);
    }

    [Fact]
    public void Every_kind_is_among_them()
    {
        var all = string.Concat(Directory.EnumerateFiles(PanelTable.GoldenFolder, "*.txt").Select(File.ReadAllText));
        using var table = new PanelTable();
        Assert.All(table.Cards, card => Assert.Contains($"card: {card.Id}\n", all, StringComparison.Ordinal));
    }

    /// <summary>The screens for a file's <c>card:</c>, <c>mode:</c> and <c>send:</c> lines, with these lines.</summary>
    private static string Replay(string golden)
    {
        using var table = new PanelTable();
        var lines = golden.Split('\n');
        var mode = Values("mode: ").Select(StudyModes.Parse).FirstOrDefault() ?? StudyMode.Mixed;
        var ids = Values("card: ").ToList();
        var panel = table.Panel(ids, mode);
        var told = ids.Select(id => "card: " + id).ToList();
        if (mode != StudyMode.Mixed)
        {
            told.Insert(0, "mode: " + mode.Name());
        }

        told.Add(Written(panel.Screen));
        foreach (var sent in Values("send: "))
        {
            var screen = panel.Answer(
                panel.Screen.Taken,
                [.. JsonNode.Parse(sent)!.AsArray().Select(line => (string)line!)]
            );
            told.AddRange(["send: " + sent, Written(screen)]);
        }

        return string.Join('\n', told) + "\n";

        IEnumerable<string> Values(string key) =>
            lines.Where(line => line.StartsWith(key, StringComparison.Ordinal)).Select(line => line[key.Length..]);
    }

    /// <summary>A screen without what says nothing: empty lists and texts, and what is not so.</summary>
    private static string Written(PanelScreen screen)
    {
        var json = JsonSerializer.SerializeToNode(screen, PanelJsonContext.Default.PanelScreen)!;
        Prune(json);
        return json.ToJsonString(Readable);
    }

    private static void Prune(JsonNode? json)
    {
        if (json is JsonArray array)
        {
            foreach (var item in array)
            {
                Prune(item);
            }
        }
        else if (json is JsonObject found)
        {
            foreach (var (name, value) in found.ToList())
            {
                Prune(value);
                if (
                    value is JsonArray { Count: 0 } or JsonObject { Count: 0 }
                    || value?.ToJsonString() is "false" or "\"\"" or "0" or "\"none\""
                )
                {
                    found.Remove(name);
                }
            }
        }
    }
}
