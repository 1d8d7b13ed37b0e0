namespace WsgiLsp.EndToEnd.Tests;

/// <summary>
/// Runs a session in a real editor, and once more if it fails: an editor on a busy machine may be late. The first
/// failure is written to the test's output, so that a flaky session is seen.
/// </summary>
internal static class Attempt
{
    public static async Task TwiceAsync(Func<Task> session)
    {
        try
        {
            await session();
        }
        catch (Exception first)
        {
            TestContext.Current.TestOutputHelper?.WriteLine("The first attempt failed; trying once more.\n" + first);
            await session();
        }
    }
}
