using WsgiLsp.Server.Tests.Support;

namespace WsgiLsp.Server.Tests.Sheets;

/// <summary>Nothing that the server says of a sheet, by whatever message, holds an answer that was not revealed.</summary>
public class SheetSecrecyTests
{
    private static readonly string[] Lines =
    [
        "",
        "",
        "",
        "?",
        ":?",
        "??",
        ":??",
        "a",
        "b",
        "c",
        "ac",
        "3",
        "1",
        "t",
        "f",
        "word",
        "!u",
        "!b",
        ":!u",
        ":done",
        "nonsense",
        "+1",
    ];

    [Theory]
    [InlineData("")]
    [InlineData(""","mode":"exam" """)]
    public async Task No_message_tells_what_is_hidden(string mode)
    {
        for (var seed = 1; seed <= 24; seed++)
        {
            await TakeQuizAsync(mode, new Random(seed));
        }
    }

    private static async Task TakeQuizAsync(string mode, Random chance)
    {
        await using var server = await TestServer.StartAsync(
            """{"workspace":{"applyEdit":true,"codeLens":{"refreshSupport":true}}}"""
        );
        await server.OpenAsync(SecretDeck.Text);
        var editor = new SheetEditor(server, endsLines: true);
        await editor.BeginAsync(mode);
        for (var i = 0; i < 25; i++)
        {
            var before = Numbers(editor);
            var heard = server.Client.Heard.Count;
            if (chance.Next(4) == 0 && await editor.TitlesAsync() is { Count: > 0 } titles)
            {
                await editor.PressAsync(titles[chance.Next(titles.Count)]);
            }
            else
            {
                await editor.TypeAsync(Lines[chance.Next(Lines.Length)] + "\n");
            }

            await editor.SettleAsync();
            await editor.AskEverythingAsync();
            var said = string.Join('\n', server.Client.Heard.Skip(heard));
            var isOver = editor.Lines.Contains("## Result", StringComparer.Ordinal);

            // What was open before may be revealed now, and what was answered by a line that had been typed ahead; not what is
            // asked last, unless it was asked before.
            var now = Numbers(editor);
            var revealed = now.SkipLast(1).Concat(before).ToHashSet();
            Assert.All(
                Enumerable.Range(1, 7).Where(number => !isOver && (mode.Length > 0 || !revealed.Contains(number))),
                number => Assert.DoesNotContain($"secret-{number}", said, StringComparison.Ordinal)
            );
            if (isOver)
            {
                return;
            }
        }
    }

    /// <summary>The numbers of the items whose questions stand on the sheet, which are asked in the deck's order.</summary>
    private static List<int> Numbers(SheetEditor editor) =>
        [
            .. editor
                .Lines.Where(line => line.StartsWith("## ", StringComparison.Ordinal) && char.IsAsciiDigit(line[3]))
                .Select(line => line[3] - '0'),
        ];
}
