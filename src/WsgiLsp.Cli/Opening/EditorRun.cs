using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using WsgiLsp.Cli.Study.Meanwhile;

namespace WsgiLsp.Cli.Opening;

/// <summary>Starts an editor, and leaves nothing behind when it has ended.</summary>
/// <param name="terminal">The terminal, which the editor gets.</param>
/// <param name="server">The server.</param>
/// <param name="extension">How VS Code gets the extension.</param>
internal sealed class EditorRun(Terminal terminal, ServerProgram server, CodeExtension extension)
{
    /// <summary>How long a program may take to say its version.</summary>
    private static readonly TimeSpan VersionLimit = TimeSpan.FromSeconds(10);

    /// <summary>Runs an editor to its end.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> RunAsync(OpenPlan.Start plan, OpenedDecks decks)
    {
        // An interrupt is the editor's, and its end is what is waited for.
        terminal.CatchInterrupt();

        // A hang-up reaches the editor as well.
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal => signal.Cancel = true);
        var scripts = Directory.CreateTempSubdirectory("wsgilsp-open-");
        try
        {
            return await DescribeAsync(plan, decks, scripts.FullName) is { } start
                ? await RunAsync(plan, decks, start)
                : ExitCode.CannotRun;
        }
        catch (Win32Exception e)
        {
            terminal.Complain($"cannot start {plan.Program}: {e.Message}");
            return ExitCode.CannotRun;
        }
        finally
        {
            Remove(scripts);
        }
    }

    private async Task<EditorStart?> DescribeAsync(OpenPlan.Start plan, OpenedDecks decks, string folder)
    {
        if (plan.Editor == Editor.Code)
        {
            return CodeStart.Of(decks, server, extension);
        }

        if (plan.Editor == Editor.Emacs)
        {
            return EmacsStart.Of(decks, server, folder, plan.IsInTerminal);
        }

        var version = NeovimStart.VersionIn(await VersionOfAsync(plan.Program)) ?? NeovimStart.Oldest;
        if (version >= NeovimStart.Oldest)
        {
            return NeovimStart.Of(decks, server, folder, version);
        }

        terminal.Complain(
            $"{plan.Program} is Neovim {version}; {NeovimStart.Oldest} or later is needed. `wsgilsp study` asks here"
        );
        return null;
    }

    private async Task<int> RunAsync(OpenPlan.Start plan, OpenedDecks decks, EditorStart start)
    {
        foreach (var (path, text) in start.Scripts)
        {
            await File.WriteAllTextAsync(path, text);
        }

        using var running = RunningCommand.Start(
            [plan.Program, .. start.Arguments],
            terminal with
            {
                Folder = decks.WorkingFolder,
            },
            tail: null,
            start.Environment
        );
        var code = await running.WaitAsync();
        if (code == 0)
        {
            return ExitCode.Clean;
        }

        terminal.Complain($"{plan.Editor.Title} ended with exit code {code}");
        return ExitCode.CannotRun;
    }

    private async Task<string> VersionOfAsync(string program)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, ["--version"])
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            }
        )!;
        using var limit = new CancellationTokenSource(VersionLimit, terminal.Clock);
        try
        {
            process.StandardInput.Close();
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            var output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await errors;
            return output;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            return "";
        }
    }

    private static void Remove(DirectoryInfo scripts)
    {
        try
        {
            scripts.Delete(recursive: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It lies where the system clears away.
        }
    }
}
