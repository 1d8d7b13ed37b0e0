using FsCheck;
using FsCheck.Fluent;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Tests.Syntax;

public sealed class SectionSourceTests
{
    /// <summary>Lines that are clean already are taken as they stand: the same as line by line.</summary>
    [Fact]
    public void Markdown_is_its_lines_without_what_is_blank_at_their_ends()
    {
        var lines = Gen.Elements("", " ", "a", "  a", "a ", "    a", "a\t", "\u2028", "b\u3000", "c d");
        var ends = Gen.Elements("\n", "\n", "\n", "\r\n", "\r");
        var texts = lines.Zip(ends).Select(line => line.Item1 + line.Item2).ArrayOf().Select(string.Concat);
        Prop.ForAll(
                texts.ToArbitrary(),
                text =>
                {
                    var source = new SectionSource(text);
                    var all = new LineRange(0, source.LineCount);
                    var each = Enumerable.Range(0, source.LineCount).Select(i => source.Line(i).TrimEnd().ToString());
                    return source.Markdown(all)
                        == SectionSource.TrimBlankLines(string.Concat(each.Select(line => line + "\n")));
                }
            )
            .QuickCheckThrowOnFailure();
    }
}
