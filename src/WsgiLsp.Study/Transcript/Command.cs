namespace WsgiLsp.Study.Transcript;

/// <summary>A line that is a command wherever it is typed: a closed family.</summary>
internal abstract record Command
{
    /// <summary>The command of a line, in either case and with or without the leading colon; null for any other line.</summary>
    /// <param name="line">The line.</param>
    /// <param name="needsColon">Whether only a line with the colon is one.</param>
    public static Command? Parse(string line, bool needsColon = false)
    {
        var text = line.Trim().ToLowerInvariant();
        var hasColon = text.StartsWith(':');
        if (needsColon && !hasColon)
        {
            return null;
        }

        return (hasColon ? text[1..] : text) switch
        {
            "?" => new Hint(),
            "??" => new Reveal(),
            TranscriptMarks.Undo => new Undo(),
            "!b" => new Bury(),
            "!s" => new Suspend(),
            TranscriptMarks.Quit => new Quit(),
            ['!', >= '1' and <= '4' and var digit] => new Regrade(digit - '0'),
            "done" when hasColon => new Done(),
            _ => null,
        };
    }

    /// <summary><c>?</c></summary>
    internal sealed record Hint : Command;

    /// <summary><c>??</c></summary>
    internal sealed record Reveal : Command;

    /// <summary><c>:done</c></summary>
    internal sealed record Done : Command;

    /// <summary><c>!u</c></summary>
    internal sealed record Undo : Command;

    /// <summary><c>!1</c>–<c>!4</c></summary>
    internal sealed record Regrade(int Number) : Command;

    /// <summary><c>!b</c></summary>
    internal sealed record Bury : Command;

    /// <summary><c>!s</c></summary>
    internal sealed record Suspend : Command;

    /// <summary><c>!q</c></summary>
    internal sealed record Quit : Command;
}
