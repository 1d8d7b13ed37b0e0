using System.Diagnostics;
using System.Text.Json;
using Compare.Measuring;
using Compare.Wire;
using GeneratedDecks;

namespace Compare.Soaking;

/// <summary>Somebody who takes quiz after quiz of a deck on a study panel.</summary>
internal sealed class Learner
{
    private static readonly string[] Lines = ["a", "3", "??", "3", "b", "2", "?", "", "4", "1"];

    private readonly Connection connection;
    private readonly string uri;
    private JsonElement screen;
    private int said;

    private bool IsOver =>
        screen.ValueKind != JsonValueKind.Object || screen.GetProperty("phase").GetString() is "finished" or "page";

    public Learner(Connection connection, Scratch scratch)
    {
        this.connection = connection;
        var text = GeneratedDeck.WithShare(300, seed: 2);
        uri = scratch.Write("learned.deck.md", text);
        var textDocument = new
        {
            uri,
            languageId = "markdown",
            version = 1,
            text,
        };
        connection.Tell("textDocument/didOpen", new { textDocument });
        connection.Answer = message =>
            message.Method switch
            {
                "window/showDocument" => """{"success":true}""",
                "workspace/applyEdit" => """{"applied":false}""",
                _ => null,
            };
    }

    /// <summary>A line of an answer; its milliseconds. Begins a quiz where none is open.</summary>
    public double Answer()
    {
        if (IsOver)
        {
            Begin();
        }

        var session = screen.GetProperty("session").GetString();
        var taken = screen.GetProperty("taken").GetInt32();
        var begun = Stopwatch.GetTimestamp();
        var answer = connection.Ask(
            "wsgilsp/panel/answer",
            new
            {
                session,
                taken,
                lines = new[] { Lines[said++ % Lines.Length] },
            }
        );
        screen = answer.Result;
        return Session.Milliseconds(begun, answer.Time);
    }

    private void Begin()
    {
        connection.Told.Remove("wsgilsp/panel");
        _ = connection
            .Ask("workspace/executeCommand", new { command = "wsgilsp.quiz", arguments = new[] { new { uri } } })
            .Result;
        connection.Wait(() => connection.Told.ContainsKey("wsgilsp/panel"), TimeSpan.FromSeconds(20));
        screen = connection.Told["wsgilsp/panel"].Json.GetProperty("params").GetProperty("screen");
    }
}
