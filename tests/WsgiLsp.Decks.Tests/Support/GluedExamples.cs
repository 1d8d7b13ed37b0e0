using WsgiLsp.Decks.Rules;

namespace WsgiLsp.Decks.Tests.Support;

/// <summary>
/// Decks glued together from the examples of all rules, some lines changed: full of findings, and like what people write. The
/// same for the same seed.
/// </summary>
internal sealed class GluedExamples(int seed)
{
    private static readonly string[] Examples =
    [
        .. RuleCatalogue
            .Rules.Where(rule => rule.ExampleLanguage == "markdown")
            .SelectMany(rule => rule.Invalid.Concat(rule.Valid))
            .Select(WithoutMarks),
    ];

    private readonly Random random = new(seed);

    public string Document()
    {
        var parts = new List<string>();
        for (var n = random.Next(1, 6); n > 0; n--)
        {
            var example = Examples[random.Next(Examples.Length)];

            // Front matter counts at the top only.
            if (parts.Count > 0 && example.StartsWith("---", StringComparison.Ordinal))
            {
                continue;
            }

            parts.Add(example.Trim('\n') + "\n");
        }

        var text = string.Join("\n", parts);
        if (random.Next(3) == 0)
        {
            text = new Specimens(seed).Mutate(text);
        }

        return random.Next(5) == 0 ? text.ReplaceLineEndings("\r\n") : text;
    }

    private static string WithoutMarks(string example) =>
        string.Join(
            '\n',
            example
                .ReplaceLineEndings("\n")
                .Split('\n')
                .Where(line => line.Trim() is "" || line.Trim().Trim('^').Length > 0)
        );
}
