using System.ComponentModel;
using System.Diagnostics;

namespace WsgiLsp.Cli.Web;

/// <summary>The person's browser, as far as this program can open it.</summary>
internal static class Browser
{
    /// <summary>The program that opens an address in the browser that the person prefers.</summary>
    public static string Opener =>
        OperatingSystem.IsWindows() ? "rundll32"
        : OperatingSystem.IsMacOS() ? "open"
        : "xdg-open";

    /// <summary>Opens an address.</summary>
    /// <param name="opener">The full path of <see cref="Opener"/>.</param>
    /// <param name="address">The address.</param>
    /// <returns>Whether that could be tried.</returns>
    public static bool TryOpen(string opener, string address)
    {
        string[] arguments = OperatingSystem.IsWindows() ? ["url.dll,FileProtocolHandler", address] : [address];
        try
        {
            // What it says is not ours: the terminal stays as it is.
            using var process = Process.Start(
                new ProcessStartInfo(opener, arguments)
                {
                    UseShellExecute = false,
                    RedirectStandardOutput = true,
                    RedirectStandardError = true,
                }
            );
            return process is not null;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
