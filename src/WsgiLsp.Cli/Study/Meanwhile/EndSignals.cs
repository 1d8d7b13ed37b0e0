using System.Diagnostics;
using System.Runtime.InteropServices;

namespace WsgiLsp.Cli.Study.Meanwhile;

/// <summary>Catches the signals that end this process, and passes them to a command that is its purpose.</summary>
internal sealed class EndSignals : IDisposable
{
    private const int SigTerm = 15;

    private readonly Lock guard = new();
    private readonly List<PosixSignalRegistration> registrations = [];
    private Process? command;
    private bool isTerminated;

    /// <param name="isTerminalOurs">
    /// Whether the command has no terminal of its own, so that a hang-up must be passed on too. Elsewhere it reaches both as
    /// it would without us, or nobody under nohup.
    /// </param>
    public EndSignals(bool isTerminalOurs)
    {
        registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, Terminate));
        if (isTerminalOurs)
        {
            registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGHUP, _ => HangUp()));
        }
    }

    /// <summary>Who gets them from now on, and what came before.</summary>
    public void PassTo(Process started)
    {
        lock (guard)
        {
            command = started;
            if (isTerminated)
            {
                Terminate();
            }
        }
    }

    public void Dispose()
    {
        registrations.ForEach(registration => registration.Dispose());
        lock (guard)
        {
            // A handler that runs by now comes too late.
            command = null;
        }
    }

    private void Terminate(PosixSignalContext signal)
    {
        signal.Cancel = true;
        lock (guard)
        {
            isTerminated = true;
            Terminate();
        }
    }

    private void Terminate()
    {
        if (command is null or { HasExited: true })
        {
            return;
        }

        if (OperatingSystem.IsWindows())
        {
            command.Kill(entireProcessTree: true);
        }
        else
        {
            _ = SendSignal(command.Id, SigTerm);
        }
    }

    private void HangUp()
    {
        lock (guard)
        {
            command?.Kill(entireProcessTree: true);
        }
    }

#pragma warning disable SYSLIB1054 // Two numbers need no generated marshalling, and generated code would need unsafe code.
    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern int SendSignal(int process, int signal);
#pragma warning restore SYSLIB1054
}
