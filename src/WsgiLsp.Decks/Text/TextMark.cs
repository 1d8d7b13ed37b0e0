namespace WsgiLsp.Decks.Text;

/// <summary>A mark of a text, by which it is known again: two texts of one mark are the same, but by a rare chance.</summary>
/// <param name="Length">Its length.</param>
/// <param name="Hash">A hash of its letters and of where its lines begin.</param>
internal readonly record struct TextMark(int Length, ulong Hash)
{
    // FNV-1a's.
    private const ulong Basis = 14_695_981_039_346_656_037;
    private const ulong Prime = 1_099_511_628_211;

    /// <summary>The mark of a text.</summary>
    public static TextMark Of(SourceText text)
    {
        var hash = Basis;
        var lines = text.ReadLines(0);
        while (lines.Read())
        {
            hash = unchecked((hash ^ (uint)lines.Start) * Prime);
            foreach (var letter in lines.Line)
            {
                hash = unchecked((hash ^ letter) * Prime);
            }
        }

        return new TextMark(text.Length, hash);
    }
}
