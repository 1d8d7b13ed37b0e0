using System.Collections.Immutable;

namespace WsgiLsp.Rendering.Figures;

/// <summary>Where a figure's numbers are drawn, in the units of its view box.</summary>
/// <param name="Labels">Number of places.</param>
/// <param name="Rows">Number of rows of numbers.</param>
/// <param name="LabelStep">Each so many-eth label is written, at least 1.</param>
/// <param name="Marks">The numbers with a line of their own, from 0 to the upper edge.</param>
internal sealed record FigureSpace(int Labels, int Rows, int LabelStep, ImmutableArray<double> Marks)
{
    public const int Width = 720;
    public const int Height = 260;
    public const int Left = 56;
    public const int Right = 704;
    public const int Top = 16;
    public const int Bottom = 220;

    private const int MostLabelCharacters = 64;
    private const double Gap = 0.3;

    /// <summary>The space for a figure.</summary>
    public static FigureSpace For(Figure figure)
    {
        var longest = figure.Labels.Select(label => label.Length).DefaultIfEmpty(1).Max();
        var fitting = Math.Max(1, MostLabelCharacters / Math.Max(longest + 2, 1));
        var largest = figure.Series.SelectMany(series => series.Values).Max() ?? 0;
        return new FigureSpace(
            Math.Max(figure.Labels.Length, 1),
            figure.Series.Length,
            (figure.Labels.Length + fitting - 1) / fitting is > 0 and var step ? step : 1,
            MarksUpTo(figure.Top ?? largest)
        );
    }

    /// <summary>How high a number is.</summary>
    public double Y(double value) => Bottom - ((Bottom - Top) * Math.Clamp(value / Marks[^1], 0, 1));

    /// <summary>The middle of a place.</summary>
    public double Middle(int place) => Left + (Step * (place + 0.5));

    /// <summary>Where a bar begins, and how wide it is.</summary>
    public (double X, double Width) Bar(int place, int row)
    {
        var width = Step * (1 - Gap) / Rows;
        return (Left + (Step * (place + (Gap / 2))) + (width * row), width);
    }

    private double Step => (double)(Right - Left) / Labels;

    /// <summary>Round numbers: 1, 2, 2.5 or 5 times a power of ten apart, two to five of them above 0.</summary>
    private static ImmutableArray<double> MarksUpTo(double largest)
    {
        if (largest <= 0)
        {
            return [0, 1];
        }

        var power = Math.Pow(10, Math.Floor(Math.Log10(largest)));
        double[] steps = [power / 10, power / 5, power / 4, power / 2, power, power * 2];
        var step = steps.First(one => largest / one <= 5);
        step = largest >= 1 ? Math.Max(step, 1) : step;
        var count = (int)Math.Ceiling((largest / step) - 1e-9);
        return [.. Enumerable.Range(0, count + 1).Select(i => i * step)];
    }
}
