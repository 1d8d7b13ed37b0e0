namespace Compare.Servers;

/// <summary>A language server.</summary>
/// <param name="Name">What it is called in figures.</param>
/// <param name="Command">The program and its arguments.</param>
/// <param name="Version">What is measured, in words.</param>
internal sealed record ServerSpec(string Name, IReadOnlyList<string> Command, string Version);
