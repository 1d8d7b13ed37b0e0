using System.Collections.Immutable;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Model;

/// <summary>
/// What a section inherits: the groups that it stands in, innermost first. Two chains that say the same are equal, so that
/// sections after an edit can be kept.
/// </summary>
internal sealed class GroupContext : IEquatable<GroupContext>
{
    private GroupContext(GroupContext? parent, int level, string? title, CardMetadata metadata, string comment)
    {
        Parent = parent;
        Level = level;
        Title = title;
        Comment = comment;
        Path = title is null ? parent?.Path ?? [] : [.. parent?.Path ?? [], title];
        CardLevel = metadata.Level ?? parent?.CardLevel;
        Kind = metadata.Kind ?? parent?.Kind;
        Shuffle = metadata.Shuffle ?? parent?.Shuffle;
        Suspend = metadata.Suspend ?? parent?.Suspend;
        Match = metadata.Match ?? parent?.Match;
        Tolerance = metadata.Tolerance ?? parent?.Tolerance;
        Reverse = metadata.Reverse ?? parent?.Reverse;
        Requires = CardMetadata.Union(parent?.Requires ?? [], metadata.Requires);
        Tags = CardMetadata.Union(parent?.Tags ?? [], metadata.Tags);
        Ignore = [.. parent?.Ignore ?? [], .. metadata.Ignore];
    }

    public GroupContext? Parent { get; }

    /// <summary>Level of the group's heading; 0 for the front matter's.</summary>
    public int Level { get; }

    public CardLevel? CardLevel { get; }

    public CardKind? Kind { get; }

    public bool? Shuffle { get; }

    public bool? Suspend { get; }

    public TypedMatch? Match { get; }

    public double? Tolerance { get; }

    public bool? Reverse { get; }

    public ImmutableArray<string> Requires { get; }

    public ImmutableArray<string> Tags { get; }

    public ImmutableArray<string> Ignore { get; }

    public ImmutableArray<string> Path { get; }

    /// <summary>What the deck's front matter says.</summary>
    public required FrontMatter FrontMatter { get; init; }

    private string? Title { get; }

    private string Comment { get; }

    /// <summary>What all sections inherit from the front matter.</summary>
    public static GroupContext Of(FrontMatterSource source)
    {
        var value = source.Value;
        return new GroupContext(null, 0, null, CardMetadata.From(value), source.Source.Text) { FrontMatter = value };
    }

    /// <summary>The chain inside a group or below a title.</summary>
    public GroupContext Enter(Section section) =>
        new(
            this,
            section.Level,
            section.Context.Role == SectionRole.Title ? null : section.Title,
            section.Metadata,
            TextOf(section, section.Comment?.Span) + TextOf(section, section.Attributes?.Span)
        )
        {
            FrontMatter = FrontMatter,
        };

    /// <summary>The chain around a heading: groups of its level and deeper are left.</summary>
    public GroupContext Leave(int level)
    {
        var context = this;
        while (context.Level >= level && context.Parent is { } parent)
        {
            context = parent;
        }

        return context;
    }

    private static string TextOf(Section section, TextSpan? span) =>
        span is { } place ? section.Text.Substring(place.Start, place.Length) : "";

    /// <inheritdoc/>
    public bool Equals(GroupContext? other) =>
        ReferenceEquals(this, other)
        || (
            other is not null
            && Level == other.Level
            && Title == other.Title
            && Comment == other.Comment
            && (Parent is null ? other.Parent is null : Parent.Equals(other.Parent))
        );

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GroupContext);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Level, Title, Comment, Parent);
}
