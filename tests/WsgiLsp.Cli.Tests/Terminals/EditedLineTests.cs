using WsgiLsp.Cli.Study.Keys;

namespace WsgiLsp.Cli.Tests.Terminals;

public class EditedLineTests
{
    private static readonly string[] Strokes =
    [
        "a",
        "日",
        "e\u0301",
        "🎉",
        " ",
        "word ",
        "←",
        "→",
        "⇤",
        "⇥",
        "⌫",
        "⌦",
        "^u",
        "^k",
        "^w",
        "\t",
        "^a",
        "^e",
    ];

    [Theory]
    [InlineData("abc", "abc|")]
    [InlineData("ab←c", "ac|b")]
    [InlineData("abc⇤x⇥y", "xabcy|")]
    [InlineData("abc^ax^ey", "xabcy|")]
    [InlineData("ab⌫c", "ac|")]
    [InlineData("⌫⌦←→a", "a|")]
    [InlineData("abc←←⌦", "a|c")]
    [InlineData("one two^w", "one |")]
    [InlineData("one two  ^w", "one |")]
    [InlineData("abc←^u", "|c")]
    [InlineData("abc←^k", "ab|")]
    [InlineData("a\tb", "a b|")]
    [InlineData("日本⌫", "日|")]
    [InlineData("a🎉⌫b", "ab|")]
    [InlineData("e\u0301⌫", "|")]
    [InlineData("a^gb", "ab|")]
    public void Keys_make_a_line(string keys, string expected)
    {
        var line = new EditedLine();
        foreach (var key in Keyboard.Keys(keys))
        {
            line.Press(key);
        }

        Assert.Equal(expected, line.Text.Insert(line.Cursor, "|"));
    }

    /// <summary>However a line came about, at its end it stands on the screen as if it had been typed at once.</summary>
    [Fact]
    public void The_screen_shows_the_line()
    {
        var random = new Random(4);
        for (var run = 0; run < 300; run++)
        {
            var keys = string.Concat(
                Enumerable.Range(0, random.Next(40)).Select(_ => Strokes[random.Next(Strokes.Length)])
            );
            var width = random.Next(4, 30);
            var (line, shown) = Read(keys + "⏎", width);

            Assert.Equal(ScreenText.Of("› " + line, width), shown);
        }
    }

    private static (string? Line, string Shown) Read(string keys, int width)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var screen = Keyboard.Screen(keys, width);
        var terminal = new Terminal
        {
            In = TextReader.Null,
            OpenIn = () => Stream.Null,
            OpenOut = () => Stream.Null,
            Out = output,
            Error = TextWriter.Null,
            Folder = "",
            Environment = _ => null,
            Clock = TimeProvider.System,
        };
        var editor = new LineEditor(terminal, screen, _ => { });
        editor.Begin();
        var line = editor.Read(screen.ReadKey(), TestContext.Current.CancellationToken);
        return (line, ScreenText.Of(output.ToString(), width));
    }
}
