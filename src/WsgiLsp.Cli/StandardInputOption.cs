using System.CommandLine;

namespace WsgiLsp.Cli;

/// <summary>The option that has a deck read from standard input in place of files.</summary>
internal static class StandardInputOption
{
    private const string Name = "--stdin-filename";

    /// <summary>Declares it for a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="paths">Its paths, which the option excludes.</param>
    /// <param name="description">What is done with the deck.</param>
    public static Option<string?> AddTo(Command command, Argument<string[]> paths, string description)
    {
        var option = new Option<string?>(Name) { Description = description, HelpName = "PATH" };
        command.Options.Add(option);
        command.Validators.Add(result =>
        {
            if (result.GetResult(option) is not null && result.GetResult(paths) is { Implicit: false })
            {
                result.AddError($"{Name} and PATH exclude one another");
            }
        });
        return option;
    }
}
