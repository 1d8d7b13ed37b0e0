namespace WsgiLsp.Cli.Tests.Checking;

/// <summary>A workflow command as the runner of GitHub Actions reads it.</summary>
internal sealed record WorkflowCommandLine(string Name, IReadOnlyDictionary<string, string> Properties, string Message)
{
    /// <summary>Reads a line; null where it is none.</summary>
    public static WorkflowCommandLine? Read(string line)
    {
        if (
            !line.StartsWith("::", StringComparison.Ordinal)
            || line.IndexOf("::", 2, StringComparison.Ordinal) is not (> 2 and var end)
        )
        {
            return null;
        }

        var head = line[2..end];
        var space = head.IndexOf(' ', StringComparison.Ordinal);
        var properties = space < 0 ? [] : head[(space + 1)..].Split(',');
        return new(
            space < 0 ? head : head[..space],
            properties
                .Select(property => property.Split('=', 2))
                .ToDictionary(
                    pair => pair[0].Trim(),
                    pair => Unescape(pair[1], [("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")])
                ),
            Unescape(line[(end + 2)..], [("%0D", "\r"), ("%0A", "\n"), ("%25", "%")])
        );
    }

    /// <summary>The percent sign comes last: what it makes is no escape any more.</summary>
    private static string Unescape(string text, (string Escaped, string Plain)[] pairs) =>
        pairs.Aggregate(text, (t, pair) => t.Replace(pair.Escaped, pair.Plain, StringComparison.Ordinal));
}
