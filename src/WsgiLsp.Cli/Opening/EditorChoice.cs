namespace WsgiLsp.Cli.Opening;

/// <summary>
/// Which editor decks are opened in: the one asked for; else the one of <c>VISUAL</c> or <c>EDITOR</c>; else VS Code in its
/// own terminal; else the first of VS Code, Neovim and Emacs that is there and can be seen. Without any, a browser, and
/// without that the terminal. Nothing in the decks' folder has
/// a say.
/// </summary>
internal static class EditorChoice
{
    /// <summary>Decides.</summary>
    /// <param name="asked">The name of the editor that was asked for; null for none.</param>
    /// <param name="around">What decides otherwise.</param>
    public static OpenPlan Make(string? asked, Surroundings around)
    {
        if (asked is not null)
        {
            var editor = Editor.Named(asked);
            return editor.Programs.IsEmpty ? new OpenPlan.Print(editor) : Start(editor, around);
        }

        var plans = Preferred(around).Concat(Editor.Startable.Select(editor => Start(editor, around))).ToList();
        if (plans.OfType<OpenPlan.Start>().FirstOrDefault() is { } start)
        {
            return start;
        }

        var reason = string.Join(". ", plans.OfType<OpenPlan.Refuse>().Select(plan => plan.Reason).Distinct());
        return around.Browser is null ? new OpenPlan.Study(reason) : new OpenPlan.Browse(reason);
    }

    private static IEnumerable<OpenPlan> Preferred(Surroundings around)
    {
        foreach (var variable in new[] { "VISUAL", "EDITOR" })
        {
            if (around.Environment(variable) is { } value && Known(value) is var (editor, program))
            {
                yield return Start(editor, around, program, value.Split(' ').Contains("-nw"));
            }
        }

        if (around.IsInsideCode)
        {
            yield return Start(Editor.Code, around);
        }
    }

    /// <summary>The editor that a variable names; null where it is none that can be started.</summary>
    /// <param name="value">A program, by name or path, and perhaps arguments.</param>
    private static (Editor Editor, string Program)? Known(string value)
    {
        var program = value.Split(' ', StringSplitOptions.RemoveEmptyEntries).FirstOrDefault() ?? "";
        var name = Path.GetFileNameWithoutExtension(program);
        return Editor.Startable.FirstOrDefault(editor => editor.Programs.Contains(name)) is { } editor
            ? (editor, program)
            : null;
    }

    private static OpenPlan Start(Editor editor, Surroundings around, string? named = null, bool wantsTerminal = false)
    {
        var program = editor
            .Programs.Prepend(named)
            .OfType<string>()
            .Select(around.Find)
            .FirstOrDefault(file => file is not null);
        if (program is null)
        {
            return new OpenPlan.Refuse($"{editor.Title} is not here: there is no {editor.Programs[0]} on the PATH");
        }

        if (editor == Editor.Code)
        {
            return !around.ShowsWindows && !around.IsInsideCode
                    ? new OpenPlan.Refuse($"{editor.Title} needs a display, and there is none")
                : around.Extension.IsMissing
                    ? new OpenPlan.Refuse($"{editor.Title} is here without the extension for decks")
                : new OpenPlan.Start(editor, program, IsInTerminal: false);
        }

        var isInTerminal = wantsTerminal || editor == Editor.Neovim || !around.ShowsWindows;
        return isInTerminal && !around.HasScreen
            ? new OpenPlan.Refuse($"{editor.Title} needs a terminal that knows more than lines (TERM is dumb)")
            : new OpenPlan.Start(editor, program, isInTerminal);
    }
}
