using System.Collections.Immutable;
using System.Globalization;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Decks.Syntax;

/// <summary>What a card or group says of itself; absent keys are null or empty, wrong values count as absent.</summary>
internal sealed record CardMetadata
{
    public static CardMetadata None { get; } = new();

    public string? Id { get; private init; }

    public CardLevel? Level { get; private init; }

    public ImmutableArray<string> Tags { get; private init; } = [];

    public CardKind? Kind { get; private init; }

    public bool? Shuffle { get; private init; }

    public ImmutableArray<string> Requires { get; private init; } = [];

    public TypedMatch? Match { get; private init; }

    public double? Tolerance { get; private init; }

    public bool? Reverse { get; private init; }

    public ImmutableArray<string> Ignore { get; private init; } = [];

    public bool? Suspend { get; private init; }

    /// <summary>What the front matter gives to all cards.</summary>
    public static CardMetadata From(FrontMatter frontMatter) =>
        new()
        {
            Level = frontMatter.Level,
            Tags = frontMatter.Tags,
            Shuffle = frontMatter.Shuffle,
            Ignore = frontMatter.Ignore,
        };

    /// <summary>Takes some entries; the first of a repeated key wins.</summary>
    public static CardMetadata From(ImmutableArray<MetadataEntry> entries)
    {
        var result = None;
        for (var i = entries.Length - 1; i >= 0; i--)
        {
            var entry = entries[i];
            if (entry.Value is not { } value || MetadataKeys.Problem(entry.Key, value) is not null)
            {
                continue;
            }

            result = entry.Key switch
            {
                "id" => result with { Id = value },
                "level" => result with { Level = Vocabulary.Level(value) },
                "tags" => result with { Tags = MetadataKeys.List(value) },
                "kind" => result with { Kind = Vocabulary.Kind(value) },
                "requires" => result with { Requires = MetadataKeys.List(value) },
                "match" => result with { Match = Vocabulary.Match(value) },
                "tol" => result with { Tolerance = double.Parse(value, CultureInfo.InvariantCulture) },
                "reverse" => result with { Reverse = value == "true" },
                "shuffle" => result with { Shuffle = value == "true" },
                "ignore" => result with { Ignore = MetadataKeys.List(value) },
                "suspend" => result with { Suspend = value == "true" },
                _ => result,
            };
        }

        return result;
    }

    /// <summary>What a comment says, and where it is silent what the heading's attributes say.</summary>
    public CardMetadata Or(CardMetadata attributes)
    {
        if (ReferenceEquals(attributes, None))
        {
            return this;
        }

        return new CardMetadata
        {
            Id = Id ?? attributes.Id,
            Level = Level ?? attributes.Level,
            Tags = Union(Tags, attributes.Tags),
            Kind = Kind ?? attributes.Kind,
            Requires = Union(Requires, attributes.Requires),
            Match = Match ?? attributes.Match,
            Tolerance = Tolerance ?? attributes.Tolerance,
            Reverse = Reverse ?? attributes.Reverse,
            Shuffle = Shuffle ?? attributes.Shuffle,
            Ignore = Union(Ignore, attributes.Ignore),
            Suspend = Suspend ?? attributes.Suspend,
        };
    }

    /// <summary>Some words and others, each once.</summary>
    public static ImmutableArray<string> Union(ImmutableArray<string> words, ImmutableArray<string> others) =>
        others.IsEmpty ? words : [.. words.Concat(others).Distinct(StringComparer.Ordinal)];
}
