namespace WsgiLsp.Protocol.Types;

/// <summary>How a message is shown.</summary>
public enum MessageType
{
    /// <summary>An error.</summary>
    Error = 1,

    /// <summary>A warning.</summary>
    Warning = 2,

    /// <summary>Information.</summary>
    Info = 3,

    /// <summary>A line for the log.</summary>
    Log = 4,

    /// <summary>A line for the log that only developers want (3.18).</summary>
    Debug = 5,
}

/// <summary>A message for a person.</summary>
public sealed record ShowMessageParams(MessageType Type, string Message);

/// <summary>A button.</summary>
public sealed record MessageActionItem(string Title);

/// <summary>A question to a person, answered by a button.</summary>
public sealed record ShowMessageRequestParams(
    MessageType Type,
    string Message,
    IReadOnlyList<MessageActionItem>? Actions = null
);

/// <summary>A line for the client's log.</summary>
public sealed record LogMessageParams(MessageType Type, string Message);

/// <summary>A document, or with <c>External</c> anything the desktop can open, to be shown.</summary>
public sealed record ShowDocumentParams(
    string Uri,
    bool? External = null,
    bool? TakeFocus = null,
    Range? Selection = null
);

/// <summary>Whether it was shown.</summary>
public sealed record ShowDocumentResult(bool Success);
