namespace WsgiLsp.Server.Sheets;

/// <summary>Emacs's clients: Eglot and lsp-mode.</summary>
internal static class EmacsClients
{
    /// <summary>Whether a client of this name is one of them.</summary>
    public static bool Include(string name) =>
        name.Contains("Emacs", StringComparison.OrdinalIgnoreCase)
        || name.Contains("Eglot", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a client of this name may be one of them: those of before 2023 give none.</summary>
    public static bool MayInclude(string? name) => name is null || Include(name);
}
