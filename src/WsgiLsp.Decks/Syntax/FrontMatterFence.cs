using System.Buffers;
using System.Collections.Immutable;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Syntax;

/// <summary>
/// Lines <c>key: value</c> at the top of a deck that were meant to be front matter, and are text: the lines <c>---</c> around
/// them are missing, or not quite right.
/// </summary>
/// <param name="End">Just past the last line of it.</param>
/// <param name="EndLine">The line after the keys.</param>
/// <param name="IsClosed">Whether a line of dashes follows the keys, however many.</param>
/// <param name="Problem">What to tell.</param>
internal sealed record FrontMatterFence(int End, int EndLine, bool IsClosed, FrontMatterProblem Problem)
{
    private const string Fence = "---";

    private static readonly SearchValues<char> KeyLetters = SearchValues.Create(
        "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-"
    );

    /// <summary>More lines above front matter were hardly left there by accident.</summary>
    private const int MostBlankLines = 16;

    /// <summary>Looks at the top of a text. What follows the lines that are returned does not matter.</summary>
    /// <returns>The lines that look like front matter; null where none do, or where nothing is wrong with their fences.</returns>
    public static FrontMatterFence? Find(SourceText text)
    {
        var top = new Top(text);
        if (!top.IsFrontMatter)
        {
            return null;
        }

        var edits = ImmutableArray.CreateBuilder<TextEdit>();
        if (top.Open.Start > top.Start)
        {
            edits.Add(new TextEdit(TextSpan.FromBounds(top.Start, top.Open.Start), ""));
        }

        var head = text.ToString(TextSpan.FromBounds(0, top.End));
        var lineEnd = LineEnd.Of(head);
        if (!top.IsOpened)
        {
            edits.Add(new TextEdit(new TextSpan(top.Open.Start, 0), Fence + lineEnd));
        }
        else if (!IsExact(text, top.Open))
        {
            edits.Add(new TextEdit(top.Open, Fence));
        }

        var isRightAbove = edits.Count == 0;
        if (top.Close is not { } close)
        {
            var written = head[^1] is '\n' or '\r' ? Fence + lineEnd : lineEnd + Fence;
            edits.Add(new TextEdit(new TextSpan(top.End, 0), written));
        }
        else if (!IsExact(text, close))
        {
            edits.Add(new TextEdit(close, Fence));
        }

        if (edits.Count == 0)
        {
            return null;
        }

        return new FrontMatterFence(
            top.End,
            top.EndLine,
            top.Close is not null,
            new FrontMatterProblem(
                isRightAbove && top.Close is { } place ? place : top.Open,
                Message(top, isRightAbove),
                IsBroken: true,
                [new Fix("Make it front matter", edits.DrainToImmutable(), IsPreferred: true)]
            )
        );
    }

    private static string Message(Top top, bool isRightAbove) =>
        isRightAbove && top.Close is null ? "This front matter is not closed. Write '---' below its last key."
        : isRightAbove ? "Front matter ends with a line '---', of three dashes. Without one it is text."
        : top.Open.Start > top.Start ? "Front matter begins on the first line. Below blank lines it is text."
        : "Front matter begins with a line '---', of three dashes. Without one it is text.";

    private static bool IsExact(SourceText text, TextSpan line) => text.ToString(line) is Fence or "...";

    /// <summary>The first lines of a deck.</summary>
    private readonly struct Top
    {
        public Top(SourceText text)
        {
            var lines = text.ReadLines(0);
            if (!lines.Read())
            {
                return;
            }

            var line = lines.Line is ['\uFEFF', ..] ? lines.Line[1..] : lines.Line;
            Start = lines.Start + lines.Line.Length - line.Length;
            var from = Start;
            while (line.IsWhiteSpace() && EndLine < MostBlankLines && lines.Read())
            {
                line = lines.Line;
                from = lines.Start;
                EndLine++;
            }

            Open = new TextSpan(from, line.TrimEnd().Length);
            IsOpened = IsDashes(line);
            var hasLine = !IsOpened || lines.Read();
            EndLine += IsOpened ? 1 : 0;
            line = IsOpened ? lines.Line : line;
            var (keys, known) = (0, 0);
            for (; hasLine && (IsKey(line) || (keys > 0 && IsMore(line))); EndLine++)
            {
                keys += IsKey(line) ? 1 : 0;
                known += IsKey(line) && FrontMatterReader.Keys.Contains(line[..line.IndexOf(':')].ToString()) ? 1 : 0;
                End = lines.Next;
                hasLine = lines.Read();
                line = lines.Line;
            }

            if (hasLine && keys > 0 && (IsDashes(line) || line.TrimEnd() is "..."))
            {
                Close = new TextSpan(lines.Start, line.TrimEnd().Length);
                End = lines.Next;
            }

            // "by: somebody" above dashes is a title like any other.
            IsFrontMatter = known > 0 && (IsOpened || (keys > 1 && Close is not null));
        }

        public bool IsFrontMatter { get; }

        /// <summary>Where the text begins: after a byte order mark.</summary>
        public int Start { get; }

        /// <summary>The line of dashes above the keys, or where that is missing the first key.</summary>
        public TextSpan Open { get; }

        /// <summary>Whether there is a line of dashes above the keys.</summary>
        public bool IsOpened { get; }

        /// <summary>The line of dashes below the keys.</summary>
        public TextSpan? Close { get; }

        /// <summary>The line after the keys.</summary>
        public int EndLine { get; }

        /// <summary>Just past the last line of all this.</summary>
        public int End { get; }

        private static bool IsDashes(ReadOnlySpan<char> line)
        {
            var dashes = line.Trim(" \t");
            return dashes.Length > 1 && dashes.IndexOfAnyExcept('-') < 0;
        }

        private static bool IsKey(ReadOnlySpan<char> line)
        {
            var length = line.IndexOf(':');
            return length > 0
                && char.IsAsciiLetter(line[0])
                && (length + 1 == line.Length || line[length + 1] is ' ' or '\t')
                && line[..length].IndexOfAnyExcept(KeyLetters) < 0;
        }

        /// <summary>Whether a line goes on with the value of the key above it.</summary>
        private static bool IsMore(ReadOnlySpan<char> line) =>
            !line.IsWhiteSpace() && line is [' ' or '\t', ..] or ['-', ' ', ..];
    }
}
