using System.Globalization;
using System.Text;

namespace Compare.Pages;

/// <summary>
/// A line chart with logarithmic axes as SVG, which can be read on light and dark grounds: it has no ground of its own, and
/// grey text. Lines differ by dashes and marks as well as by colour.
/// </summary>
/// <param name="Title">What it shows, said to those who do not see it, too.</param>
/// <param name="Across">What the axis from left to right counts.</param>
/// <param name="Up">What the axis upwards measures, with its unit.</param>
internal sealed record Chart(string Title, string Across, string Up)
{
    private const double Left = 70;
    private const double Right = 560;
    private const double Top = 40;
    private const double Bottom = 330;
    private static readonly string[] Colours = ["#2f81f7", "#8b949e", "#d9822b", "#a371f7"];
    private static readonly string[] Dashes = ["", "2 4", "8 4", "10 3 2 3"];

    private readonly List<(string Name, (double X, double Y)[] Points)> lines = [];

    /// <summary>Whether there is nothing to draw.</summary>
    public bool IsEmpty => lines.Count == 0;

    /// <summary>Adds a line through points, all of whose numbers are above 0; none where there is no point.</summary>
    public void Add(string name, IEnumerable<(double X, double? Y)> points)
    {
        (double, double)[] known = [.. points.Where(point => point.Y > 0).Select(point => (point.X, point.Y!.Value))];
        if (known.Length > 0)
        {
            lines.Add((name, known));
        }
    }

    public string Svg()
    {
        var points = lines.SelectMany(line => line.Points).ToList();
        var (fromX, toX) = (Math.Log10(points.Min(point => point.X)), Math.Log10(points.Max(point => point.X)));
        var (fromY, toY) = (
            Math.Floor(Math.Log10(points.Min(point => point.Y))),
            Math.Ceiling(Math.Log10(points.Max(point => point.Y)))
        );
        toX = Math.Max(toX, fromX + 1);
        toY = Math.Max(toY, fromY + 1);
        double X(double value) => Left + ((Math.Log10(value) - fromX) / (toX - fromX) * (Right - Left));
        double Y(double value) => Bottom - ((Math.Log10(value) - fromY) / (toY - fromY) * (Bottom - Top));

        StringBuilder svg = new();
        void Write(FormattableString line) => svg.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
        Write(
            $"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 390" role="img" aria-labelledby="title desc" font-family="system-ui, sans-serif" font-size="13" fill="#808890">"""
        );
        Write($"""<title id="title">{Title}</title>""");
        Write($"""<desc id="desc">{Description()}</desc>""");
        Write($"""<text x="{Left}" y="22" font-size="15" font-weight="600">{Title}</text>""");
        for (var power = fromY; power <= toY; power++)
        {
            var at = Y(Math.Pow(10, power));
            Write($"""<path d="M{Left} {at:0.#}H{Right}" stroke="#808890" stroke-opacity=".3"/>""");
            Write($"""<text x="{Left - 8}" y="{at + 4:0.#}" text-anchor="end">{Math.Pow(10, power):#,0.####}</text>""");
        }

        foreach (var x in points.Select(point => point.X).Distinct())
        {
            Write($"""<path d="M{X(x):0.#} {Bottom}v5" stroke="#808890"/>""");
            Write($"""<text x="{X(x):0.#}" y="{Bottom + 20}" text-anchor="middle">{x:#,0}</text>""");
        }

        Write($"""<text x="{(Left + Right) / 2}" y="{Bottom + 44}" text-anchor="middle">{Across}</text>""");
        Write($"""<text transform="translate(18 {(Top + Bottom) / 2}) rotate(-90)" text-anchor="middle">{Up}</text>""");
        foreach (var (index, (name, all)) in lines.Index())
        {
            var path = string.Join(
                'L',
                all.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.X):0.#} {Y(point.Y):0.#}"))
            );
            var colour = Colours[index % Colours.Length];
            Write(
                $"""<path d="M{path}" fill="none" stroke="{colour}" stroke-width="2.5" stroke-dasharray="{Dashes[index % Dashes.Length]}"/>"""
            );
            foreach (var point in all)
            {
                Write($"""<circle cx="{X(point.X):0.#}" cy="{Y(point.Y):0.#}" r="3.5" fill="{colour}"/>""");
            }

            var key = Top + 10 + (index * 24);
            Write(
                $"""<path d="M{Right + 20} {key}h34" stroke="{colour}" stroke-width="2.5" stroke-dasharray="{Dashes[index % Dashes.Length]}"/>"""
            );
            Write($"""<text x="{Right + 62}" y="{key + 4}">{name}</text>""");
        }

        return svg.Append("</svg>\n").ToString();
    }

    private string Description() =>
        string.Join(
            " ",
            lines.Select(line =>
                $"{line.Name}: {string.Join(", ", line.Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{Format.Number(point.Y)} at {point.X:#,0}")))}."
            )
        );
}
