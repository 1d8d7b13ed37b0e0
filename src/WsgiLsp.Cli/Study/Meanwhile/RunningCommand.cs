using System.Collections.Immutable;
using System.Diagnostics;

namespace WsgiLsp.Cli.Study.Meanwhile;

/// <summary>
/// A command that runs beside the questions, with its arguments as they are and no shell in between. It gets the signals that
/// end this process, and is ended when the learner's terminal goes.
/// </summary>
internal sealed class RunningCommand : IDisposable
{
    /// <summary>What the command left running may hold its output open; nobody waits for that.</summary>
    private static readonly TimeSpan PatienceAfterExit = TimeSpan.FromSeconds(1);

    private readonly Process process;
    private readonly TimeProvider clock;
    private readonly Task[] pumps;
    private readonly EndSignals signals;

    private RunningCommand(Process process, EndSignals signals, TimeProvider clock, OutputTail? tail)
    {
        this.process = process;
        this.signals = signals;
        this.clock = clock;
        if (tail is null)
        {
            pumps = [];
        }
        else
        {
            process.StandardInput.Close();
            pumps =
            [
                PumpAsync(process.StandardOutput.BaseStream, tail),
                PumpAsync(process.StandardError.BaseStream, tail),
            ];
        }
    }

    /// <summary>Starts it.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="terminal">The working folder and the clock.</param>
    /// <param name="tail">
    /// Takes its output and errors, and it reads nothing; null to give it this process's input and output.
    /// </param>
    /// <param name="environment">What is set in its environment besides this process's own; null for nothing.</param>
    /// <exception cref="System.ComponentModel.Win32Exception">It cannot be started.</exception>
    public static RunningCommand Start(
        IReadOnlyList<string> command,
        Terminal terminal,
        OutputTail? tail,
        IReadOnlyDictionary<string, string>? environment = null
    )
    {
        var start = new ProcessStartInfo(ProgramPath.Of(command[0], terminal), command.Skip(1))
        {
            WorkingDirectory = terminal.Folder,
            UseShellExecute = false,
            RedirectStandardInput = tail is not null,
            RedirectStandardOutput = tail is not null,
            RedirectStandardError = tail is not null,
        };
        foreach (var (name, value) in environment ?? ImmutableDictionary<string, string>.Empty)
        {
            start.Environment[name] = value;
        }

        // Before the start: a signal that comes meanwhile must reach the command as well.
        var caught = new EndSignals(isTerminalOurs: tail is not null);
        try
        {
            var started = Process.Start(start)!;
            caught.PassTo(started);
            return new RunningCommand(started, caught, terminal.Clock, tail);
        }
        catch
        {
            caught.Dispose();
            throw;
        }
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code; 128 and the signal's number where a signal ended it.</returns>
    public async Task<int> WaitAsync()
    {
        await process.WaitForExitAsync();
        await Task.WhenAny(Task.WhenAll(pumps), Task.Delay(PatienceAfterExit, clock));
        return process.ExitCode;
    }

    /// <summary>Ends it and what it started, at once.</summary>
    public void End() => process.Kill(entireProcessTree: true);

    public void Dispose()
    {
        signals.Dispose();
        process.Dispose();
    }

    /// <summary>Takes whole lines, so that those of the two streams do not mix.</summary>
    private static async Task PumpAsync(Stream stream, OutputTail tail)
    {
        var buffer = new byte[1 << 13];
        var held = 0;
        int read;
        while ((read = await stream.ReadAsync(buffer.AsMemory(held))) > 0)
        {
            held += read;
            var whole = buffer.AsSpan(0, held).LastIndexOf((byte)'\n') + 1;
            if (whole == 0 && held == buffer.Length)
            {
                whole = held;
            }

            tail.Append(buffer.AsSpan(0, whole));
            buffer.AsSpan(whole, held - whole).CopyTo(buffer);
            held -= whole;
        }

        tail.Append(buffer.AsSpan(0, held));
    }
}
