using System.CommandLine;
using WsgiLsp.Cli.Study;

namespace WsgiLsp.Cli.Commands;

/// <summary>Commands that say something about decks and what was learned from them, and change nothing: the log stays as it is.</summary>
internal static class LearningReport
{
    /// <summary>Such a command, with paths of decks and <c>--json</c>. What can be read is reported on.</summary>
    /// <param name="terminal">The terminal.</param>
    /// <param name="name">The command's name.</param>
    /// <param name="description">What it does.</param>
    /// <param name="options">Its other options.</param>
    /// <param name="write">Writes the report, as JSON or for people, and answers the exit code.</param>
    public static Command CreateCommand(
        Terminal terminal,
        string name,
        string description,
        IEnumerable<Option> options,
        Func<List<NamedDeck>, LearnerData, ParseResult, bool, int> write
    )
    {
        var paths = PathArgument.Create();
        var json = new Option<bool>("--json") { Description = "One JSON object." };
        var command = new Command(name, description) { paths, json };
        foreach (var option in options)
        {
            command.Add(option);
        }

        command.SetAction(parsed =>
        {
            var reader = new DeckReader(terminal);
            var decks = reader.ReadWithCards(parsed.GetRequiredValue(paths));
            return LearnerData.UseAsync(
                terminal,
                data =>
                {
                    var code = write(decks, data, parsed, parsed.GetValue(json));
                    return Task.FromResult(reader.HasFailed ? ExitCode.CannotRun : code);
                }
            );
        });
        return command;
    }
}
