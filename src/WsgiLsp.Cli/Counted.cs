namespace WsgiLsp.Cli;

/// <summary>Numbers with their words.</summary>
internal static class Counted
{
    /// <summary><c>1 card</c>, <c>2 cards</c>.</summary>
    public static string Of(long count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
