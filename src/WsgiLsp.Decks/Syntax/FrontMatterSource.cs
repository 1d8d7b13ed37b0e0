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
/// <param name="IsGuess">Whether it is only likely: an unknown key that resembles a known one.</param>
/// <param name="Fixes">Ways to mend it.</param>
internal sealed record FrontMatterProblem(
    TextSpan Span,
    string Message,
    bool IsBroken,
    bool IsGuess,
    ImmutableArray<Fix> Fixes
);

/// <summary>Front matter that was read: what it says and what is wrong in it.</summary>
internal sealed class FrontMatterSource
{
    private FrontMatterSource(SectionSource source, FrontMatter value, ImmutableArray<FrontMatterProblem> problems)
    {
        Source = source;
        Value = value;
        Problems = problems;
        Findings = RuleCatalogue.Check(this);
    }

    public SectionSource Source { get; }

    public FrontMatter Value { get; }

    public ImmutableArray<FrontMatterProblem> Problems { get; }

    public ImmutableArray<Finding> Findings { get; }

    /// <summary>Reads the front matter at the start of a text. Never fails.</summary>
    /// <param name="text">The text from its start to the line after the front matter.</param>
    /// <param name="place">Where it stands.</param>
    public static FrontMatterSource Read(string text, FrontMatterSpan place)
    {
        var source = new SectionSource(text);
        if (!place.Exists)
        {
            return new FrontMatterSource(source, FrontMatter.None, []);
        }

        var problems = ImmutableArray.CreateBuilder<FrontMatterProblem>();
        var reader = new FrontMatterReader(source, place.FirstLine, problems);
        var value = FrontMatter.None;
        var end = place.EndLine;
        while (true)
        {
            try
            {
                value = reader.Read(Parse(source, place.FirstLine, end));
                break;
            }
            catch (YamlException error)
            {
                // What stands above the mistake still counts, so that a deck keeps its id while its author types.
                if (problems.Count == 0)
                {
                    problems.Add(reader.Broken(error, place.EndLine));
                }

                var line = place.FirstLine + (int)Math.Max(error.Start.Line, 1) - 1;
                end = Math.Min(end - 1, line);
                if (end <= place.FirstLine)
                {
                    break;
                }
            }
        }

        return new FrontMatterSource(source, value, problems.ToImmutable());
    }

    private static YamlNode? Parse(SectionSource source, int first, int end)
    {
        var text = new StringBuilder();
        for (var i = first; i < end; i++)
        {
            text.Append(source.Line(i)).Append('\n');
        }

        var stream = new YamlStream();
        using var reader = new StringReader(text.ToString());
        stream.Load(reader);
        return stream.Documents.Count == 0 ? null : stream.Documents[0].RootNode;
    }
}
