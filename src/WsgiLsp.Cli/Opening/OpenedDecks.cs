using System.Collections.Immutable;

namespace WsgiLsp.Cli.Opening;

/// <summary>The decks that an editor is to open.</summary>
/// <param name="WorkingFolder">The folder that the editor starts in.</param>
/// <param name="Root">The folder that was asked for; null where it was a file, which belongs to its own project.</param>
/// <param name="Files">Full paths, at least one: the first is shown.</param>
internal sealed record OpenedDecks(string WorkingFolder, string? Root, ImmutableArray<string> Files);
