namespace WsgiLsp.Protocol;

/// <summary>An error of the protocol: thrown by a handler it is the answer; thrown to a caller it is the client's answer.</summary>
/// <param name="code">One of <see cref="ErrorCodes"/>, or an own one.</param>
/// <param name="message">What is wrong, for a person.</param>
/// <param name="innerException">What caused it, for the log.</param>
#pragma warning disable CA1032 // Without a code it would be no answer.
public sealed class RpcException(int code, string message, Exception? innerException = null)
    : Exception(message, innerException)
#pragma warning restore CA1032
{
    /// <summary>The code on the wire.</summary>
    public int Code { get; } = code;
}

/// <summary>The codes that JSON-RPC and LSP define.</summary>
public static class ErrorCodes
{
    /// <summary>The message is no JSON.</summary>
    public const int ParseError = -32700;

    /// <summary>The message is no request, or does not belong here.</summary>
    public const int InvalidRequest = -32600;

    /// <summary>Nobody handles the method.</summary>
    public const int MethodNotFound = -32601;

    /// <summary>The params do not fit the method.</summary>
    public const int InvalidParams = -32602;

    /// <summary>The handler failed.</summary>
    public const int InternalError = -32603;

    /// <summary>A request came before <c>initialize</c>.</summary>
    public const int ServerNotInitialized = -32002;

    /// <summary>A request that was well understood cannot be served.</summary>
    public const int RequestFailed = -32803;

    /// <summary>The server gave a request up.</summary>
    public const int ServerCancelled = -32802;

    /// <summary>The document changed meanwhile.</summary>
    public const int ContentModified = -32801;

    /// <summary>The client cancelled the request.</summary>
    public const int RequestCancelled = -32800;

    /// <summary>The connection ended before the client answered; never on the wire.</summary>
    public const int ConnectionClosed = -32097;
}
