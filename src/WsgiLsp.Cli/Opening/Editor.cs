using System.Collections.Immutable;

namespace WsgiLsp.Cli.Opening;

/// <summary>An editor that decks can be opened in, or that there are ready settings for.</summary>
/// <param name="Name">Its word on the command line.</param>
/// <param name="Title">What people call it.</param>
/// <param name="Programs">What it is called on the <c>PATH</c>; none where this program cannot start it.</param>
/// <param name="Settings">Its ready settings, as <see cref="ReadySettings"/> knows them.</param>
/// <param name="Place">Where settings go.</param>
internal sealed record Editor(
    string Name,
    string Title,
    ImmutableArray<string> Programs,
    ImmutableArray<string> Settings,
    string Place
)
{
    public static Editor Code { get; } =
        new(
            "code",
            "VS Code",
            ["code"],
            [],
            "VS Code wants the extension, which has the server inside. To build and install it, in a clone of WsgiLsp, with"
                + " Node 20 or later: npm --prefix editor-client ci && npm --prefix editor-client run package &&"
                + " code --install-extension editor-client/wsgilsp-*.vsix"
        );

    public static Editor Neovim { get; } =
        new(
            "nvim",
            "Neovim",
            ["nvim"],
            ["neovim/wsgilsp.lua"],
            "For Neovim 0.7 and later, save this as ~/.config/nvim/plugin/wsgilsp.lua"
        );

    public static Editor Emacs { get; } =
        new(
            "emacs",
            "Emacs",
            ["emacs"],
            ["emacs/wsgilsp.el"],
            "For Emacs with Eglot, save this as wsgilsp.el on the load-path, and add (require 'wsgilsp) to the init file"
        );

    /// <summary>All of them.</summary>
    public static ImmutableArray<Editor> All { get; } =
    [
        Code,
        Neovim,
        Emacs,
        new(
            "lsp-mode",
            "Emacs with lsp-mode",
            [],
            ["emacs/wsgilsp-lsp-mode.el"],
            "For Emacs with lsp-mode, save this as wsgilsp-lsp-mode.el on the load-path, and add"
                + " (require 'wsgilsp-lsp-mode) to the init file"
        ),
        new("helix", "Helix", [], ["helix/languages.toml"], "For Helix, add this to ~/.config/helix/languages.toml"),
        new(
            "kakoune",
            "Kakoune",
            [],
            ["kakoune/kakrc", "kakoune/kak-lsp.toml"],
            "For Kakoune, add the first part to ~/.config/kak/kakrc; or, before kakoune-lsp 18, the second to"
                + " ~/.config/kak-lsp/kak-lsp.toml"
        ),
        new(
            "sublime",
            "Sublime Text",
            [],
            ["sublime/LSP-wsgilsp.sublime-settings"],
            "For Sublime Text with the package LSP, add this by “Preferences: LSP Settings”"
        ),
        new(
            "zed",
            "Zed",
            [],
            ["zed/settings.json", "zed/tasks.json"],
            "For Zed, add the first part to ~/.config/zed/settings.json, and the second to ~/.config/zed/tasks.json"
        ),
        new(
            "other",
            "Any other editor",
            [],
            [],
            "Any editor that speaks the Language Server Protocol can have the server “wsgilsp lsp”, over standard input and"
                + " output, for files of the language “markdown”. Its key for a hover reveals answers; its key for code"
                + " actions fixes and quizzes"
        ),
    ];

    /// <summary>Those that this program can start, the first choice first.</summary>
    public static ImmutableArray<Editor> Startable { get; } = [.. All.Where(editor => !editor.Programs.IsEmpty)];

    /// <summary>The editor of that word on the command line.</summary>
    public static Editor Named(string name) => All.First(editor => editor.Name == name);
}
