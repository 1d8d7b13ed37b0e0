namespace WsgiLsp.Cli.Opening;

/// <summary>What is to be done with decks that a person wants to open.</summary>
internal abstract record OpenPlan
{
    /// <summary>Start an editor.</summary>
    /// <param name="Editor">Which.</param>
    /// <param name="Program">Its full path.</param>
    /// <param name="IsInTerminal">Whether it must stay in the terminal.</param>
    internal sealed record Start(Editor Editor, string Program, bool IsInTerminal) : OpenPlan;

    /// <summary>Print an editor's settings.</summary>
    internal sealed record Print(Editor Editor) : OpenPlan;

    /// <summary>No editor: ask in a browser.</summary>
    /// <param name="Reason">Why.</param>
    internal sealed record Browse(string Reason) : OpenPlan;

    /// <summary>No editor, and no browser: ask at the terminal.</summary>
    /// <param name="Reason">Why.</param>
    internal sealed record Study(string Reason) : OpenPlan;

    /// <summary>The editor that was asked for cannot be started.</summary>
    /// <param name="Reason">Why, and the way out.</param>
    internal sealed record Refuse(string Reason) : OpenPlan;
}
