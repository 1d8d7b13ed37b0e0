using WsgiLsp.Cli.Study.Keys;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Cli.Tests.Terminals;

/// <summary>Keys that come when the session is over: whoever waited for them shares its state and the screen.</summary>
public class LateKeysTests
{
    [Theory]
    [InlineData("", " ")]
    [InlineData("", "⏎")]
    [InlineData("", "x")]
    [InlineData("x", "y")]
    [InlineData("xy", "⏎")]
    public void A_key_that_nobody_wants_any_more_shows_nothing(string keys, string late)
    {
        using var data = new TempFolder();
        using var log = ReviewLog.Open(data["reviews.db"], TimeProvider.System);
        using var interrupt = new CancellationTokenSource();
        using var output = new StringWriter();
        var pressed = new Queue<ConsoleKeyInfo>(Keyboard.Keys(keys));
        var before = "";
        var screen = new TerminalScreen
        {
            Width = () => 60,
            ReadKey = () =>
            {
                if (pressed.TryDequeue(out var key))
                {
                    return key;
                }

                interrupt.Cancel();
                before = output.ToString();
                return Keyboard.Keys(late).Single();
            },
        };
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
            Screen = screen,
        };
        var cards = Deck.Parse("# D\n\n## Q?\n\nA.\n", new DeckSettings()).Cards;
        var items = SessionPlan.Make([.. cards], ItemStates.None, log.Now, new SessionOptions());
        var runner = new StudyRunner(items, "D", log, TimeProvider.System);

        Assert.Null(KeyInput.Over(terminal, runner).ReadLine(interrupt.Token));
        Assert.Equal("› " + keys, before);
        Assert.Equal(before, output.ToString());
    }
}
