namespace WsgiLsp.Cli.Tests.Terminals;

/// <summary>Keys as data: characters, and signs for what is none.</summary>
internal static class Keyboard
{
    /// <summary>One key: <c>⏎ ← → ⇤ ⇥ ⌫ ⌦</c> are Enter, Left, Right, Home, End, Backspace, Delete, <c>^u</c> is Ctrl-U.</summary>
    public static IEnumerable<ConsoleKeyInfo> Keys(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            yield return text[at] switch
            {
                '⏎' => Key('\r', ConsoleKey.Enter),
                '←' => Key('\0', ConsoleKey.LeftArrow),
                '→' => Key('\0', ConsoleKey.RightArrow),
                '⇤' => Key('\0', ConsoleKey.Home),
                '⇥' => Key('\0', ConsoleKey.End),
                '⌫' => Key('\b', ConsoleKey.Backspace),
                '⌦' => Key('\0', ConsoleKey.Delete),
                '^' when at + 1 < text.Length => Key((char)(text[++at] & 0x1F), ConsoleKey.None, isControl: true),
                var c => Key(c, ConsoleKey.None),
            };
        }
    }

    /// <summary>A terminal of a width whose learner presses keys, and then is gone.</summary>
    public static TerminalScreen Screen(string keys, int width = 60)
    {
        var rest = new Queue<ConsoleKeyInfo>(Keys(keys));
        return new TerminalScreen { Width = () => width, ReadKey = () => rest.TryDequeue(out var key) ? key : null };
    }

    private static ConsoleKeyInfo Key(char c, ConsoleKey key, bool isControl = false) =>
        new(c, key, shift: false, alt: false, isControl);
}
