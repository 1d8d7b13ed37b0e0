using Spectre.Console;
using Ink = Spectre.Console.Style;

namespace WsgiLsp.Cli.Study.Rendering;

/// <summary>
/// How things look. Only the eight colours that a terminal's theme defines: they are legible on its background. No colour
/// stands for something that is not said as well.
/// </summary>
internal static class Inks
{
    public static readonly Ink Plain = Ink.Plain;
    public static readonly Ink Strong = new(decoration: Decoration.Bold);
    public static readonly Ink Emphasis = new(decoration: Decoration.Italic);
    public static readonly Ink Link = new(decoration: Decoration.Underline);
    public static readonly Ink Quiet = new(decoration: Decoration.Dim);
    public static readonly Ink Code = new(Color.Teal);
    public static readonly Ink Mark = new(Color.Teal, decoration: Decoration.Bold);
    public static readonly Ink Right = new(Color.Green);
    public static readonly Ink Almost = new(Color.Olive);
    public static readonly Ink Wrong = new(Color.Maroon);

    /// <summary>Of a grade, by the name that transcripts give it.</summary>
    public static Ink OfGrade(string name) =>
        name switch
        {
            "again" or "fail" => Wrong,
            "hard" => Almost,
            "good" or "pass" => Right,
            "easy" => Code,
            _ => Plain,
        };
}
