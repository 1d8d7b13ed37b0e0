using WsgiLsp.Server.Quiz;

namespace WsgiLsp.Server.Sheets;

/// <summary>
/// How a client ends a document: whether the last line always has a line end, so that an empty piece behind it is no line
/// that the person sees. Guessed by the client's name, and corrected by what it sends.
/// </summary>
/// <param name="clientName">The client's name, once it said it; null where it has none.</param>
internal sealed class LineHabit(Func<string?> clientName)
{
    private bool wasSeenFree;

    /// <summary>How many empty pieces at the end of a text are no lines: 1 or 0.</summary>
    public int Kept => wasSeenFree || IsKnownFree ? 0 : 1;

    // These are known to have a caret behind the last line end. Others are taken not to, which costs one Enter more at worst;
    // the other way round an answer would be judged before it is complete.
    private bool IsKnownFree =>
        clientName() is { } name && (NotifyingClients.Include(name) || EmacsClients.Include(name));

    /// <summary>Looks at a document's text.</summary>
    /// <param name="lastLine">What stands behind its last line end.</param>
    public void See(string lastLine) => wasSeenFree |= lastLine.Length > 0;

    /// <summary>Looks where the caret is.</summary>
    /// <param name="isBehindAll">Whether it stands behind the last line end.</param>
    public void SeeCaret(bool isBehindAll) => wasSeenFree |= isBehindAll;
}
