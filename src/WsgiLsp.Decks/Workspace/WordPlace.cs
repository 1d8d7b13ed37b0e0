using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Workspace;

/// <summary>Where a word of a section begins, counted from the section's start. It ends on the same line.</summary>
internal readonly record struct WordPlace(int Offset, LinePosition Start)
{
    public static WordPlace At(SectionSource source, int offset) => new(offset, source.Position(offset));
}

/// <summary>A tag where it is given. Small: a workspace may have hundreds of thousands.</summary>
internal readonly record struct TagMention(string Text, WordPlace Place)
{
    public static TagMention At(SectionSource source, TextSpan span, string text, WordPool? words) =>
        new(words?.Once(text) ?? text, WordPlace.At(source, span.Start));
}
