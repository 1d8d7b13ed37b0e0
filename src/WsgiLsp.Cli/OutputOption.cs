using System.CommandLine;

namespace WsgiLsp.Cli;

/// <summary>The option of commands that write a file: <c>-o</c>.</summary>
internal static class OutputOption
{
    public static Option<string?> Create(string description) =>
        new("--output", "-o") { Description = description, HelpName = "FILE" };
}
