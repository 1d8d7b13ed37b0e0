using System.Security.Cryptography;
using System.Text;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Study.Grading;

/// <summary>
/// A short, stable mark of what a card's answer says, so that the log can tell later whether the answer that was learned is
/// still the card's.
/// </summary>
public static class AnswerFingerprint
{
    /// <summary>
    /// The first 8 bytes, as 16 lower-case hexadecimal digits, of the SHA-256 of the answer's UTF-8 text with white space
    /// squeezed. The answer is the keys in the deck's order for choice and multi, the model answer and then the rubric's
    /// concepts for explain, and <see cref="CardContent.Answer"/> else; parts are joined by LF.
    /// </summary>
    public static string Of(CardContent content)
    {
        var text = string.Join('\n', Parts(content).Select(WhiteSpace.Squeeze));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 8));
    }

    private static IEnumerable<string> Parts(CardContent content) =>
        content switch
        {
            ChoiceContent choice => choice.Options.Where(option => option.Correct).Select(option => option.Text),
            ExplainContent explain => explain.Concepts.Select(concept => concept.Text).Prepend(explain.ModelAnswer),
            _ => [content.Answer],
        };
}
