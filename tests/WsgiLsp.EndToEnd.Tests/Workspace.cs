using System.Diagnostics;
using System.Globalization;

namespace WsgiLsp.EndToEnd.Tests;

/// <summary>
/// A learner's machine in a folder of its own: two decks, a place for the log, and a command <c>wsgilsp</c> that is
/// first on the <c>PATH</c>, so that editors run with the settings as they are shipped.
/// </summary>
internal sealed class Workspace : IDisposable
{
    private const string Broken = """
        # Sums

        ## Which is 2 + 2?

        - [ ] 3
        - [ ] 4
        - [ ] 5

        """;

    private const string Linked = """
        # Linked

        ## What does a stone lack?

        See [the fruit](mixed.deck.md#fruit).

        """;

    private readonly string root;
    private readonly string serverId;

    private readonly bool hasDotnet;

    /// <param name="recorded">Whether the session is recorded where that is possible.</param>
    /// <param name="hasDotnet">Whether editors find .NET, and all else that is on the <c>PATH</c> of who runs the tests.</param>
    public Workspace(bool recorded = true, bool hasDotnet = true)
    {
        this.hasDotnet = hasDotnet;
        root = Directory.CreateTempSubdirectory("wsgilsp-e2e-").FullName;
        serverId = Path.Combine(root, "server.pid");
        Decks = CreateFolder("decks");
        Data = CreateFolder("data");
        Deck = Path.Combine(Decks, "wsgi-servers.deck.md");
        BrokenDeck = Path.Combine(Decks, "broken.deck.md");
        File.Copy(Repository.At("decks", "wsgi-servers.deck.md"), Deck);
        File.WriteAllText(BrokenDeck, Broken);
        MixedDeck = Path.Combine(Decks, "mixed.deck.md");
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Editors", "mixed.deck.md"), MixedDeck);
        LinkedDeck = Path.Combine(Decks, "linked.deck.md");
        File.WriteAllText(LinkedDeck, Linked);
        Recorder = recorded ? Recorder.For(root) : null;
        ServerCommand = WriteServerCommand();
    }

    /// <summary>The folder that the editor opens.</summary>
    public string Decks { get; }

    /// <summary>A copy of the real deck.</summary>
    public string Deck { get; }

    /// <summary>A deck whose only card has no right option; the second should be it.</summary>
    public string BrokenDeck { get; }

    /// <summary>A deck with a card of each kind.</summary>
    public string MixedDeck { get; }

    /// <summary>Puts another deck beside the others.</summary>
    /// <returns>Its path.</returns>
    public string Add(string deck)
    {
        var path = Path.Combine(Decks, Path.GetFileName(deck));
        File.Copy(deck, path);
        return path;
    }

    /// <summary>A deck that links to a card of <see cref="MixedDeck"/>.</summary>
    public string LinkedDeck { get; }

    /// <summary>Where the server keeps the log.</summary>
    public string Data { get; }

    public Recorder? Recorder { get; }

    /// <summary>The program to start as <c>wsgilsp</c>.</summary>
    public string ServerCommand { get; }

    /// <summary>Whether <see cref="ServerCommand"/> was started.</summary>
    public bool ServerWasStarted => File.Exists(serverId);

    /// <summary>
    /// The file with the process id of the server that was started last; beside it, with an s at its end, one with all.
    /// </summary>
    public string ServerIdFile => serverId;

    /// <summary>The file for what became of tests in an extension host.</summary>
    public string HostTestsFile => Path.Combine(root, "host-tests.txt");

    /// <summary>The process id of the server, or of the recorder around it, that was started last.</summary>
    public int ServerId => int.Parse(File.ReadAllText(serverId), CultureInfo.InvariantCulture);

    /// <summary>The environment for an editor: the server on the <c>PATH</c>, and no file of the person who runs the tests.</summary>
    public Dictionary<string, string> EditorEnvironment() =>
        new(StringComparer.Ordinal)
        {
            ["PATH"] =
                Path.GetDirectoryName(ServerCommand)
                + (hasDotnet ? ":" + Environment.GetEnvironmentVariable("PATH") : ""),
            ["WSGILSP_DATA"] = Data,
            ["E2E_SERVER_ID"] = ServerIdFile,
            ["E2E_HOST_TESTS"] = HostTestsFile,
            ["HOME"] = root,
            ["XDG_CONFIG_HOME"] = Path.Combine(root, "config"),
            ["XDG_DATA_HOME"] = Path.Combine(root, "share"),
            ["XDG_STATE_HOME"] = Path.Combine(root, "state"),
            ["XDG_CACHE_HOME"] = Path.Combine(root, "cache"),
        };

    /// <summary>A new folder for an editor's own files.</summary>
    public string CreateFolder(string name) => Directory.CreateDirectory(Path.Combine(root, name)).FullName;

    public void Dispose()
    {
        try
        {
            Directory.Delete(root, recursive: true);
        }
        catch (IOException)
        {
            // A process that was just killed may still be writing; the system clears its temporary folder.
        }
    }

    // E2E_SERVER names another server to test, for example the one that was published for the VS Code package.
    private string WriteServerCommand()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("These sessions start the server through a shell script.");
            throw new UnreachableException();
        }

        var server =
            Environment.GetEnvironmentVariable("E2E_SERVER") ?? Path.Combine(AppContext.BaseDirectory, "wsgilsp");
        Assert.True(File.Exists(server), "No server at " + server);
        var command = Path.Combine(CreateFolder("bin"), "wsgilsp");
        File.WriteAllText(
            command,
            $"""
            #!/bin/sh
            echo $$ > '{serverId}'
            echo $$ >> '{serverId}s'
            exec {Recorder?.Wrap(server) ?? $"'{server}'"} "$@"

            """
        );
        File.SetUnixFileMode(command, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        return command;
    }
}
