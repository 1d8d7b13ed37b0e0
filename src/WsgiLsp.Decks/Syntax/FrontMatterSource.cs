using System.Collections.Immutable;
using System.Text;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace WsgiLsp.Decks.Syntax;

/// <summary>Something wrong in the front matter.</summary>
/// <param name="Span">Where.</param>
/// <param name="Message">What, and what to do.</param>
/// <param name="IsBroken">Whether it is no YAML or of the wrong type, rather than an unknown word.</param>
/// <param name="Fixes">Ways to mend it.</param>
internal sealed record FrontMatterProblem(TextSpan Span, string Message, bool IsBroken, ImmutableArray<Fix> Fixes);

/// <summary>The id, the date, or one item of a list, in the front matter.</summary>
/// <param name="Key">The key that it belongs to.</param>
/// <param name="Text">What it says.</param>
/// <param name="Span">Where; for items of a list that is written as one text the whole text.</param>
internal sealed record FrontMatterValue(string Key, string Text, TextSpan Span)
{
    /// <summary>Where exactly the word stands: without quotes, and alone where a list is written as one text.</summary>
    /// <param name="source">The text that <see cref="Span"/> is a stretch of.</param>
    public TextSpan Place(string source)
    {
        var end = Span.End - Text.Length;
        for (var at = Span.Start; at <= end; at++)
        {
            at = source.IndexOf(Text, at, Span.End - at, StringComparison.Ordinal);
            if (at < 0)
            {
                break;
            }

            var after = at + Text.Length;
            if ((at == Span.Start || IsBorder(source[at - 1])) && (after == Span.End || IsBorder(source[after])))
            {
                return new TextSpan(at, Text.Length);
            }
        }

        return Span;

        static bool IsBorder(char c) => c is ',' or '"' or '\'' || char.IsWhiteSpace(c);
    }
}

/// <summary>Front matter that was read: what it says and what is wrong in it.</summary>
internal sealed class FrontMatterSource
{
    private FrontMatterSource(
        SectionSource source,
        FrontMatterSpan place,
        FrontMatter value,
        ImmutableArray<FrontMatterValue> values,
        ImmutableArray<FrontMatterProblem> problems
    )
    {
        Source = source;
        Place = place;
        Value = value;
        Values = values;
        Problems = problems;
    }

    public SectionSource Source { get; }

    public FrontMatterSpan Place { get; }

    public FrontMatter Value { get; }

    /// <summary>The id, the date and the items of lists, with their places.</summary>
    public ImmutableArray<FrontMatterValue> Values { get; }

    public ImmutableArray<FrontMatterProblem> Problems { get; }

    /// <summary>Reads the front matter at the start of a text. Never fails.</summary>
    /// <param name="text">The text from its start to <see cref="FrontMatterSpan.HeadEnd"/>.</param>
    /// <param name="place">Where it stands.</param>
    public static FrontMatterSource Read(string text, FrontMatterSpan place)
    {
        var source = new SectionSource(text);
        if (!place.Exists)
        {
            var fence = FrontMatterFence.Find(new SourceText(text));
            return new FrontMatterSource(source, place, FrontMatter.None, [], fence is null ? [] : [fence.Problem]);
        }

        var problems = ImmutableArray.CreateBuilder<FrontMatterProblem>();
        var reader = new FrontMatterReader(source, place.FirstLine, problems);
        var value = FrontMatter.None;
        var end = place.EndLine;
        while (true)
        {
            try
            {
                reader.Values.Clear();
                value = reader.Read(Parse(source, place.FirstLine, end));
                break;
            }
            catch (Exception error) when (error is YamlException or InvalidOperationException or ArgumentException)
            {
                // Besides its own exception, YamlDotNet lets these out for some malformed texts.
                // What stands above the mistake still counts, so that a deck keeps its id while its author types.
                if (problems.Count == 0)
                {
                    problems.Add(
                        Unclosed(source, place, error)
                            ?? new FrontMatterMending(source, place, error).Problem
                            ?? reader.Broken(error, place.EndLine)
                    );
                }

                end = Math.Min(end - 1, place.FirstLine + LineOf(error));
                if (end <= place.FirstLine)
                {
                    break;
                }
            }
        }

        return new FrontMatterSource(source, place, value, [.. reader.Values], problems.ToImmutable());
    }

    /// <summary>The 0-based line of the front matter that an error speaks of.</summary>
    public static int LineOf(Exception error) =>
        error is YamlException { Start: var mark } ? (int)Math.Max(mark.Line, 1) - 1 : 0;

    /// <summary>The problem of front matter that goes on over cards, up to a line of dashes somewhere in the deck.</summary>
    private static FrontMatterProblem? Unclosed(SectionSource source, FrontMatterSpan place, Exception error)
    {
        if (
            FrontMatterFence.Find(new SourceText(source.Text)) is not { } fence
            || place.FirstLine + LineOf(error) < fence.EndLine
        )
        {
            return null;
        }

        for (var i = fence.EndLine; i < place.EndLine; i++)
        {
            if (fence.IsClosed || source.Line(i) is ['#', ..])
            {
                return fence.Problem;
            }
        }

        return null;
    }

    private static YamlNode? Parse(SectionSource source, int first, int end)
    {
        var lines = new StringBuilder();
        for (var i = first; i < end; i++)
        {
            lines.Append(source.Line(i)).Append('\n');
        }

        return Parse(lines.ToString());
    }

    /// <summary>Parses YAML.</summary>
    /// <exception cref="YamlException">It is broken. Some malformed texts make YamlDotNet throw other exceptions.</exception>
    public static YamlNode? Parse(string text)
    {
        if (YamlNesting.IsTooDeep(text))
        {
            throw new YamlException("it is nested too deeply");
        }

        var stream = new YamlStream();
        using var reader = new StringReader(text);
        stream.Load(reader);
        return stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode;
    }
}
