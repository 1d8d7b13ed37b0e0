using System.Text.RegularExpressions;

namespace WsgiLsp.EndToEnd.Tests;

/// <summary>The lines <c>a) …</c> of a question whose options are too long for its buttons.</summary>
internal static class Legend
{
    /// <summary>The letter that stands for an option. An editor may show the legend's lines as one.</summary>
    public static string LetterOf(string option, string question)
    {
        var line = Regex.Match(
            question,
            @"\b(?<letter>[a-z])\)\s" + Regex.Escape(option),
            RegexOptions.ExplicitCapture,
            TimeSpan.FromSeconds(1)
        );
        Assert.True(line.Success, $"No letter stands for “{option}” in:\n{question}");
        return line.Groups["letter"].Value;
    }
}
