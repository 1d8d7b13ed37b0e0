using System.CommandLine;

namespace WsgiLsp.Cli.Commands;

internal static class StudyCommand
{
    public static Command Create(Terminal terminal)
    {
        return new Command("study", "x");
    }
}
