using System.Collections.Immutable;

namespace WsgiLsp.Decks.Syntax;

/// <summary>A link reference definition: <c>[label]: url "title"</c>.</summary>
/// <param name="Label">The label as Markdown compares it, but for case.</param>
/// <param name="Url">Where it leads.</param>
/// <param name="Title">The title; may be empty.</param>
internal sealed record LinkDefinition(string Label, string Url, string Title);

/// <summary>Definitions that a section uses but other sections make; equal where they say the same.</summary>
internal readonly struct ForeignDefinitions(ImmutableArray<LinkDefinition> list) : IEquatable<ForeignDefinitions>
{
    private readonly ImmutableArray<LinkDefinition> list = list;

    public ImmutableArray<LinkDefinition> List => list.IsDefault ? [] : list;

    public static bool operator ==(ForeignDefinitions left, ForeignDefinitions right) => left.Equals(right);

    public static bool operator !=(ForeignDefinitions left, ForeignDefinitions right) => !left.Equals(right);

    public bool Equals(ForeignDefinitions other) => List.AsSpan().SequenceEqual(other.List.AsSpan());

    public override bool Equals(object? obj) => obj is ForeignDefinitions other && Equals(other);

    public override int GetHashCode() => List.Length == 0 ? 0 : HashCode.Combine(List.Length, List[0]);
}
