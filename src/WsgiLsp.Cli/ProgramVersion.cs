namespace WsgiLsp.Cli;

/// <summary>The program's version, which the build takes from one place and writes here: to look it up takes longer.</summary>
internal static partial class ProgramVersion;
