using System.Text;

namespace WsgiLsp.Cli;

/// <summary>The terminal of this process. Text is UTF-8 in both directions, whatever the locale says.</summary>
internal sealed class ProcessTerminal : IDisposable
{
    /// <summary>In UTF-16 code units; large enough that what one flush writes is one system call.</summary>
    private const int BufferSize = 1 << 16;

    /// <summary>In columns.</summary>
    private const int UsualWidth = 80;

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly Interrupts interrupts = new();

    public ProcessTerminal()
    {
        if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected)
        {
            Console.OutputEncoding = Utf8;
            Console.InputEncoding = Utf8;
        }

        Terminal = new()
        {
            In = new StreamReader(Console.OpenStandardInput(), Utf8),
            OpenIn = Console.OpenStandardInput,
            Out = new StreamWriter(Console.OpenStandardOutput(), Utf8, BufferSize) { NewLine = "\n" },
            OpenOut = Console.OpenStandardOutput,
            Error = OpenError(),
            Folder = Environment.CurrentDirectory,
            Environment = Environment.GetEnvironmentVariable,
            Clock = TimeProvider.System,
            IsInteractive = IsInteractive,
            IsOutputShown = !Console.IsOutputRedirected,
            Screen = IsInteractive && !IsDumb ? new() { Width = Width, ReadKey = ReadKey } : null,
            UsesColour = UsesColour(),
            ShowsProgress = !Console.IsErrorRedirected && !IsDumb,
            CatchInterrupt = interrupts.Catch,
        };
    }

    public Terminal Terminal { get; }

    private static bool IsInteractive => !Console.IsInputRedirected && !Console.IsOutputRedirected;

    /// <summary>Whether the terminal understands no control sequences.</summary>
    private static bool IsDumb => Environment.GetEnvironmentVariable("TERM") == "dumb";

    /// <summary>Opens standard error.</summary>
    public static TextWriter OpenError() =>
        new StreamWriter(StandardError.Open(), Utf8) { NewLine = "\n", AutoFlush = true };

    public void Dispose()
    {
        try
        {
            Terminal.Out.Dispose();
        }
        catch (IOException)
        {
            // What could not be written then cannot be now, and was told.
        }

        Terminal.Error.Dispose();
        interrupts.Dispose();
    }

    private static bool UsesColour() =>
        !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && !IsDumb;

    /// <summary>Of terminals that do not know it, the usual one.</summary>
    private static int Width()
    {
        try
        {
            return Console.WindowWidth is > 0 and var width ? width : UsualWidth;
        }
        catch (IOException)
        {
            return UsualWidth;
        }
    }

    private static ConsoleKeyInfo? ReadKey()
    {
        try
        {
            var key = Console.ReadKey(intercept: true);
            return key == default ? null : key;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
