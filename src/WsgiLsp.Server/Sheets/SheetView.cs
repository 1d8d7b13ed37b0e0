using System.Collections.Immutable;
using WsgiLsp.Protocol.Types;

namespace WsgiLsp.Server.Sheets;

/// <summary>What is known of an open document with a sheet, besides its text.</summary>
internal sealed class SheetView
{
    private const int MostTries = 5;

    private EditState edit;
    private int sentAt;
    private int seen = int.MinValue;
    private int tries;
    private SheetStep? landed;

    private enum EditState
    {
        /// <summary>The text has all that was written.</summary>
        None,

        /// <summary>The client was asked to write, and did not answer.</summary>
        Sent,

        /// <summary>The client wrote; its text comes yet.</summary>
        Applied,
    }

    /// <summary>How many of the lines below the question stood there before it was asked.</summary>
    public int Waiting { get; set; }

    /// <summary>The line that says nothing here, in the document, and what was expected.</summary>
    public (int Line, string Expected)? Unreadable { get; set; }

    /// <summary>Whether the text is behind its session.</summary>
    public bool IsBehind { get; private set; }

    /// <summary>Whether it is, because what was written last came elsewhere.</summary>
    public bool IsAstray { get; private set; }

    /// <summary>Whether what was written last never came: the client has let go of it.</summary>
    public bool IsLost => IsBehind && edit == EditState.Applied;

    /// <summary>Why there is no session; null where there is one.</summary>
    public string? Problem { get; set; }

    /// <summary>Whether the client asks by itself for what follows a line end, so that its text is never edited unasked.</summary>
    public bool IsAsked { get; private set; }

    /// <summary>What was published last.</summary>
    public ImmutableArray<(int Line, DiagnosticSeverity Severity, string Message)> Published { get; set; } = [];

    /// <summary>Notes that an edit goes to the client.</summary>
    /// <param name="version">The version of the text that it is for.</param>
    public void Send(int version) => (edit, sentAt) = (EditState.Sent, version);

    /// <summary>Notes that the client wrote it.</summary>
    public void Applied() => edit = edit == EditState.Sent ? EditState.Applied : edit;

    /// <summary>Notes that the client asks what follows a line end.</summary>
    /// <param name="version">The version of the text that it asks about.</param>
    /// <param name="knowsVersions">
    /// Whether it refuses edits of older versions: then one that it did not answer will not come any more.
    /// </param>
    public void Asks(int version, bool knowsVersions)
    {
        IsAsked = true;
        if (knowsVersions && version > sentAt)
        {
            Applied();
        }
    }

    /// <summary>Notes that it did not; tells whether to try again.</summary>
    public bool Refused()
    {
        edit = EditState.None;
        return ++tries < MostTries;
    }

    /// <summary>
    /// Whether a step that stands in a text stands where it belongs: once it was seen there, its learner may change what they
    /// like.
    /// </summary>
    /// <param name="step">The step; null for none yet.</param>
    /// <param name="lines">The text.</param>
    public bool HasLanded(SheetStep? step, IReadOnlyList<string> lines)
    {
        IsAstray = step is not null && !ReferenceEquals(step, landed) && !SheetLanding.IsAtItsPlace(step, lines);
        landed = IsAstray ? landed : step;
        return !IsAstray;
    }

    /// <summary>Notes a version of the text, and whether it has all that was written. One older than another says nothing.</summary>
    /// <remarks>
    /// What is missing is on its way before the client has answered, and until another text has come, since its answer comes
    /// before that.
    /// </remarks>
    public void Saw(int version, bool hasAll)
    {
        if (version < seen)
        {
            return;
        }

        seen = version;
        IsBehind = !hasAll && edit != EditState.Sent && (edit != EditState.Applied || version > sentAt);
        if (hasAll)
        {
            (edit, tries) = (EditState.None, 0);
        }
    }
}
