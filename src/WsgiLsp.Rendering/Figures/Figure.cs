using System.Collections.Immutable;

namespace WsgiLsp.Rendering.Figures;

/// <summary>Numbers as a picture, with the same numbers as a table.</summary>
public sealed record Figure
{
    /// <summary>Tells it from others on its page: letters, digits and hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>What it shows, plain text.</summary>
    public required string Title { get; init; }

    /// <summary>What there is to see, in a sentence, for who does not see it.</summary>
    public required string Description { get; init; }

    /// <summary>What the labels are, such as <c>Day</c>.</summary>
    public required string LabelName { get; init; }

    /// <summary>A label for each place, left to right.</summary>
    public required ImmutableArray<string> Labels { get; init; }

    /// <summary>Numbers for all places: one to three rows of them.</summary>
    public required ImmutableArray<FigureSeries> Series { get; init; }

    /// <summary>The number at the upper edge; null for the largest one.</summary>
    public double? Top { get; init; }

    /// <summary>Writes a number, for the axis and the table.</summary>
    public Func<double, string> Text { get; init; } =
        number => number.ToString("0.##", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A row of numbers.</summary>
/// <param name="Name">What they count, plain text.</param>
/// <param name="Values">One for each label, at least 0; null where none is known.</param>
public sealed record FigureSeries(string Name, ImmutableArray<double?> Values);
