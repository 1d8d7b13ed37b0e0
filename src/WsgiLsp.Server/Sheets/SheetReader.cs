using WsgiLsp.Server.Documents;
using WsgiLsp.Study.Sheets;

namespace WsgiLsp.Server.Sheets;

/// <summary>
/// Reads what the learner has typed on a sheet, and has its session take it. For one piece of work at a time.
/// </summary>
/// <param name="book">The sessions.</param>
/// <param name="habit">How the client ends its texts.</param>
internal sealed class SheetReader(SheetBook book, LineHabit habit)
{
    private readonly Dictionary<string, SheetView> views = new(StringComparer.Ordinal);

    /// <summary>The lines of a document.</summary>
    public static string[] LinesOf(OpenDocument document)
    {
        var lines = new string[document.Text.LineCount];
        for (var i = 0; i < lines.Length; i++)
        {
            lines[i] = document.Text.GetLine(i).ToString();
        }

        return lines;
    }

    /// <summary>What is known of a document.</summary>
    public SheetView ViewOf(OpenDocument document)
    {
        if (!views.TryGetValue(document.Uri, out var view))
        {
            // What stands there when it is opened was not typed in answer to what is asked, if it is nothing.
            view = views[document.Uri] = new SheetView { Waiting = int.MaxValue };
        }

        return view;
    }

    /// <summary>Forgets a document that was closed.</summary>
    public void Forget(string uri) => views.Remove(uri);

    /// <summary>The session of a document; null where there is none, which its view then explains.</summary>
    public Sheet? SheetOf(OpenDocument document)
    {
        if (document.Sheet is not { } id)
        {
            return null;
        }

        var sheet = book.Find(id, out var problem);
        ViewOf(document).Problem = problem;
        return sheet;
    }

    /// <summary>A sheet's session and the line that asks; null where there is no session, or the text is behind or astray.</summary>
    /// <param name="document">The document, which may be older than one that was looked at already.</param>
    public (Sheet Sheet, string[] Lines, int Ask)? Place(OpenDocument document)
    {
        if (SheetOf(document) is not { } sheet)
        {
            return null;
        }

        var (view, lines) = (ViewOf(document), LinesOf(document));
        habit.See(lines[^1]);
        var ask = sheet.Text.FindAsk(lines);
        var isThere = ask is not null && view.HasLanded(sheet.Last, lines);
        view.Saw(document.Version, isThere);
        return isThere ? (sheet, lines, ask!.Value) : null;
    }

    /// <summary>Whether a complete answer stands there. Nothing is taken.</summary>
    public bool Peek(OpenDocument document) => Read(document, caret: null) is { Reading.Answer.IsEmpty: false };

    /// <summary>Takes what is complete on a sheet; what is to be written then, or null for nothing.</summary>
    /// <param name="document">The sheet's document.</param>
    /// <param name="caret">The line of the caret, above which all is complete; null where it is not known.</param>
    /// <exception cref="Study.Reviews.ReviewLogException">The log cannot be written: nothing was taken.</exception>
    public SheetEdit? Take(OpenDocument document, int? caret = null)
    {
        if (Read(document, caret) is not { Reading: { Answer.IsEmpty: false } reading } read)
        {
            return null;
        }

        var reply = read.Sheet.Feed(reading.Answer);
        ViewOf(document).Waiting = read.Complete - 1 - reading.Last;
        return new SheetEdit(read.Ask + 1 + reading.Last, reply);
    }

    /// <summary>Takes a line as if it had been typed, from a button that was shown when the session had taken so many.</summary>
    /// <exception cref="Study.Reviews.ReviewLogException">The log cannot be written: nothing was taken.</exception>
    public SheetEdit? Press(OpenDocument document, string line, int taken)
    {
        if (
            SheetOf(document) is not { } sheet
            || taken != sheet.Runner.Typed.Count
            || sheet.IsJustRevealed
            || Place(document) is not var (_, lines, ask)
        )
        {
            return null;
        }

        var below = lines[(ask + 1)..];
        var complete = Complete(lines, ask, caret: null).Length;
        var (answer, after) = SheetReading.Pressed(sheet.Runner.State, below, complete, line, sheet.Runner);
        if (answer.IsEmpty)
        {
            return null;
        }

        var reply = sheet.Feed(answer);
        ViewOf(document).Waiting = Math.Max(below.Length - 2 - after, 0);
        return new SheetEdit(ask + 1 + after, [line, .. reply]);
    }

    /// <summary>What was taken last, for a document that it was to be written into and is not in; null for nothing.</summary>
    public SheetEdit? Again(OpenDocument document)
    {
        var lines = LinesOf(document);
        return SheetOf(document) is { Last: { } step } sheet && sheet.Text.FindAsk(lines) is null
            ? step.In(lines)
            : null;
    }

    /// <summary>What is missing in a document that is behind its session; null where there is no session.</summary>
    public SheetEdit? Missing(OpenDocument document)
    {
        if (SheetOf(document) is not { } sheet)
        {
            return null;
        }

        var (view, lines) = (ViewOf(document), LinesOf(document));
        if (view.IsAstray && SheetLanding.Mend(sheet.Last!, lines, habit.Kept) is { } mended)
        {
            // All that stands below was typed before it is asked there.
            view.Waiting = int.MaxValue;
            return mended;
        }

        var (from, missing) = sheet.Text.Missing(lines);
        view.Waiting = 0;
        return new SheetEdit(from - 1, missing) { ReplacesRest = true };
    }

    /// <summary>What the complete lines come to; null where there is no session, or the text is behind.</summary>
    private (Sheet Sheet, int Ask, int Complete, SheetReading Reading)? Read(OpenDocument document, int? caret)
    {
        var view = ViewOf(document);
        view.Unreadable = null;
        if (Place(document) is not var (sheet, lines, ask))
        {
            return null;
        }

        var complete = Complete(lines, ask, caret);
        view.Waiting = Math.Min(view.Waiting, complete.Length);
        var reading = SheetReading.Of(sheet.Runner.State, complete, view.Waiting, sheet.Runner);
        if (reading is { Answer.IsEmpty: true, Unreadable: var (line, expected) })
        {
            view.Unreadable = (ask + 1 + line, expected);
        }

        return (sheet, ask, complete.Length, reading);
    }

    /// <summary>The lines below the question that are complete.</summary>
    /// <param name="lines">The document's lines.</param>
    /// <param name="ask">The line that asks.</param>
    /// <param name="caret">The line of the caret, above which all is complete; null where it is not known.</param>
    private string[] Complete(string[] lines, int ask, int? caret) =>
        lines[(ask + 1)..Math.Clamp(caret ?? lines.Length - 1 - habit.Kept, ask + 1, lines.Length)];
}
