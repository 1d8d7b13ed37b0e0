using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace WsgiLsp.EndToEnd.Tests;

/// <summary>A process that a test started. Disposing it ends its whole tree.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private readonly Process process;
    private readonly StringBuilder output = new();

    private ChildProcess(Process process) => this.process = process;

    /// <summary>What it has written to its standard output and error so far.</summary>
    public string Output
    {
        get
        {
            lock (output)
            {
                return output.ToString();
            }
        }
    }

    public bool HasExited => process.HasExited;

    public static ChildProcess Start(
        string program,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string> environment
    )
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        var child = new ChildProcess(new Process { StartInfo = start });
        child.process.OutputDataReceived += child.Append;
        child.process.ErrorDataReceived += child.Append;
        child.process.Start();
        child.process.StandardInput.Close();
        child.process.BeginOutputReadLine();
        child.process.BeginErrorReadLine();
        return child;
    }

    /// <summary>Starts a program, waits for its end and returns its exit code and output.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string program,
        IEnumerable<string> arguments,
        IReadOnlyDictionary<string, string> environment,
        TimeSpan limit
    )
    {
        await using var child = Start(program, arguments, environment);
        using var expiry = new CancellationTokenSource(limit);
        try
        {
            await child.process.WaitForExitAsync(expiry.Token);
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"{program} did not end within {limit.TotalSeconds} s\n{child.Output}");
        }

        return (child.process.ExitCode, child.Output);
    }

    /// <summary>Ends this process at once and leaves its children to notice it.</summary>
    public async Task KillAloneAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <summary>Kills a process that a test's editor has started.</summary>
    public static void Kill(int id)
    {
        using var running = Process.GetProcessById(id);
        running.Kill();
    }

    /// <summary>
    /// Whether the process of this id has ended. One that ended but that nobody has collected yet counts as ended:
    /// a container may have no process that collects orphans.
    /// </summary>
    public static bool HasEnded(int id)
    {
        if (!OperatingSystem.IsLinux())
        {
            return Array.TrueForAll(Process.GetProcesses(), running => running.Id != id);
        }

        try
        {
            var status = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{id}/stat"));
            return status[(status.LastIndexOf(')') + 2)..].StartsWith('Z');
        }
        catch (IOException)
        {
            return true;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private void Append(object sender, DataReceivedEventArgs line)
    {
        lock (output)
        {
            output.AppendLine(line.Data);
        }
    }
}
