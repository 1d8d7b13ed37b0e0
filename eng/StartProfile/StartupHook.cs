using System.Reflection;
using System.Runtime.Loader;
using StartProfile;

/// <summary>
/// What .NET calls in a program, before its own code, whose environment names this assembly in <c>DOTNET_STARTUP_HOOKS</c>:
/// when the program ends, adds the methods that were called to those of earlier runs, and writes the profile.
/// </summary>
internal static class StartupHook
{
    public const string MethodsVariable = "START_PROFILE_METHODS";
    public const string ProfileVariable = "START_PROFILE";
    public const string TraceVariable = "DOTNET_EventPipeOutputPath";

    /// <summary>What ends a program, and so is not in its trace.</summary>
    private static IEnumerable<MethodBase> LastCalled =>
        new[] { typeof(AppContext), typeof(AppDomain), typeof(AssemblyLoadContext) }.Select(type =>
            type.GetMethod("OnProcessExit", BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance)!
        );

    public static void Initialize() => AppDomain.CurrentDomain.ProcessExit += (_, _) => AddRun();

    private static void AddRun()
    {
        // The runtime writes its trace every tenth of a second.
        Thread.Sleep(1000);
        var methods = Environment.GetEnvironmentVariable(MethodsVariable)!;
        var known = File.Exists(methods) ? File.ReadAllLines(methods) : [];
        var called = NetTrace
            .CompiledMethods(ReadOpen(Environment.GetEnvironmentVariable(TraceVariable)!))
            .Select(MethodName.Of);
        SortedSet<string> all = new(known.Concat(called), StringComparer.Ordinal);
        File.WriteAllLines(methods, all);

        var profile = new MibcWriter();
        foreach (var method in all.Select(MethodName.Find).Concat(LastCalled))
        {
            profile.Add(method);
        }

        profile.Write(Environment.GetEnvironmentVariable(ProfileVariable)!);
    }

    private static byte[] ReadOpen(string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
