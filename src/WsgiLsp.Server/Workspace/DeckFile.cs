namespace WsgiLsp.Server.Workspace;

/// <summary>A deck that was found.</summary>
/// <param name="Path">Its full path.</param>
/// <param name="Name">The path to show: as it was given, with <c>/</c>.</param>
/// <param name="Config">The settings that hold for it.</param>
public sealed record DeckFile(string Path, string Name, WsgiLspConfig Config);
