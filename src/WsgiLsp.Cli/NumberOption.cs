using System.CommandLine;

namespace WsgiLsp.Cli;

/// <summary>Options that take a whole number, and say so when they get something else.</summary>
internal static class NumberOption
{
    /// <param name="name">The option, with its dashes.</param>
    /// <param name="minimum">The least that makes sense.</param>
    /// <param name="maximum">The most that makes sense.</param>
    public static Option<int?> Create(string name, int minimum = int.MinValue, int maximum = int.MaxValue) =>
        new(name)
        {
            HelpName = "N",
            CustomParser = result =>
            {
                if (int.TryParse(result.Tokens[^1].Value, out var number) && number >= minimum && number <= maximum)
                {
                    return number;
                }

                var range = (minimum, maximum) switch
                {
                    (int.MinValue, int.MaxValue) => "a whole number",
                    (_, int.MaxValue) => $"a whole number from {minimum} on",
                    _ => $"a whole number from {minimum} to {maximum}",
                };
                result.AddError($"{name} takes {range}, not '{result.Tokens[^1].Value}'");
                return null;
            },
        };
}
