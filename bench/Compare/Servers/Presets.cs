using System.Runtime.InteropServices;
using System.Text.Json;

namespace Compare.Servers;

/// <summary>The servers that the driver can get by itself, into <c>artifacts/compare</c>.</summary>
internal static class Presets
{
    private const string Rumdl = "rumdl@0.2.75";
    private const string VsCode = "vscode-markdown-languageserver@0.5.0";
    private const string MarkdownIt = "markdown-it@14.1.0";

    /// <summary>The names of all.</summary>
    public static IReadOnlyList<string> Names { get; } = ["ours", "bare", "rumdl", "vscode-markdown"];

    private static string Runtime => $"linux-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";

    private static string Peers => Repository.At("artifacts", "compare", "peers");

    /// <summary>A server that is given as its preset's name, as <c>NAME=FOLDER</c> of a published build of ours, or as <c>NAME=COMMAND</c>.</summary>
    public static ServerSpec Of(string given)
    {
        if (given.Split('=', 2) is [var name, var command])
        {
            return Directory.Exists(command)
                ? new(name, [Path.Combine(Path.GetFullPath(command), "wsgilsp"), "lsp"], "a build of ours")
                : new(name, command.Split(' ', StringSplitOptions.RemoveEmptyEntries), command);
        }

        return given switch
        {
            "ours" => new(
                given,
                [Published("ours", "src", "WsgiLsp.Cli", "wsgilsp"), "lsp"],
                Commit("the learners' build of")
            ),
            "bare" => new(
                given,
                [Published("bare", "bench", "BareServer", "bare")],
                "the least server, published alike"
            ),
            "rumdl" => new(given, [Installed("@rumdl", $"cli-{Runtime}", "rumdl"), "server"], VersionOf("rumdl")),
            "vscode-markdown" => VsCodeMarkdown(given),
            _ => throw new ArgumentException(
                $"no server is called {given}; NAME=COMMAND, or one of {string.Join(", ", Names)}"
            ),
        };
    }

    private static ServerSpec VsCodeMarkdown(string name)
    {
        var program = Installed("vscode-markdown-languageserver", "dist", "node", "workerMain.js");
        var node = Repository.Run(Repository.Root, "node", "--version");
        var version = $"{VersionOf("vscode-markdown-languageserver")}, {VersionOf("markdown-it")}, Node {node}";
        return new(
            name,
            ["node", Repository.At("bench", "Compare", "Servers", "vscode-markdown.mjs"), program],
            version
        );
    }

    /// <summary>Publishes as packaging does, unless that was done since the last commit.</summary>
    private static string Published(string name, string folder, string project, string program)
    {
        var output = Repository.At("artifacts", "compare", "servers", name);
        var stamp = Path.Combine(output, ".commit");
        var commit = Commit("");
        if (!File.Exists(stamp) || File.ReadAllText(stamp) != commit)
        {
            Console.WriteLine($"publishing {name}");
            Repository.Run(
                Repository.Root,
                "dotnet",
                "publish",
                Repository.At(folder, project),
                "--configuration=Release",
                $"--runtime={Runtime}",
                $"--output={output}",
                $"--artifacts-path={Repository.At("artifacts", "package")}",
                "--verbosity=quiet",
                "--nologo"
            );
            File.WriteAllText(stamp, commit);
        }

        return Path.Combine(output, program);
    }

    private static string Installed(params IEnumerable<string> parts)
    {
        var path = Path.Combine([Peers, "node_modules", .. parts]);
        if (!File.Exists(path))
        {
            Console.WriteLine("installing other servers");
            Directory.CreateDirectory(Peers);
            File.WriteAllText(Path.Combine(Peers, "package.json"), "{ \"private\": true }");
            Repository.Run(Peers, "npm", "install", "--no-audit", "--no-fund", Rumdl, VsCode, MarkdownIt);
        }

        return path;
    }

    private static string VersionOf(string package)
    {
        var manifest = Path.Combine(Peers, "node_modules", package, "package.json");
        using var json = JsonDocument.Parse(File.ReadAllText(manifest));
        return $"{package} {json.RootElement.GetProperty("version").GetString()}";
    }

    private static string Commit(string words) =>
        $"{words} {Repository.Run(Repository.Root, "git", "rev-parse", "--short", "HEAD")}".Trim();
}
