using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Playwright;

namespace WsgiLsp.EndToEnd.Tests;

/// <summary>
/// A VS Code workbench with our extension in it: code-server with folders of its own, and a headless browser. Driven by
/// the keyboard, because a lens that arrives late moves the lines.
/// </summary>
internal sealed class Workbench : IAsyncDisposable
{
    /// <summary>In milliseconds: longer than a menu takes to open, shorter than a walk may take.</summary>
    private const float MissedAfter = 10_000;

    private const int MostActions = 100;
    private const string Install = "run .ci/install-code-server.sh";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    // Installed once and for the same reason pinned with it: code-server runs on the Node that Playwright bundles.
    private static readonly string Node = Path.Combine(
        AppContext.BaseDirectory,
        ".playwright",
        "node",
        "linux-x64",
        "node"
    );

    // A workbench that was built takes a payload only from its own tests; it reads that from an attribute of its page.
    // (To change the page on its way instead makes Chromium take it for one from elsewhere, which may open no WebSockets
    // to this machine.)
    private const string LetsTestsIn = """
        const read = Element.prototype.getAttribute;
        Element.prototype.getAttribute = function (name) {
          const value = read.call(this, name);
          if (name !== "data-settings" || this.id !== "vscode-workbench-web-configuration") return value;
          const settings = JSON.parse(value);
          settings.developmentOptions = { ...settings.developmentOptions, enableSmokeTestDriver: true };
          return JSON.stringify(settings);
        };
        """;

    private readonly Requirements required;
    private readonly Workspace workspace;
    private readonly string userData;
    private readonly string extensions;
    private ChildProcess? server;
    private Chromium? chromium;
    private IPage? page;
    private string address = "";

    private Workbench(Requirements required, Workspace workspace)
    {
        this.required = required;
        this.workspace = workspace;
        userData = workspace.CreateFolder("vscode");
        extensions = workspace.CreateFolder("extensions");
    }

    /// <summary>What a workbench needs that is not part of the project.</summary>
    internal sealed record Requirements(string Entry, string Chromium, string Node, string Extension)
    {
        public static Requirements Find() =>
            new(
                Tool.Require(
                    "code-server",
                    Repository.At(".e2e", "code-server", "node_modules", "code-server", "out", "node", "entry.js"),
                    Install
                ),
                EndToEnd.Tests.Chromium.Require(),
                Tool.Require("Playwright's Node", Workbench.Node, "test on Linux on x64"),
                Tool.Require(
                    "the extension",
                    Environment.GetEnvironmentVariable("E2E_VSIX") ?? NewestPackage(),
                    "npm --prefix editor-client ci && npm --prefix editor-client run package"
                )
            );

        private static string? NewestPackage() =>
            Directory
                .EnumerateFiles(Repository.At("editor-client"), "*.vsix")
                .OrderByDescending(File.GetLastWriteTimeUtc)
                .FirstOrDefault();
    }

    public IPage Page => page ?? throw new InvalidOperationException("The workbench is not open.");

    /// <summary>
    /// Installs the extension and opens the workspace's decks, with the setting <c>wsgilsp.server.path</c>; null
    /// leaves the server to the extension. The person is asked in panels, or else on sheets and by buttons.
    /// </summary>
    public static async Task<Workbench> OpenAsync(
        Requirements required,
        Workspace workspace,
        string? serverPath,
        bool hasPanels = false,
        string theme = "Default Light Modern"
    )
    {
        var workbench = new Workbench(required, workspace);
        try
        {
            workbench.WriteSettings(serverPath, hasPanels, theme);
            await workbench.InstallExtensionAsync();
            workbench.address = await workbench.StartServerAsync();
            workbench.chromium = await Chromium.StartAsync(required.Chromium);
            await workbench.OpenPageAsync(await workbench.chromium.Browser.NewContextAsync());
            return workbench;
        }
        catch
        {
            await workbench.DisposeAsync();
            throw;
        }
    }

    /// <summary>
    /// Opens the workspace's decks with an extension that is not installed but stands in a folder, and runs tests of it
    /// in the extension host.
    /// </summary>
    /// <param name="required">What a workbench needs.</param>
    /// <param name="workspace">Where it works.</param>
    /// <param name="extension">The extension's folder.</param>
    /// <param name="tests">The module whose function <c>run</c> runs the tests.</param>
    /// <param name="limit">How long they may take.</param>
    public static async Task RunInExtensionHostAsync(
        Requirements required,
        Workspace workspace,
        string extension,
        string tests,
        TimeSpan limit
    )
    {
        await using var workbench = new Workbench(required, workspace);
        workbench.WriteSettings(workspace.ServerCommand, hasPanels: true, theme: "Default Light Modern");
        workbench.address = await workbench.StartServerAsync();
        workbench.chromium = await Chromium.StartAsync(required.Chromium);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var context = await workbench.chromium.Browser.NewContextAsync();
        await context.ExposeFunctionAsync("codeAutomationExit", (int _) => ended.TrySetResult());
        await context.ExposeFunctionAsync<string, object, object?>("codeAutomationLog", (_, _) => null);
        await context.AddInitScriptAsync(LetsTestsIn);
        string[][] payload =
        [
            ["extensionDevelopmentPath", Remote(extension)],
            ["extensionTestsPath", Remote(tests)],
            ["skipWelcome", "true"],
        ];
        await workbench.OpenPageAsync(
            context,
            "&payload=" + Uri.EscapeDataString(System.Text.Json.JsonSerializer.Serialize(payload))
        );
        await workbench.WalkAsync(() => ended.Task.WaitAsync(limit));

        string Remote(string path) => "vscode-remote://" + new Uri(workbench.address).Authority + path;
    }

    /// <summary>Opens the same folder in another window of the same editor, as long as this one lives.</summary>
    public async Task<Workbench> OpenWindowAsync()
    {
        var window = new Workbench(required, workspace) { address = address };
        await window.OpenPageAsync(await Page.Context.Browser!.NewContextAsync());
        return window;
    }

    /// <summary>Takes some steps; a picture, and words for where none is kept, show where they failed.</summary>
    public async Task WalkAsync(Func<Task> steps)
    {
        try
        {
            await steps();
        }
        catch
        {
            await ShootAsync("vscode-failure");
            var seen = await Page.EvaluateAsync<string>(
                "() => `The focus is in <${document.activeElement?.tagName} class='${document.activeElement?.className}'>; "
                    + "the page says:\n${document.body.innerText}`"
            );
            TestContext.Current.TestOutputHelper?.WriteLine(seen);
            throw;
        }
    }

    /// <summary>Opens a file from the explorer and puts the keyboard into its text.</summary>
    public async Task OpenFileAsync(string path)
    {
        var name = Path.GetFileName(path);
        await Page.GetByRole(AriaRole.Treeitem, new() { Name = name }).DblClickAsync();
        await Page.Locator($".tab.active[data-resource-name='{name}']").WaitForAsync();
        await FocusAsync();
    }

    /// <summary>Puts the cursor at a place, both numbers from 1.</summary>
    public async Task GoToAsync(int line, int column)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"{line}:{column}");
        await Page.Keyboard.PressAsync("Control+g");
        await Page.Locator(".quick-input-widget input").First.FillAsync(":" + place);
        await Page.Keyboard.PressAsync("Enter");
        await Page.GetByText(string.Create(CultureInfo.InvariantCulture, $"Ln {line}, Col {column}"))
            .First.WaitForAsync();
    }

    /// <summary>Shows the hover at the cursor and waits until it contains the text.</summary>
    public async Task RevealAsync(string answer)
    {
        await Page.Keyboard.PressAsync("Control+k");
        await Page.Keyboard.PressAsync("Control+i");
        await Page.Locator(".monaco-hover:visible", new() { HasText = answer }).First.WaitForAsync();
    }

    /// <summary>Puts the keyboard into the text of the first group of editors.</summary>
    private async Task FocusAsync()
    {
        await Page.Keyboard.PressAsync("Control+1");
        await Page.Locator(".monaco-editor.focused .view-lines").First.WaitForAsync();
    }

    /// <summary>Chooses a code action at the cursor, and takes a picture of the menu where that has a name.</summary>
    public async Task ActAsync(string title, string? picture = null)
    {
        await OpenActionsAsync();
        if (picture is not null)
        {
            await ShootAsync(picture);
        }

        // Arrows go through the menu, and round where it ends. A row that is out of sight is no element of the page.
        var chosen = Page.Locator(".action-widget .focused", new() { HasText = title });
        for (var step = 0; await chosen.CountAsync() == 0; step++)
        {
            Assert.True(step < MostActions, "No action " + title);
            await Page.Keyboard.PressAsync("ArrowDown");
            await Page.EvaluateAsync("() => new Promise(requestAnimationFrame)");
        }

        await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Opens the menu of code actions. The key is pressed once more where a busy machine made the editor miss it.</summary>
    private async Task OpenActionsAsync()
    {
        var action = Page.Locator(".action-widget .action").First;
        await Page.Keyboard.PressAsync("Control+.");
        try
        {
            await action.WaitForAsync(new() { Timeout = MissedAfter });
        }
        catch (TimeoutException)
        {
            await Page.Keyboard.PressAsync("Control+.");
            await action.WaitForAsync();
        }
    }

    /// <summary>Runs a command of the palette.</summary>
    public async Task CommandAsync(string title)
    {
        await Page.Keyboard.PressAsync("F1");
        await Page.Locator(".quick-input-widget input").First.FillAsync(">" + title);
        await Page.Locator(".quick-input-list .focused", new() { HasText = title }).First.WaitForAsync();
        await Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Waits until a line of the open file contains the text.</summary>
    public Task SeesAsync(string words) => Line(words).Last.WaitForAsync();

    /// <summary>Presses keys as fast as they go, and waits for what comes of it.</summary>
    /// <param name="keys">The keys, with <c>\n</c> for Enter.</param>
    /// <param name="then">What a line of the open file contains then.</param>
    public async Task TypeAsync(string keys, string then)
    {
        foreach (var key in keys)
        {
            await Page.Keyboard.PressAsync(
                key == '\n' ? "Enter"
                : key == ' ' ? "Space"
                : key.ToString()
            );
        }

        await SeesAsync(then);
    }

    /// <summary>A notification that contains the text.</summary>
    public ILocator Notification(string text) => Page.Locator(".notification-toast", new() { HasText = text }).First;

    /// <summary>A lens whose title contains the text.</summary>
    public ILocator Lens(string title) => Page.Locator(".codelens-decoration a", new() { HasText = title }).First;

    /// <summary>A line of the open file that contains the text.</summary>
    public ILocator Line(string text) => Page.Locator(".monaco-editor .view-line", new() { HasText = text });

    /// <summary>Attaches a picture to the test's result, and puts it into the folder that <c>E2E_SHOTS</c> names.</summary>
    public async Task ShootAsync(string name)
    {
        var picture = await Page.ScreenshotAsync(new() { Animations = ScreenshotAnimations.Disabled });
        // A second attempt takes the same pictures again.
        TestContext.Current.AddAttachment(name, picture, replaceExistingValue: true, "image/png");
        if (Environment.GetEnvironmentVariable("E2E_SHOTS") is { } folder)
        {
            Directory.CreateDirectory(folder);
            await File.WriteAllBytesAsync(Path.Combine(folder, name + ".png"), picture);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (chromium is not null)
        {
            await chromium.DisposeAsync();
        }

        if (server is not null)
        {
            await server.DisposeAsync();
        }
    }

    private string[] Folders() =>
        [
            required.Entry,
            "--user-data-dir",
            userData,
            "--extensions-dir",
            extensions,
            "--config",
            Path.Combine(userData, "code-server.yaml"),
        ];

    private void WriteSettings(string? serverPath, bool hasPanels, string theme)
    {
        File.WriteAllText(
            Path.Combine(Directory.CreateDirectory(Path.Combine(userData, "User")).FullName, "settings.json"),
            $$"""
            {
              {{(hasPanels ? "" : """ "wsgilsp.panel": false, """)}}
              "workbench.colorTheme": "{{theme}}",
              "workbench.startupEditor": "none",
              "workbench.secondarySideBar.defaultVisibility": "hidden",
              "security.workspace.trust.enabled": false,
              "telemetry.telemetryLevel": "off",
              "chat.disableAIFeatures": true,
              "editor.minimap.enabled": false,
              "editor.wordWrap": "on",
              "[markdown]": { "editor.formatOnSave": true }
            }
            """
        );
        if (serverPath is not null)
        {
            // A setting of the machine's scope counts only where it belongs to the machine.
            File.WriteAllText(
                Path.Combine(Directory.CreateDirectory(Path.Combine(userData, "Machine")).FullName, "settings.json"),
                $$"""{ "wsgilsp.server.path": "{{serverPath}}" }"""
            );
        }
    }

    private async Task InstallExtensionAsync()
    {
        string[] arguments = [.. Folders(), "--install-extension", required.Extension];
        var (exitCode, output) = await ChildProcess.RunAsync(
            required.Node,
            arguments,
            workspace.EditorEnvironment(),
            StartLimit
        );
        Assert.True(exitCode == 0, output);
    }

    private async Task<string> StartServerAsync()
    {
        var host = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{FreePort()}");
        string[] arguments =
        [
            .. Folders(),
            "--auth=none",
            "--bind-addr=" + host,
            "--disable-telemetry",
            "--disable-update-check",
            "--disable-workspace-trust",
            "--disable-getting-started-override",
            "--ignore-last-opened",
        ];
        var started = ChildProcess.Start(required.Node, arguments, workspace.EditorEnvironment());
        server = started;
        using var http = new HttpClient();
        await Wait.UntilAsync("the workbench's server answers", StartLimit, AnswersAsync);
        return "http://" + host;

        async Task<bool> AnswersAsync()
        {
            Assert.False(started.HasExited, started.Output);
            try
            {
                using var response = await http.GetAsync(new Uri($"http://{host}/healthz"));
                return response.IsSuccessStatusCode;
            }
            catch (HttpRequestException)
            {
                return false;
            }
        }
    }

    private async Task OpenPageAsync(IBrowserContext context, string query = "")
    {
        page = await context.NewPageAsync();
        await page.SetViewportSizeAsync(1280, 800);
        page.SetDefaultTimeout((float)StartLimit.TotalMilliseconds / 2);
        await page.GotoAsync($"{address}/?folder={workspace.Decks}{query}");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
