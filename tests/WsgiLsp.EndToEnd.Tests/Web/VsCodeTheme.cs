using Microsoft.Playwright;

namespace WsgiLsp.EndToEnd.Tests.Web;

/// <summary>A theme of VS Code's own, as a webview has it: the colours that panels could meet.</summary>
/// <param name="Name">What VS Code calls it.</param>
/// <param name="Kind">The class that a webview's body has.</param>
/// <param name="Colours">The values of <c>--vscode-*</c>.</param>
internal sealed record VsCodeTheme(string Name, string Kind, Dictionary<string, string> Colours)
{
    private static readonly string[] Names =
    [
        "editor-background",
        "editor-foreground",
        "widget-border",
        "contrastBorder",
        "textLink-foreground",
        "textCodeBlock-background",
        "textPreformat-foreground",
        "textPreformat-background",
        "textBlockQuote-background",
        "keybindingLabel-background",
        "keybindingLabel-foreground",
        "focusBorder",
        "input-background",
        "input-foreground",
        "input-border",
    ];

    /// <summary>The themes that VS Code brings, light, dark and of high contrast; an empty value is none.</summary>
    public static IReadOnlyList<VsCodeTheme> All { get; } =
    [
        Of(
            "Dark Modern",
            "vscode-dark",
            "#1f1f1f #cccccc #313131 - #4daafc #2b2b2b #d0d0d0 #3c3c3c #2b2b2b #8080802b #cccccc #0078d4 #313131 #cccccc #3c3c3c"
        ),
        Of(
            "Dark+",
            "vscode-dark",
            "#1e1e1e #d4d4d4 #303031 - #3794ff #0a0a0a66 #d7ba7d #ffffff1a #222222 #8080802b #cccccc #007fd4 #3c3c3c #cccccc -"
        ),
        Of(
            "Light Modern",
            "vscode-light",
            "#ffffff #3b3b3b #e5e5e5 - #005fb8 #f8f8f8 #3b3b3b #0000001f #f8f8f8 #dddddd66 #3b3b3b #005fb8 #ffffff #3b3b3b #cecece"
        ),
        Of(
            "Light+",
            "vscode-light",
            "#ffffff #000000 #d4d4d4 - #006ab1 #dcdcdc66 #a31515 #0000001a #f2f2f2 #dddddd66 #555555 #0090f1 #ffffff #616161 -"
        ),
        Of(
            "Dark High Contrast",
            "vscode-high-contrast",
            "#000000 #ffffff #6fc3df #6fc3df #21a6ff #000000 #ffffff - - #00000000 #ffffff #f38518 #000000 #ffffff #6fc3df"
        ),
        Of(
            "Light High Contrast",
            "vscode-high-contrast-light",
            "#ffffff #292929 #0f4a85 #0f4a85 #0f4a85 #f2f2f2 #ffffff #09345f #f2f2f2 #00000000 #292929 #006bbd #ffffff #292929 #0f4a85"
        ),
    ];

    /// <summary>Gives a page the theme as a webview does, with the few defaults that it sets below a page's own style.</summary>
    public Task PutOnAsync(IPage page) =>
        page.EvaluateAsync(
            """
            ([kind, colours]) => {
              document.body.className = kind + (kind === "vscode-high-contrast-light" ? " vscode-high-contrast" : "");
              document.body.dataset.vscodeThemeKind = kind;
              for (const [name, colour] of Object.entries(colours)) document.documentElement.style.setProperty("--vscode-" + name, colour);
              const defaults = new CSSStyleSheet();
              defaults.replaceSync(`@layer vscode-default {
                body { background-color: transparent; color: var(--vscode-editor-foreground); padding: 0 20px; font-size: 13px }
                a, a code { color: var(--vscode-textLink-foreground) }
                code { color: var(--vscode-textPreformat-foreground); background-color: var(--vscode-textPreformat-background) }
                blockquote { background: var(--vscode-textBlockQuote-background) }
                kbd { color: var(--vscode-keybindingLabel-foreground); background-color: var(--vscode-keybindingLabel-background) }
              }`);
              document.adoptedStyleSheets.push(defaults);
            }
            """,
            new object[] { Kind, Colours }
        );

    /// <summary>Takes it off again.</summary>
    public static Task TakeOffAsync(IPage page) =>
        page.EvaluateAsync(
            """
            () => {
              document.body.className = "";
              delete document.body.dataset.vscodeThemeKind;
              document.documentElement.removeAttribute("style");
              document.adoptedStyleSheets.pop();
            }
            """
        );

    private static VsCodeTheme Of(string name, string kind, string colours) =>
        new(
            name,
            kind,
            Names
                .Zip(colours.Split(' '))
                .Where(pair => pair.Second != "-")
                .ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal)
        );
}
