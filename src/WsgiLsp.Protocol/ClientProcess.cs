using System.ComponentModel;
using System.Diagnostics;

namespace WsgiLsp.Protocol;

/// <summary>Watches the client's process, for clients that die without closing their end.</summary>
internal static class ClientProcess
{
    /// <summary>Whether a process with this id can be seen and runs.</summary>
    public static bool IsAlive(int processId)
    {
        try
        {
            using var process = Process.GetProcessById(processId);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
        // It is there, and not ours to look into.
        catch (Exception exception) when (exception is Win32Exception or InvalidOperationException)
        {
            return true;
        }
    }

    /// <summary>
    /// Calls <paramref name="died"/> once when the process, having been seen alive, is gone. One that is never seen, as
    /// from another container, is never missed.
    /// </summary>
    /// <returns>The watch; disposing ends it.</returns>
    public static IDisposable Watch(int processId, ConnectionOptions options, Action died)
    {
        var seen = false;
        return options.Time.CreateTimer(
            _ =>
            {
                var alive = options.IsProcessAlive(processId);
                if (seen && !alive)
                {
                    died();
                }

                seen |= alive;
            },
            state: null,
            options.ClientPollInterval,
            options.ClientPollInterval
        );
    }
}
