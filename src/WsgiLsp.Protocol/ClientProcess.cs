using System.ComponentModel;
using System.Diagnostics;

namespace WsgiLsp.Protocol;

/// <summary>Watches the client's process, for clients that die without closing their end.</summary>
internal static class ClientProcess
{
    // Soon, so that a client that dies early is missed, but not while it waits for the answer to initialize.
    private static readonly TimeSpan s_firstLook = TimeSpan.FromMilliseconds(200);

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
            s_firstLook,
            options.ClientPollInterval
        );
    }
}
