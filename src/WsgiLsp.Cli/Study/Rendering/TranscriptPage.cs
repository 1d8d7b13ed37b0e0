using System.Collections.Immutable;
using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;
using Ink = Spectre.Console.Style;

namespace WsgiLsp.Cli.Study.Rendering;

/// <summary>A transcript as a terminal shows it: replies in, rendered text out.</summary>
internal sealed class TranscriptPage
{
    /// <summary>In columns; longer lines are hard to read.</summary>
    private const int WidestText = 100;

    private readonly IAnsiConsole console;
    private readonly Func<int> width;
    private readonly MarkdownLook look;

    /// <param name="output">Where it is written; what is written is not flushed.</param>
    /// <param name="width">The terminal's width at this moment, in columns.</param>
    /// <param name="hasColour">Whether colours may be used; bold and dim are none.</param>
    public TranscriptPage(TextWriter output, Func<int> width, bool hasColour)
    {
        this.width = width;
        look = new MarkdownLook { HasColour = hasColour };
        console = AnsiConsole.Create(
            new AnsiConsoleSettings
            {
                Ansi = AnsiSupport.Yes,
                ColorSystem = hasColour ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
                Interactive = InteractionSupport.No,
                Out = new AnsiConsoleOutput(output),

                // Nothing is guessed from the environment.
                Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
            }
        );
        console.Profile.Capabilities.Unicode = true;
    }

    private int Room => Math.Clamp(width(), 1, WidestText);

    /// <summary>Shows a reply.</summary>
    /// <param name="lines">The transcript's lines.</param>
    /// <param name="progress">How far the session is; null where no item is new on the screen.</param>
    public void Show(ImmutableArray<string> lines, SessionProgress? progress)
    {
        console.Profile.Width = Room;
        var parts = ReplyParts.Of(lines);
        if (parts.Title is { } title)
        {
            Write(new InlineText(look with { Base = Inks.Strong }).Add(title).ToRenderable());
            Write(
                new Balanced(MarkdownBlocks.Of(string.Join('\n', parts.Notes), look with { Base = Inks.Quiet }, Room))
            );
        }

        Say(parts.Said, keepsLines: false);
        if (parts.Heading is { } heading)
        {
            Ask(heading, parts, progress);
        }

        if (parts.Ask is { } ask)
        {
            WriteEmptyLine();
            Write(AskZone.Of(ask, Room));
        }
    }

    /// <summary>Shows what was expected of a line that could not be read.</summary>
    public void Warn(string warning)
    {
        console.Profile.Width = Room;
        Write(new Prefixed(MarkdownBlocks.Of(warning, look, Room - 2), new Segment("! ", Inks.Almost)));
    }

    private void Ask(string heading, ReplyParts parts, SessionProgress? progress)
    {
        WriteEmptyLine();
        if (progress is not null)
        {
            Write(new ProgressRule(progress));
            WriteEmptyLine();
        }

        Write(MarkdownBlocks.Of("# " + WithoutNumber(heading), look, Room));
        if (!parts.Body.IsEmpty)
        {
            WriteEmptyLine();
            Write(QuestionBody.Of(parts.Body, look, Room));
        }

        if (!parts.Told.IsEmpty)
        {
            WriteEmptyLine();
            Say(parts.Told, parts.IsResult);
        }
    }

    /// <summary>The number stands in the progress as well; a heading is one line of a card, whatever it begins with.</summary>
    private static string WithoutNumber(string heading)
    {
        var end = heading.IndexOf(" ·", StringComparison.Ordinal);
        return end > 0 && int.TryParse(heading.AsSpan(0, end), NumberStyles.None, null, out _)
            ? heading[(end + 2)..].Trim()
            : heading;
    }

    private void Say(ImmutableArray<string> said, bool keepsLines)
    {
        foreach (var chunk in SaidChunk.Of(said))
        {
            if (chunk.IsParted)
            {
                WriteEmptyLine();
            }

            Write(new Prefixed(Of(chunk, keepsLines), Segment.Padding(2), Segment.Padding(2)));
        }
    }

    private IRenderable Of(SaidChunk chunk, bool keepsLines)
    {
        var room = Room - 2;
        var text = look with { KeepsLines = keepsLines };
        if (chunk.IsRecord)
        {
            var name = chunk.Text.Split(' ')[0];
            return new WrappedText(name, Inks.OfGrade(name)).Append(chunk.Text[name.Length..], Inks.Quiet);
        }

        if (chunk.Sign is not { } sign)
        {
            return MarkdownBlocks.Of(chunk.Text, text, room);
        }

        // A number is a concept's or an item's; else the verdict stands in the first sentence.
        var ink = OfSign(sign);
        var lead = chunk.Text is [>= '0' and <= '9', ..] ? null : ink;
        return new Prefixed(
            MarkdownBlocks.Of(chunk.Text, text with { Lead = lead }, room - 2),
            new Segment($"{sign} ", ink.Combine(Inks.Strong))
        );
    }

    private static Ink OfSign(char sign) =>
        sign switch
        {
            '✓' => Inks.Right,
            '✗' => Inks.Wrong,
            _ => Inks.Almost,
        };

    /// <summary>What is written ends its line.</summary>
    private void Write(IRenderable content) => console.Write(new Rows(content));

    private void WriteEmptyLine() => console.Write(new EmptyLine());
}
