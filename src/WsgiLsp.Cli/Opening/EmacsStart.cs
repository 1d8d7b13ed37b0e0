namespace WsgiLsp.Cli.Opening;

/// <summary>Emacs with the ready settings, read after a person's own, which stay as they are.</summary>
internal static class EmacsStart
{
    /// <summary>How it is started.</summary>
    /// <param name="decks">The decks; the first is visited, the others lie in the same folder or below it.</param>
    /// <param name="server">The server.</param>
    /// <param name="folder">Full path of the folder for scripts.</param>
    /// <param name="isInTerminal">Whether it must open no window.</param>
    public static EditorStart Of(OpenedDecks decks, ServerProgram server, string folder, bool isInTerminal)
    {
        var settings = Path.Join(folder, "wsgilsp.el");
        var open = Path.Join(folder, "open.el");
        var deck = decks.Files[0];
        var root = decks.Root is { } chosen ? LispText.Of(chosen) : "nil";
        string[] terminal = isInTerminal ? ["-nw"] : [];

        // A deck need not be called *.deck.md; and Return must do in a window what it does in a terminal.
        var text = $"""
            ;;; open.el  -*- lexical-binding: t; coding: utf-8-unix -*-
            (setq inhibit-startup-screen t
                  wsgilsp-command '({string.Join(' ', server.Command.Select(LispText.Of))})
                  wsgilsp-root {root})
            (if (not (require 'eglot nil t))
                (display-warning 'wsgilsp "{Missing}" :error)
              (load {LispText.Of(settings)} nil t)
              (add-to-list 'auto-mode-alist
                           (cons (concat "\\`" (regexp-quote {LispText.Of(deck)}) "\\'") 'wsgilsp-deck-mode))
              (when (display-graphic-p)
                (setq eglot-confirm-server-initiated-edits nil)))

            """;
        return new()
        {
            Arguments = [.. terminal, "-l", open, deck],
            Scripts = [(settings, ReadySettings.Read("emacs/wsgilsp.el")), (open, text)],
        };
    }

    private const string Missing =
        "Eglot is missing, so this deck is opened as plain text.  Emacs 29 has it; before that, M-x package-install RET"
        + " eglot RET, or Debian's elpa-eglot.";
}
