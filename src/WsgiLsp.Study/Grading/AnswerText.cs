namespace WsgiLsp.Study.Grading;

/// <summary>Texts as they are compared.</summary>
internal static class AnswerText
{
    /// <summary>Letter by letter: white space squeezed, and accents in one form whatever keyboard they come from.</summary>
    public static string Exact(string text) => LatinForms.Compose(WhiteSpace.Squeeze(text));

    /// <summary>
    /// Without what a reader need not get right: case, accents, the shape of quotation marks and dashes (keyboards have
    /// one of each), and the full stop that ends a sentence.
    /// </summary>
    public static string Fold(string text)
    {
        var folded = string.Create(
            text.Length,
            text,
            static (span, from) =>
            {
                for (var i = 0; i < span.Length; i++)
                {
                    span[i] = Plain(from[i]);
                }
            }
        );
        folded = LatinForms.StripAccents(WhiteSpace.Squeeze(folded)).ToLowerInvariant();
        return folded is [.., var last, '.'] && char.IsLetterOrDigit(last) ? folded[..^1] : folded;
    }

    private static char Plain(char c) =>
        c switch
        {
            '‘' or '’' or 'ʼ' => '\'',
            '“' or '”' or '„' => '"',
            '‐' or '‑' or '–' or '—' or '−' => '-',
            _ => c,
        };
}
