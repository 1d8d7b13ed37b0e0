using WsgiLsp.Protocol.Types;

namespace WsgiLsp.Server.Features.SemanticTokens;

/// <summary>What makes one answer of another.</summary>
internal static class TokenDiff
{
    /// <summary>The one stretch that differs; empty where nothing does.</summary>
    /// <remarks>Tokens count from the one before, so that an edit changes the numbers around it, and no others.</remarks>
    public static IReadOnlyList<SemanticTokensEdit> Between(uint[] before, uint[] after)
    {
        var start = before.AsSpan().CommonPrefixLength(after);
        if (start == before.Length && start == after.Length)
        {
            return [];
        }

        var (oldEnd, newEnd) = (before.Length, after.Length);
        while (oldEnd > start && newEnd > start && before[oldEnd - 1] == after[newEnd - 1])
        {
            (oldEnd, newEnd) = (oldEnd - 1, newEnd - 1);
        }

        return [new SemanticTokensEdit((uint)start, (uint)(oldEnd - start), after[start..newEnd])];
    }
}
