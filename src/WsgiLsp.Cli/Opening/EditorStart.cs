using System.Collections.Immutable;

namespace WsgiLsp.Cli.Opening;

/// <summary>How an editor is started with decks and this server, for one run.</summary>
internal sealed record EditorStart
{
    /// <summary>The arguments, as the editor gets them: no shell reads them.</summary>
    public required ImmutableArray<string> Arguments { get; init; }

    /// <summary>Scripts that the arguments name, to be written before: full paths and texts.</summary>
    public ImmutableArray<(string Path, string Text)> Scripts { get; init; } = [];

    /// <summary>What is set in the editor's environment.</summary>
    public ImmutableDictionary<string, string> Environment { get; init; } = ImmutableDictionary<string, string>.Empty;
}
