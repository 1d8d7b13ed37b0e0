using System.Reflection;

namespace WsgiLsp.Cli;

/// <summary>The program's version, which the build takes from one place.</summary>
internal static class ProgramVersion
{
    /// <summary>The version without the commit, which is the build's business.</summary>
    public static string Text { get; } =
        typeof(ProgramVersion)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];
}
