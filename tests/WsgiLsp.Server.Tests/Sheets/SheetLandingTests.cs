using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using WsgiLsp.Server.Sheets;
using WsgiLsp.Study.Sheets;

namespace WsgiLsp.Server.Tests.Sheets;

/// <summary>Whatever was typed while a reply was on its way: nothing of it is lost, and nothing comes below the next question.</summary>
public class SheetLandingTests
{
    private const int Kept = 1;

    private static readonly ImmutableArray<string> Opening =
    [
        "# Quiz: Fruit",
        "<!-- sheet abc -->",
        "",
        "## 1 · Which?",
        "",
        "- a) Stone",
        "- b) Apple",
        "",
        "→ a letter · ?? answer",
    ];

    private static readonly ImmutableArray<string> Reply =
    [
        "> ✓ Right.",
        "> good → 2 d",
        "",
        "## 2 · What else?",
        "",
        "→ think (or write), then an empty line",
    ];

    private static readonly Gen<Keys[]> Typed = Gen.ArrayOf(
        from kind in Gen.Elements(Enum.GetValues<KeyKind>())
        from line in Gen.Choose(0, Opening.Length + 4)
        from text in Gen.Elements("", "note", "b", "x y")
        select new Keys(kind, line, text)
    );

    [Theory]
    [InlineData("b")]
    [InlineData("")]
    [InlineData("maybe\nb")]
    public void Nothing_is_lost_and_nothing_comes_below_another_question(string answer)
    {
        var step = new SheetStep(new SheetText(Opening, []), [.. answer.Split('\n')], Reply);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(1_000).WithEndSize(4),
            Prop.ForAll(Arb.From(Typed), typed => AssertSound(step, typed))
        );
    }

    private static void AssertSound(SheetStep step, Keys[] typed)
    {
        // The last of the lines is none: it stands behind the last line end.
        ImmutableArray<string> sent = [.. Opening, .. step.Answer, "", ""];
        var (line, column) = (Opening.Length + step.Answer.Length - 1, step.Answer[^1].Length);
        List<string> now = [.. sent];
        foreach (var keys in typed)
        {
            keys.Type(now);
        }

        var landed = Write(now, line, column, step.Reply);
        var ask = step.Before.FindAsk(now);
        if (SheetLanding.IsAtItsPlace(step, landed))
        {
            var above = landed[..landed.LastIndexOf(Reply[0])];
            Assert.True(
                ask is null || (above[^1] == step.Answer[^1] && IsWithin(step.Answer, above[(ask.Value + 1)..]))
            );
            return;
        }

        if (SheetLanding.Mend(step, landed, Kept) is not { } mend)
        {
            Assert.Null(ask);
            return;
        }

        ImmutableArray<string> mended = [.. landed[..(mend.After + 1)], .. mend.Lines];
        Assert.True(SheetLanding.IsAtItsPlace(step, mended));
        var left = mended.RemoveRange(mended.LastIndexOf(Reply[0]), Reply.Length);
        Assert.True(IsWithin([.. now.SkipLast(Kept)], left));
        Assert.InRange(left.Length - (now.Count - Kept), 0, step.Answer.Length + 1);
    }

    /// <summary>Whether lines stand among others, in their order.</summary>
    private static bool IsWithin(IEnumerable<string> lines, IEnumerable<string> others)
    {
        using var other = others.GetEnumerator();
        return lines.All(line =>
        {
            while (other.MoveNext())
            {
                if (other.Current == line)
                {
                    return true;
                }
            }

            return false;
        });
    }

    /// <summary>What an editor makes of the edit: where the text is too short it goes to an end.</summary>
    private static List<string> Write(List<string> text, int line, int column, ImmutableArray<string> reply)
    {
        line = Math.Min(line, text.Count - 1);
        column = Math.Min(column, text[line].Length);
        return
        [
            .. text.Take(line),
            text[line][..column],
            .. reply.SkipLast(1),
            reply[^1] + text[line][column..],
            .. text.Skip(line + 1),
        ];
    }

    private enum KeyKind
    {
        Insert,
        Delete,
        Change,
    }

    private sealed record Keys(KeyKind Kind, int Line, string Text)
    {
        public void Type(List<string> lines)
        {
            var line = Math.Min(Line, lines.Count - 1);
            switch (Kind)
            {
                case KeyKind.Insert:
                    lines.Insert(line, Text);
                    break;
                case KeyKind.Delete when lines.Count > Kept + 1:
                    lines.RemoveAt(Math.Min(line, lines.Count - Kept - 1));
                    break;
                case KeyKind.Change when line < lines.Count - Kept:
                    lines[line] += Text;
                    break;
            }
        }
    }
}
