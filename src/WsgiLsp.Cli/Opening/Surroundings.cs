namespace WsgiLsp.Cli.Opening;

/// <summary>What decides which editor is opened.</summary>
internal sealed record Surroundings
{
    /// <summary>What is around a terminal.</summary>
    public static Surroundings Of(Terminal terminal) =>
        new()
        {
            Environment = terminal.Environment,
            Find = new ProgramSearch(terminal.Environment).Find,
            Extension = CodeExtension.Find(terminal.Environment, AppContext.BaseDirectory),
            HasScreen = terminal.Environment("TERM") != "dumb",
            HasDesktop = OperatingSystem.IsWindows() || OperatingSystem.IsMacOS(),
        };

    /// <summary>Looks an environment variable up; null where it is not set.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>Finds a program by its name; null where it is not there.</summary>
    public required Func<string, string?> Find { get; init; }

    /// <summary>How VS Code gets the extension.</summary>
    public required CodeExtension Extension { get; init; }

    /// <summary>Whether the terminal understands more than lines.</summary>
    public required bool HasScreen { get; init; }

    /// <summary>Whether this system shows windows without a variable that says where.</summary>
    public required bool HasDesktop { get; init; }

    /// <summary>Whether the person sits at another machine.</summary>
    public bool IsRemote => IsSet("SSH_CONNECTION") || IsSet("SSH_TTY");

    /// <summary>Whether a window that is opened here is seen by the person here.</summary>
    public bool ShowsWindows => IsSet("DISPLAY") || IsSet("WAYLAND_DISPLAY") || (HasDesktop && !IsRemote);

    /// <summary>The program that opens addresses in a browser that the person sees; null where there is none.</summary>
    public string? Browser => ShowsWindows ? Find(Web.Browser.Opener) : null;

    /// <summary>Whether this is a terminal inside VS Code, whose command opens files in its window, over SSH as well.</summary>
    public bool IsInsideCode => Environment("TERM_PROGRAM") == "vscode";

    private bool IsSet(string variable) => !string.IsNullOrEmpty(Environment(variable));
}
