using System.Collections.Immutable;
using System.Globalization;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Text;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace WsgiLsp.Decks.Syntax;

/// <summary>Takes the known keys out of a YAML mapping and notes what is wrong.</summary>
internal sealed class FrontMatterReader(
    SectionSource source,
    int firstLine,
    ImmutableArray<FrontMatterProblem>.Builder problems
)
{
    /// <summary>All keys, in the formatter's order.</summary>
    public static readonly ImmutableArray<string> Keys =
    [
        "deck",
        "id",
        "level",
        "tags",
        "minutes",
        "sources",
        "card-level",
        "shuffle",
        "cloze",
        "requires",
        "ignore",
        "retention",
        "by",
        "lang",
    ];

    /// <summary>The values of <c>cloze</c>.</summary>
    public static readonly ImmutableArray<string> ClozeStyles = ["braces", "mark"];

    /// <summary>What the parser says, and what that means.</summary>
    private static readonly ImmutableArray<(string Parsers, string Plain)> Reasons =
    [
        ("parsing a flow sequence", "a list in brackets lacks a comma or its closing ]"),
        ("parsing a flow mapping", "what stands in braces lacks a comma or its closing }"),
        ("scanning a quoted scalar", "a text in quotes is not closed"),
        ("mapping values are not allowed", "a ':' stands where none can be; a text with a colon needs quotes"),
        ("could not find expected ':'", "a line is no 'key: value'"),
        ("parsing a block mapping", "a line is no 'key: value', or is indented otherwise than the others"),
        ("parsing a block collection", "the items of a list are not indented alike"),
        ("duplicate key", "a key stands here for the second time"),
        ("cannot start any token", "a text begins with a sign that needs quotes"),
        ("alias", "a text that begins with * needs quotes"),
        ("anchor", "a text that begins with & needs quotes"),
    ];

    /// <summary>The id, the date and the items of lists that were read, with their places.</summary>
    public List<FrontMatterValue> Values { get; } = [];

    /// <summary>Reads a document.</summary>
    public FrontMatter Read(YamlNode? root)
    {
        if (root is null or YamlScalarNode { Value: null or "" })
        {
            return FrontMatter.None;
        }

        if (root is not YamlMappingNode mapping)
        {
            Wrong(root, "The front matter is a list of 'key: value' lines.");
            return FrontMatter.None;
        }

        var result = FrontMatter.None;
        foreach (var (key, value) in mapping.Children)
        {
            if (key is YamlScalarNode { Value: { } name })
            {
                result = Take(result, name, key, value);
            }
        }

        return result;
    }

    /// <summary>The problem of YAML that does not parse.</summary>
    public FrontMatterProblem Broken(Exception error, int endLine)
    {
        var mark = error is YamlException yaml ? yaml.Start : Mark.Empty;
        var line = firstLine + (int)Math.Max(mark.Line, 1) - 1;
        var column = (int)Math.Max(mark.Column, 1) - 1;
        if (line >= endLine)
        {
            // The parser looked on to the end for what is missing; the closing dashes are not wrong.
            line = Enumerable
                .Range(firstLine, Math.Max(0, endLine - firstLine))
                .LastOrDefault(at => !source.Line(at).IsWhiteSpace(), firstLine);
            column = 0;
        }

        column = Math.Min(column, source.Line(line).Length);
        var start = source.LineStart(line) + column;
        var end = Math.Max(source.LineStart(line) + source.Line(line).TrimEnd().Length, start);
        var reason = error is YamlException ? Reason(error.Message) : "it cannot be read";
        return new FrontMatterProblem(
            TextSpan.FromBounds(start, end),
            $"The front matter is not valid YAML here: {reason.TrimEnd('.')}. What follows it is ignored.",
            IsBroken: true,
            []
        );
    }

    /// <summary>Why YAML does not parse, in words for who knows no parser.</summary>
    private static string Reason(string message)
    {
        foreach (var (parsers, plain) in Reasons)
        {
            if (message.Contains(parsers, StringComparison.OrdinalIgnoreCase))
            {
                return plain;
            }
        }

        // YamlDotNet puts its own count of lines, which begin inside the front matter, before the reason.
        return message[(message.IndexOf("): ", StringComparison.Ordinal) is >= 0 and var at ? at + 3 : 0)..];
    }

    private FrontMatter Take(FrontMatter result, string name, YamlNode key, YamlNode value)
    {
        switch (name)
        {
            case "deck":
                return result with { Deck = Scalar(name, value) };
            case "id":
                return result with { Id = Id(value) };
            case "level":
                return OneOf(name, value, Vocabulary.Levels) is { } level
                    ? result with
                    {
                        Level = Vocabulary.Level(level),
                    }
                    : result;
            case "tags":
                return result with { Tags = List(name, value) };
            case "ignore":
                return result with { Ignore = List(name, value) };
            case "sources":
                return result with { Sources = List(name, value) };
            case "requires":
                return result with { Requires = List(name, value) };
            case "minutes":
                return result with { Minutes = Number(name, value, 0, double.MaxValue, "a number of minutes") };
            case "card-level":
                return result with { CardLevel = (int?)Number(name, value, 1, 6, "a heading level from 1 to 6") };
            case "retention":
                return result with { Retention = Number(name, value, 0.7, 0.99, "a number from 0.7 to 0.99") };
            case "shuffle":
                return result with { Shuffle = Truth(name, value) ?? true };
            case "cloze":
                return result with { HasHighlightClozes = OneOf(name, value, ClozeStyles) == "mark" };
            case "by":
                return result with { By = Date(name, value) };
            case "lang":
                return result with { Language = Scalar(name, value) ?? result.Language };
            default:
                Unknown(name, key);
                return result;
        }
    }

    private void Unknown(string name, YamlNode key)
    {
        if (NearestWord.Find(name, Keys) is { } near)
        {
            var span = Span(key);
            problems.Add(
                new FrontMatterProblem(
                    span,
                    $"'{name}' means nothing here. Did you mean '{near}'?",
                    IsBroken: false,
                    [new Fix($"Write '{near}'", [new TextEdit(span, near)], IsPreferred: true)]
                )
            );
        }
    }

    private string? Id(YamlNode value)
    {
        var id = Scalar("id", value);
        if (id is null || MetadataKeys.IsId(id))
        {
            if (id is not null)
            {
                Values.Add(new FrontMatterValue("id", id, Span(value)));
            }

            return id;
        }

        Misfit(value, MetadataKeys.Problem("id", id) is { } problem ? $"id: {problem}." : "", []);
        return null;
    }

    private string? Scalar(string name, YamlNode value)
    {
        if (value is YamlScalarNode { Value: { Length: > 0 } text })
        {
            return text;
        }

        Wrong(value, $"'{name}' wants a text.");
        return null;
    }

    private ImmutableArray<string> List(string name, YamlNode value)
    {
        switch (value)
        {
            case YamlScalarNode { Value: { } text }:
                var words = MetadataKeys.List(text);
                Values.AddRange(words.Select(word => new FrontMatterValue(name, word, Span(value))));
                return words;
            case YamlSequenceNode list when list.Children.All(c => c is YamlScalarNode):
                var items = list
                    .Children.Select(item => (Node: item, Text: ((YamlScalarNode)item).Value?.Trim() ?? ""))
                    .Where(item => item.Text.Length > 0)
                    .ToList();
                Values.AddRange(items.Select(item => new FrontMatterValue(name, item.Text, Span(item.Node))));
                return [.. items.Select(item => item.Text)];
            default:
                Wrong(value, $"'{name}' wants a list: [one, two].");
                return [];
        }
    }

    private string? OneOf(string name, YamlNode value, ImmutableArray<string> words)
    {
        if (Scalar(name, value) is not { } text || words.Contains(text, StringComparer.Ordinal))
        {
            return (value as YamlScalarNode)?.Value;
        }

        Misfit(
            value,
            $"'{name}' is one of {string.Join(", ", words)}.",
            NearestWord.Find(text, words) is { } near
                ? [new Fix($"Write '{near}'", [new TextEdit(Span(value), near)], IsPreferred: true)]
                : []
        );
        return null;
    }

    private bool? Truth(string name, YamlNode value)
    {
        if (value is YamlScalarNode { Value: { } text } && bool.TryParse(text, out var truth))
        {
            return truth;
        }

        Wrong(value, $"'{name}' is true or false.");
        return null;
    }

    private double? Number(string name, YamlNode value, double least, double most, string what)
    {
        if (
            value is YamlScalarNode { Value: { } text }
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most
            && (name != "card-level" || number == Math.Floor(number))
        )
        {
            return number;
        }

        Wrong(value, $"'{name}' wants {what}.");
        return null;
    }

    private DateOnly? Date(string name, YamlNode value)
    {
        if (
            value is YamlScalarNode { Value: { } text }
            && DateOnly.TryParseExact(
                text,
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            )
        )
        {
            Values.Add(new FrontMatterValue(name, text, Span(value)));
            return date;
        }

        Wrong(value, $"'{name}' wants a date: 2027-02-14.");
        return null;
    }

    private void Wrong(YamlNode value, string message) =>
        problems.Add(new FrontMatterProblem(Span(value), message, IsBroken: true, []));

    private void Misfit(YamlNode value, string message, ImmutableArray<Fix> fixes) =>
        problems.Add(new FrontMatterProblem(Span(value), message, IsBroken: false, fixes));

    private TextSpan Span(YamlNode node)
    {
        var start = Offset(node.Start);
        var end = Math.Max(Offset(node.End), start);

        // A block sequence or mapping ends where the next thing begins.
        var text = source.Text.AsSpan(start, end - start).TrimEnd();
        return new TextSpan(start, text.Length);
    }

    private int Offset(Mark mark)
    {
        var line = Math.Min(firstLine + (int)Math.Max(mark.Line, 1) - 1, source.LineCount - 1);
        return source.LineStart(line) + Math.Min((int)Math.Max(mark.Column, 1) - 1, source.Line(line).Length);
    }
}
