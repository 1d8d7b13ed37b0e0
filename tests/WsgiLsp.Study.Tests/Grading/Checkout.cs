namespace WsgiLsp.Study.Tests.Grading;

/// <summary>The checkout that the tests run in.</summary>
internal static class Checkout
{
    public static string Root { get; } = FindRoot();

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "WsgiLsp.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("the tests must run inside a checkout");
    }
}
