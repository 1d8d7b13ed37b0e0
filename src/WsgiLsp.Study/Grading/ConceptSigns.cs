using System.Collections.Immutable;

namespace WsgiLsp.Study.Grading;

/// <summary>Verdicts on concepts as the log has them, one sign a concept.</summary>
internal static class ConceptSigns
{
    private const char Found = '+';
    private const char Perhaps = '~';
    private const char Missing = '-';

    /// <summary>Writes verdicts; null for none.</summary>
    public static string? Of(ImmutableArray<ConceptVerdict> verdicts) =>
        verdicts.IsEmpty
            ? null
            : string.Concat(
                verdicts.Select(verdict =>
                    verdict switch
                    {
                        ConceptVerdict.Found => Found,
                        ConceptVerdict.Perhaps => Perhaps,
                        _ => Missing,
                    }
                )
            );

    /// <summary>Reads what <see cref="Of"/> wrote.</summary>
    public static ImmutableArray<ConceptVerdict> Read(string signs) =>
        [
            .. signs.Select(sign =>
                sign switch
                {
                    Found => ConceptVerdict.Found,
                    Perhaps => ConceptVerdict.Perhaps,
                    _ => ConceptVerdict.Missing,
                }
            ),
        ];

    /// <summary>Whether a sign says that a concept was found.</summary>
    public static bool IsFound(char sign) => sign == Found;

    /// <summary>Whether a sign says that a concept is missing.</summary>
    public static bool IsMissing(char sign) => sign == Missing;
}
