namespace WsgiLsp.EndToEnd.Tests;

/// <summary>
/// A program that is not part of the project. Where it is missing the test is skipped and says how to get it; where
/// <c>E2E_REQUIRE=1</c>, as in CI after its install step, it fails.
/// </summary>
internal static class Tool
{
    /// <summary>The program's path. <c>E2E_NVIM=/path</c> names another one; <c>E2E_NVIM=none</c> shows the skip.</summary>
    public static string Require(string name, string how) =>
        Require(name, Environment.GetEnvironmentVariable("E2E_" + name.ToUpperInvariant()) ?? OnPath(name), how);

    /// <summary>The file, if it is there.</summary>
    public static string Require(string what, string? file, string how)
    {
        Require(what, File.Exists(file), how);
        return file!;
    }

    /// <summary>Goes on where something is there.</summary>
    public static void Require(string what, bool isThere, string how)
    {
        if (isThere)
        {
            return;
        }

        var reason = $"{what} not found. To get it: {how}";
        if (Environment.GetEnvironmentVariable("E2E_REQUIRE") == "1")
        {
            Assert.Fail(reason);
        }

        Assert.Skip(reason);
    }

    private static string? OnPath(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
}
