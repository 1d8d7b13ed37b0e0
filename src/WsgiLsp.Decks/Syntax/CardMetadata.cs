using System.Collections.Immutable;
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

    /// <summary>Takes the entries of a comment; the first of a repeated key wins.</summary>
    public static CardMetadata From(MetadataComment? comment)
    {
        if (comment is null)
        {
            return None;
        }

        var result = None;
        for (var i = comment.Entries.Length - 1; i >= 0; i--)
        {
            var entry = comment.Entries[i];
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
                "shuffle" => result with { Shuffle = value == "true" },
                "ignore" => result with { Ignore = MetadataKeys.List(value) },
                "suspend" => result with { Suspend = value == "true" },
                _ => result,
            };
        }

        return result;
    }
}
