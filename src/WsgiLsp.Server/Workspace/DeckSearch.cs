using System.Collections.Immutable;

namespace WsgiLsp.Server.Workspace;

/// <summary>What a search for decks gave.</summary>
/// <param name="Files">The decks: in the order of the given paths, those of one folder in ordinal order; each once.</param>
/// <param name="Problems">What could not be read.</param>
/// <param name="Configs">Every <c>wsgilsp.json</c> that was met, each once.</param>
public sealed record DeckSearch(
    ImmutableArray<DeckFile> Files,
    ImmutableArray<FileProblem> Problems,
    ImmutableArray<WsgiLspConfig> Configs
);
