using System.Globalization;
using WsgiLsp.Rendering.Html;

namespace WsgiLsp.Rendering.Figures;

/// <summary>Figures as HTML: SVG with title and description, and the numbers in a table below. Colours are the page's.</summary>
public static class FigureHtml
{
    /// <summary>Numbers as bars, several rows side by side.</summary>
    public static string Bars(Figure figure) => Whole(figure, WriteBars);

    /// <summary>Numbers as lines with dots; a line is broken where no number is known.</summary>
    public static string Lines(Figure figure) => Whole(figure, WriteLines);

    private static string Whole(Figure figure, Action<HtmlWriter, Figure, FigureSpace> write)
    {
        var html = new HtmlWriter();
        var space = FigureSpace.For(figure);
        var (title, description) = ($"{figure.Name}-title", $"{figure.Name}-description");
        html.Open("figure", "chart").Line();
        html.Open(
            "svg",
            ("role", "img"),
            ("viewBox", $"0 0 {FigureSpace.Width} {FigureSpace.Height}"),
            ("aria-labelledby", $"{title} {description}")
        );
        html.Open("title", ("id", title)).Text(figure.Title).Close("title");
        html.Open("desc", ("id", description)).Text(figure.Description).Close("desc").Line();
        WriteAxes(html, figure, space);
        if (figure.Series.SelectMany(series => series.Values).Any(value => value > 0))
        {
            write(html, figure, space);
        }
        else
        {
            WriteText(html, "label", FigureSpace.Width / 2, (FigureSpace.Top + FigureSpace.Bottom) / 2, "Nothing yet");
        }

        html.Close("svg").Line();
        WriteLegend(html, figure);
        html.Open("details", "numbers").Open("summary").Text("Numbers").Close("summary").Line();
        WriteTable(html, figure);
        html.Close("details").Close("figure").Line();
        return html.ToString();
    }

    private static void WriteAxes(HtmlWriter html, Figure figure, FigureSpace space)
    {
        foreach (var mark in space.Marks)
        {
            var y = space.Y(mark);
            html.Open("path", ("class", "grid"), ("d", Path($"M{FigureSpace.Left} {y:0.#}H{FigureSpace.Right}")));
            html.Close("path");
            WriteText(html, "mark", FigureSpace.Left - 8, y + 4, figure.Text(mark));
        }

        for (var i = 0; i < figure.Labels.Length; i += space.LabelStep)
        {
            WriteText(html, "label", space.Middle(i), FigureSpace.Bottom + 20, figure.Labels[i]);
        }

        html.Line();
    }

    private static void WriteBars(HtmlWriter html, Figure figure, FigureSpace space)
    {
        for (var row = 0; row < figure.Series.Length; row++)
        {
            for (var i = 0; i < figure.Labels.Length; i++)
            {
                if (figure.Series[row].Values[i] is { } value and > 0)
                {
                    var (x, width) = space.Bar(i, row);
                    html.Open(
                            "path",
                            ("class", $"bar series-{row + 1}"),
                            (
                                "d",
                                Path(
                                    $"M{x:0.#} {FigureSpace.Bottom}V{space.Y(value):0.#}h{width:0.#}V{FigureSpace.Bottom}z"
                                )
                            )
                        )
                        .Close("path");
                }
            }

            html.Line();
        }
    }

    private static void WriteLines(HtmlWriter html, Figure figure, FigureSpace space)
    {
        for (var row = 0; row < figure.Series.Length; row++)
        {
            var line = "";
            var isOpen = false;
            for (var i = 0; i < figure.Labels.Length; i++)
            {
                if (figure.Series[row].Values[i] is { } value)
                {
                    line += Path($"{(isOpen ? "L" : "M")}{space.Middle(i):0.#} {space.Y(value):0.#}");
                    html.Open(
                            "circle",
                            ("class", $"dot series-{row + 1}"),
                            ("cx", Path($"{space.Middle(i):0.#}")),
                            ("cy", Path($"{space.Y(value):0.#}")),
                            ("r", "4")
                        )
                        .Close("circle");
                    isOpen = true;
                }
                else
                {
                    isOpen = false;
                }
            }

            html.Open("path", ("class", $"line series-{row + 1}"), ("d", line)).Close("path").Line();
        }
    }

    private static void WriteLegend(HtmlWriter html, Figure figure)
    {
        html.Open("figcaption").Open("strong").Text(figure.Title).Close("strong");
        for (var row = 0; row < figure.Series.Length && figure.Series.Length > 1; row++)
        {
            html.Open("span", $"key series-{row + 1}").Text(figure.Series[row].Name).Close("span");
        }

        // Who hears the page was told it with the picture.
        html.Open("span", ("class", "description"), ("aria-hidden", "true")).Text(figure.Description).Close("span");
        html.Close("figcaption").Line();
    }

    private static void WriteTable(HtmlWriter html, Figure figure)
    {
        html.Open("table").Open("thead").Open("tr").Open("th", ("scope", "col")).Text(figure.LabelName).Close("th");
        foreach (var series in figure.Series)
        {
            html.Open("th", ("scope", "col"), ("class", "right")).Text(series.Name).Close("th");
        }

        html.Close("tr").Close("thead").Line().Open("tbody").Line();
        for (var i = 0; i < figure.Labels.Length; i++)
        {
            html.Open("tr").Open("th", ("scope", "row")).Text(figure.Labels[i]).Close("th");
            foreach (var series in figure.Series)
            {
                var text = series.Values[i] is { } value ? figure.Text(value) : "–";
                html.Open("td", "right").Text(text).Close("td");
            }

            html.Close("tr").Line();
        }

        html.Close("tbody").Close("table").Line();
    }

    private static void WriteText(HtmlWriter html, string classes, double x, double y, string text) =>
        html.Open("text", ("class", classes), ("x", Path($"{x:0.#}")), ("y", Path($"{y:0.#}")))
            .Text(text)
            .Close("text");

    private static string Path(FormattableString path) => path.ToString(CultureInfo.InvariantCulture);
}
