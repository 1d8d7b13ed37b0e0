using System.Text.Json.Nodes;
using WsgiLsp.Server.Tests.Support;

namespace WsgiLsp.Server.Tests;

/// <summary>
/// Edits, queries and cancellations in any order, many at a time, against a server that is given one message after the
/// other: each answer is what the documents said when its question came.
/// </summary>
public class ConcurrencyTests
{
    private const string Options = """{"study":{"peeks":false}}""";
    private const int Requests = 10_000;
    private const int Burst = 1_000;

    private static readonly string[] Files = ["a.deck.md", "b.deck.md", "c.deck.md"];

    private static readonly string[] Pieces =
    [
        "x",
        "\n",
        "\r\n",
        "ä🎓",
        "## ",
        "### New?\n\nYes.\n\n",
        "<!-- card: id=one tags=x,y -->\n",
        "<!-- card: requires=a/one levle=beginner -->\n",
        "- [x] A\n- [ ] B\n",
        "[link](a.deck.md#one) ",
        "{{cloze}} ",
        "```\n",
        "> [!HINT]\n> Look.\n",
        "---\n",
    ];

    private static readonly (string Method, Func<string, Random, string> Params)[] Queries =
    [
        ("textDocument/hover", At()),
        ("textDocument/completion", At()),
        ("textDocument/definition", At()),
        ("textDocument/references", At(""","context":{"includeDeclaration":true}""")),
        ("textDocument/documentHighlight", At()),
        ("textDocument/linkedEditingRange", At()),
        ("textDocument/prepareRename", At()),
        ("textDocument/rename", At(""","newName":"other" """)),
        ("textDocument/documentSymbol", Of()),
        ("textDocument/foldingRange", Of()),
        ("textDocument/codeLens", Of()),
        ("textDocument/documentLink", Of()),
        ("textDocument/diagnostic", Of()),
        ("textDocument/formatting", Of(""","options":{"tabSize":2,"insertSpaces":true}""")),
        (
            "textDocument/codeAction",
            (uri, random) => With(uri, $$""","range":{{Range(random)}},"context":{"diagnostics":[]}""")
        ),
        (
            "textDocument/rangeFormatting",
            (uri, random) => With(uri, $$""","range":{{Range(random)}},"options":{"tabSize":2,"insertSpaces":true}""")
        ),
        ("textDocument/selectionRange", (uri, random) => With(uri, $$""","positions":[{{Position(random)}}]""")),
        ("workspace/symbol", (_, random) => $$"""{"query":"{{"on ne two #x card".Split(' ')[random.Next(5)]}}"}"""),
        ("workspace/diagnostic", (_, _) => """{"previousResultIds":[]}"""),
    ];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task Every_answer_is_that_of_its_moment(int seed)
    {
        var random = new Random(seed);
        TestContext.Current.TestOutputHelper?.WriteLine($"seed {seed}");
        await using var server = TestServer.Create();
        await using var model = TestServer.Create(folder: server.Folder);
        await server.InitializeAsync(options: Options);
        await model.InitializeAsync(options: Options);
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Files)
        {
            texts[file] = $"# {file}\n\n## One?\n<!-- card: id=one tags=x -->\n\nYes.\n\n## Two?\n\nNo, [one](#one).\n";
            await server.OpenAsync(texts[file], file);
            await model.OpenAsync(texts[file], file);
        }

        var (version, compared, cancelled, sent) = (1, 0, 0, 0);
        while (sent < Requests / 2)
        {
            var script = new List<Step>();
            for (var i = 0; i < Burst; )
            {
                var file = Files[random.Next(Files.Length)];
                if (random.Next(4) == 0)
                {
                    script.Add(new Edit(file, ++version, Change(random, texts, file)));
                    continue;
                }

                var (method, parameters) = Queries[random.Next(Queries.Length)];
                script.Add(new Question(method, parameters(server.Uri(file), random), random.Next(10) == 0));
                i++;
            }

            // All at once, with nobody reading the answers.
            var asked = new List<(int Id, Question Question)>();
            foreach (var step in script)
            {
                switch (step)
                {
                    case Edit edit:
                        await server.ChangeAsync(edit.Version, edit.Change, edit.File);
                        break;
                    case Question question:
                        asked.Add((await server.Client.AskAsync(question.Method, question.Params), question));
                        if (question.IsCancelled)
                        {
                            var late = asked[random.Next(Math.Max(0, asked.Count - 20), asked.Count)];
                            if (late.Question.IsCancelled)
                            {
                                await server.Client.NotifyAsync("$/cancelRequest", $$"""{"id":{{late.Id}}}""");
                            }
                        }

                        break;
                }
            }

            // One after the other.
            var expected = new List<string>();
            foreach (var step in script)
            {
                switch (step)
                {
                    case Edit edit:
                        await model.ChangeAsync(edit.Version, edit.Change, edit.File);
                        break;
                    case Question question:
                        expected.Add(Show(await AnswerAsync(model, question)));
                        break;
                }
            }

            for (var i = 0; i < asked.Count; i++)
            {
                var answer = await server.Client.AnswerAsync(asked[i].Id);
                if (asked[i].Question.IsCancelled && (int?)answer["error"]?["code"] == -32800)
                {
                    cancelled++;
                    continue;
                }

                Assert.True(
                    expected[i] == Show(answer),
                    $"{asked[i].Question}\nexpected {expected[i]}\nactual   {Show(answer)}"
                );
                compared++;
            }

            sent += asked.Count;
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{compared} answers compared, {cancelled} cancelled");
        await using var fresh = TestServer.Create(folder: server.Folder);
        await fresh.InitializeAsync(options: Options);
        foreach (var file in Files)
        {
            await fresh.OpenAsync(texts[file], file);
        }

        Assert.Equal(await LastAsync(fresh), await LastAsync(server));
    }

    private static async Task<JsonObject> AnswerAsync(TestServer model, Question question) =>
        await model.Client.AnswerAsync(await model.Client.AskAsync(question.Method, question.Params));

    private static string Show(JsonObject answer) =>
        answer["error"] is { } error ? error.ToJsonString() : answer["result"]?.ToJsonString() ?? "null";

    /// <summary>A change of a text, applied to it: a range of it, or now and then the whole.</summary>
    private static string Change(Random random, Dictionary<string, string> texts, string file)
    {
        var text = texts[file];
        var start = random.Next(text.Length + 1);
        var end = Math.Min(text.Length, start + (random.Next(3) == 0 ? random.Next(60) : 0));
        while (IsWithin(text, start))
        {
            start--;
        }

        while (IsWithin(text, end))
        {
            end++;
        }

        // A text that only grows would take ever longer.
        var piece = text.Length > 3_000 ? "" : Pieces[random.Next(Pieces.Length)];
        end = text.Length > 3_000 ? text.Length : end;
        texts[file] = text[..start] + piece + text[end..];
        return random.Next(20) == 0
            ? TestServer.All(texts[file])
            : $$"""{"range":{"start":{{PositionIn(text, start)}},"end":{{PositionIn(text, end)}}},"text":{{LspClient.Quote(piece)}}}""";
    }

    /// <summary>Whether an offset parts what belongs together.</summary>
    private static bool IsWithin(string text, int offset) =>
        offset > 0
        && offset < text.Length
        && (char.IsLowSurrogate(text[offset]) || (text[offset] == '\n' && text[offset - 1] == '\r'));

    private static string PositionIn(string text, int offset)
    {
        var line = text.AsSpan(0, offset).Count('\n');
        var column = offset - (text.LastIndexOf('\n', Math.Max(0, offset - 1), Math.Max(0, offset)) + 1);
        return $$"""{"line":{{line}},"character":{{column}}}""";
    }

    private static Func<string, Random, string> At(string rest = "") =>
        (uri, random) => With(uri, $$""","position":{{Position(random)}}{{rest}}""");

    private static Func<string, Random, string> Of(string rest = "") => (uri, _) => With(uri, rest);

    private static string With(string uri, string rest) => $$$"""{"textDocument":{"uri":"{{{uri}}}"}{{{rest}}}}""";

    private static string Position(Random random) =>
        $$"""{"line":{{random.Next(40)}},"character":{{random.Next(30)}}}""";

    private static string Range(Random random)
    {
        var line = random.Next(40);
        return $$$"""{"start":{"line":{{{line}}},"character":0},"end":{"line":{{{line + random.Next(8)}}},"character":5}}""";
    }

    /// <summary>What was published last of each file.</summary>
    private static async Task<string> LastAsync(TestServer server)
    {
        var last = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var message in await server.Client.SettledAsync("textDocument/publishDiagnostics"))
        {
            last[Path.GetFileName((string)message["params"]!["uri"]!)] = message["params"]![
                "diagnostics"
            ]!.ToJsonString();
        }

        return string.Join('\n', last.Select(file => $"{file.Key} {file.Value}"));
    }

    private abstract record Step;

    private sealed record Edit(string File, int Version, string Change) : Step;

    private sealed record Question(string Method, string Params, bool IsCancelled) : Step;
}
