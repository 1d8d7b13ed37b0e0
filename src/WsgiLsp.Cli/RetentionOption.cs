using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace WsgiLsp.Cli;

/// <summary>An option that takes retentions: numbers, and ranges of them.</summary>
internal static class RetentionOption
{
    private const double Least = 0.7;
    private const double Most = 0.99;

    // In hundredths, as people write them.
    private const int Step = 5;

    /// <param name="name">The option, with its dashes.</param>
    public static Option<double[]> Create(string name) =>
        new(name)
        {
            Description = "What to try: numbers from 0.7 to 0.99, or ranges such as 0.8-0.95.",
            HelpName = "R",
            AllowMultipleArgumentsPerToken = true,
            CustomParser = result => [.. result.Tokens.SelectMany(token => Read(name, token.Value, result))],
        };

    private static IEnumerable<double> Read(string name, string text, ArgumentResult result)
    {
        var numbers = text.Split('-').Select(Number).ToList();
        if (numbers is [{ } one])
        {
            return [one];
        }

        if (numbers is [{ } first, { } last] && first < last)
        {
            var (from, to) = (Hundredths(first), Hundredths(last));
            return Enumerable.Range(0, ((to - from) / Step) + 1).Select(i => (from + (i * Step)) / 100.0).Append(last);
        }

        result.AddError($"{name} takes a number from 0.7 to 0.99, or a range such as 0.8-0.95, not '{text}'");
        return [];
    }

    private static double? Number(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        && number is >= Least and <= Most
            ? number
            : null;

    private static int Hundredths(double number) => (int)Math.Round(number * 100);
}
