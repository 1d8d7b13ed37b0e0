using System.CommandLine;

namespace WsgiLsp.Cli;

/// <summary>The argument that all commands over decks share.</summary>
internal static class PathArgument
{
    private const string Name = "PATH";

    public static Argument<string[]> Create() =>
        new(Name)
        {
            Description = "Decks, or folders to search for decks. A named file is always read as a deck.",
            Arity = ArgumentArity.ZeroOrMore,
            DefaultValueFactory = _ => ["."],
        };

    /// <summary>Mistyped options, which the parser takes for paths. A path after <c>--</c> may begin with a dash.</summary>
    public static IEnumerable<string> Misread(ParseResult parsed, IReadOnlyList<string> args)
    {
        var options = args.TakeWhile(arg => arg != "--").Where(arg => arg.StartsWith('-')).ToHashSet();
        return parsed
            .CommandResult.Children.OfType<System.CommandLine.Parsing.ArgumentResult>()
            .Where(result => result.Argument.Name == Name)
            .SelectMany(result => result.Tokens)
            .Select(token => token.Value)
            .Where(options.Contains);
    }
}
