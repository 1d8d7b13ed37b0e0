using System.CommandLine;
using System.CommandLine.Invocation;
using WsgiLsp.Cli.Commands;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Cli;

/// <summary>The command line: reads arguments, runs one command, answers with an <see cref="ExitCode"/>.</summary>
internal static class CommandLine
{
    /// <summary>Runs the program.</summary>
    /// <param name="args">What stands behind the program's name.</param>
    /// <param name="terminal">The world outside.</param>
    /// <param name="languageServer">What <c>wsgilsp lsp</c> starts; its result is the exit code.</param>
    public static async Task<int> RunAsync(
        IReadOnlyList<string> args,
        Terminal terminal,
        Func<LspTransportOptions, CancellationToken, Task<int>> languageServer
    )
    {
        int result;
        try
        {
            result = await DispatchAsync(args, terminal, languageServer);
        }
#pragma warning disable CA1031 // The last resort: whatever went wrong, the shell gets one plain line.
        catch (Exception e)
#pragma warning restore CA1031
        {
            result = UnexpectedError.Tell(e, terminal.Error, terminal.Environment);
        }

        try
        {
            await terminal.Out.FlushAsync();
            return result;
        }
        catch (IOException e)
        {
            terminal.Complain($"cannot write standard output: {e.Message}");
            return ExitCode.CannotRun;
        }
    }

    private static async Task<int> DispatchAsync(
        IReadOnlyList<string> args,
        Terminal terminal,
        Func<LspTransportOptions, CancellationToken, Task<int>> languageServer
    )
    {
        var root = new RootCommand("Study inside your editor: flashcards and quizzes in Markdown files.")
        {
            CheckCommand.Create(terminal),
            FmtCommand.Create(terminal),
            RulesCommand.Create(terminal),
            ExplainCommand.Create(terminal),
            CardsCommand.Create(terminal),
            OpenCommand.Create(terminal),
            StudyCommand.Create(terminal),
            DueCommand.Create(terminal),
            StatsCommand.Create(terminal),
            OptimizeCommand.Create(terminal),
            SimulateCommand.Create(terminal),
            WhileCommand.Create(terminal),
            CaptureCommand.Create(terminal),
            ExportCommand.Create(terminal),
            LogCommand.Create(terminal),
            LspCommand.Create(terminal, languageServer),
        };
        root.Options.OfType<VersionOption>().Single().Action = new ShowVersion(terminal);

        // A path may begin with @: response files are not wanted.
        var parsed = root.Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var mistakes = Mistakes(parsed, args);
        if (mistakes.Count > 0)
        {
            mistakes.ForEach(terminal.Complain);
            terminal.Complain($"see {NameOf(parsed.CommandResult.Command)} --help");
            return ExitCode.CannotRun;
        }

        return await parsed.InvokeAsync(
            new()
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            }
        );
    }

    private static List<string> Mistakes(ParseResult parsed, IReadOnlyList<string> args)
    {
        var command = parsed.CommandResult.Command;
        var unknown = parsed.UnmatchedTokens.Concat(PathArgument.Misread(parsed, args)).ToList();
        return unknown.Count > 0
            ? unknown.ConvertAll(word =>
                $"{WhatIs(word, command)} '{word}'{NearestWord.Suggestion(word, WordsOf(command))}"
            )
            : [.. parsed.Errors.Select(error => InOurWords(error.Message, command))];
    }

    private static string WhatIs(string word, Command command) =>
        word.StartsWith('-') ? "unknown option"
        : command.Subcommands.Count > 0 ? "unknown command"
        : "one word too many:";

    /// <summary>The parser says of a missing command only that there is none.</summary>
    private static string InOurWords(string message, Command command) =>
        command is { Subcommands.Count: > 0, Action: null }
            ? $"which command? One of {string.Join(", ", command.Subcommands.Select(one => one.Name))}"
            : message;

    private static IEnumerable<string> WordsOf(Command command) =>
        [.. command.Subcommands.Select(c => c.Name), .. command.Options.Select(o => o.Name)];

    private static string NameOf(Command command) =>
        command is RootCommand ? "wsgilsp" : $"{NameOf(command.Parents.OfType<Command>().Single())} {command.Name}";

    private sealed class ShowVersion(Terminal terminal) : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            terminal.Out.WriteLine("wsgilsp " + ProgramVersion.Text);
            return ExitCode.Clean;
        }
    }
}
