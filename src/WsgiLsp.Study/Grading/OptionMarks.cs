using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Study.Grading;

/// <summary>
/// Short, stable marks of what the options of a choice say, so that the log can tell later which of them was picked: it may
/// stand elsewhere by then, or not be there any more.
/// </summary>
public static class OptionMarks
{
    private const char Separator = ',';

    /// <summary>
    /// A mark of each option, in the deck's order, with commas between: the first 4 bytes, as 8 lower-case hexadecimal digits,
    /// of the SHA-256 of the option's UTF-8 text with white space squeezed.
    /// </summary>
    public static string Of(ChoiceContent choice) =>
        string.Join(Separator, choice.Options.Select(option => MarkOf(option.Text)));

    /// <summary>The marks, one by one; none of null, which older logs have.</summary>
    public static ImmutableArray<string> Split(string? marks) => marks is null ? [] : [.. marks.Split(Separator)];

    private static string MarkOf(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(WhiteSpace.Squeeze(text))).AsSpan(0, 4));
}
