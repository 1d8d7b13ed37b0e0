namespace WsgiLsp.Server.Capture;

/// <summary>A card as it was captured.</summary>
/// <param name="Prompt">The heading's text.</param>
/// <param name="Code">Code that is shown with the question; empty where there is none.</param>
/// <param name="Answer">The answer; empty where it is still to be written.</param>
/// <param name="Language">What fences call the language of code; empty where that is not known.</param>
/// <param name="Source">Where it comes from, <c>file:line@commit</c>; null where nobody said.</param>
public sealed record CapturedCard(string Prompt, string Code, string Answer, string Language, string? Source)
{
    private const string AboutCode = "What does this do?";
    private const string Unwritten = "To be written.";

    /// <summary>Whether the answer is still to be written. Such a card is suspended until then.</summary>
    public bool IsUnfinished => Answer.Length == 0;

    /// <summary>Makes a card of a text.</summary>
    /// <param name="text">The answer where the prompt is given. Else prompt and answer, or code alone.</param>
    /// <param name="prompt">The prompt, or null.</param>
    /// <param name="language">The language of code.</param>
    /// <param name="source">Where it comes from, or null.</param>
    /// <returns>The card; null where there is nothing to ask.</returns>
    public static CapturedCard? Of(string text, string? prompt, string language, string? source)
    {
        var lines = text.ReplaceLineEndings("\n").Replace('\0', '\uFFFD').Split('\n').Select(line => line.TrimEnd());
        List<string> trimmed = [.. lines.SkipWhile(line => line.Length == 0)];
        while (trimmed is [.., ""])
        {
            trimmed.RemoveAt(trimmed.Count - 1);
        }

        var body = string.Join('\n', trimmed);
        if (!string.IsNullOrWhiteSpace(prompt))
        {
            return new(prompt, "", body, language, source);
        }

        if (trimmed.Count == 0)
        {
            return null;
        }

        return CodeText.IsCode(body)
            ? new(AboutCode, body, "", language, source)
            : new(trimmed[0], "", string.Join('\n', trimmed.Skip(1)).Trim('\n'), language, source);
    }

    /// <summary>
    /// Ways to write it, the one that changes least first: as Markdown, as Markdown that asks nothing of its own, and as
    /// plain text.
    /// </summary>
    /// <param name="level">The heading's level, 1–6.</param>
    public IEnumerable<string> Write(int level)
    {
        var heading = SafeMarkdown.Heading(Prompt);
        var answer =
            IsUnfinished ? Unwritten
            : CodeText.IsCode(Answer) ? CodeText.Fenced(Answer, Language)
            : SafeMarkdown.Answer(Answer);
        yield return Write(level, heading, answer);
        yield return Write(level, SafeMarkdown.WithoutQuestions(heading), SafeMarkdown.WithoutQuestions(answer));
        if (!IsUnfinished)
        {
            yield return Write(level, SafeMarkdown.WithoutQuestions(heading), CodeText.Fenced(Answer, "text"));
        }
    }

    private string Write(int level, string heading, string answer)
    {
        List<string> blocks =
        [
            $"{new string('#', level)} {heading}{(IsUnfinished ? "\n<!-- card: suspend=true -->" : "")}",
        ];
        if (Code.Length > 0)
        {
            blocks.Add(CodeText.Fenced(Code, Language));
            blocks.Add("---");
        }

        blocks.Add(answer);
        if (Source is not null)
        {
            blocks.Add($"> [!NOTE]\n> From `{Source.Replace('`', '\'')}`.");
        }

        return string.Join("\n\n", blocks) + "\n";
    }
}
