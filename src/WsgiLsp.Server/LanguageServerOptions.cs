namespace WsgiLsp.Server;

/// <summary>What the language server needs of the world.</summary>
public sealed record LanguageServerOptions
{
    /// <summary>The version to tell the client.</summary>
    public required string Version { get; init; }

    /// <summary>Where logs go, besides the client's own window; called for the first line.</summary>
    public required Func<TextWriter> Error { get; init; }

    /// <summary>Looks an environment variable up; null where it is not set.</summary>
    public required Func<string, string?> Environment { get; init; }

    /// <summary>The clock.</summary>
    public required TimeProvider Clock { get; init; }
}
