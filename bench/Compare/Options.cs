using System.Globalization;

namespace Compare;

/// <summary>What the command line asks for.</summary>
internal sealed class Options
{
    private readonly Dictionary<string, string> named = [];

    public Options(IEnumerable<string> arguments)
    {
        string? name = null;
        foreach (var argument in arguments)
        {
            if (name is not null)
            {
                named[name] = argument;
                name = null;
            }
            else if (argument.StartsWith("--", StringComparison.Ordinal))
            {
                name = argument[2..];
            }
            else
            {
                Plain.Add(argument);
            }
        }

        if (name is not null)
        {
            throw new ArgumentException($"--{name} has no value");
        }
    }

    /// <summary>What has no name: a verb, and servers.</summary>
    public List<string> Plain { get; } = [];

    public string Text(string name, string otherwise) => named.GetValueOrDefault(name, otherwise);

    public int Number(string name, int otherwise) =>
        named.TryGetValue(name, out var value) ? int.Parse(value, CultureInfo.InvariantCulture) : otherwise;

    /// <summary>Numbers with commas between them.</summary>
    public int[] Numbers(string name, string otherwise) =>
        [.. Text(name, otherwise).Split(',').Select(one => int.Parse(one, CultureInfo.InvariantCulture))];
}
