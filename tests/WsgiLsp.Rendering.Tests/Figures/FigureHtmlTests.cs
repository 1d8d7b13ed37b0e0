using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using WsgiLsp.Rendering.Figures;

namespace WsgiLsp.Rendering.Tests.Figures;

public class FigureHtmlTests
{
    private static readonly Figure Figure = new()
    {
        Name = "f",
        Title = "A <figure>",
        Description = "Three days.",
        LabelName = "Day",
        Labels = ["Mon", "Tue", "Wed"],
        Series = [new FigureSeries("Items", [4, null, 0]), new FigureSeries("Others", [1, 2, 3.5])],
    };

    [Fact]
    public void It_has_a_name_a_description_and_the_numbers_as_a_table()
    {
        var figure = Parse(FigureHtml.Bars(Figure));

        var svg = figure.QuerySelector("svg")!;
        Assert.Equal("img", svg.GetAttribute("role"));
        var named = svg.GetAttribute("aria-labelledby")!
            .Split(' ')
            .Select(id => svg.QuerySelector("#" + id)!.TextContent);
        Assert.Equal(["A <figure>", "Three days."], named);

        // For who sees it, and is told nothing.
        Assert.Equal("Three days.", figure.QuerySelector("figcaption [aria-hidden=true]")!.TextContent);
        Assert.Equal(
            ["Day|Items|Others", "Mon|4|1", "Tue|–|2", "Wed|0|3.5"],
            figure.QuerySelectorAll("tr").Select(row => string.Join('|', row.Children.Select(cell => cell.TextContent)))
        );
    }

    [Fact]
    public void A_bar_is_as_high_as_its_number()
    {
        var bars = Parse(FigureHtml.Bars(Figure)).QuerySelectorAll(".bar");

        // Nothing is drawn for 0 and for what is not known. The upper edge is 4, at 16; the lower 220.
        Assert.Equal(4, bars.Length);
        Assert.Contains("V16h", bars[0].GetAttribute("d"), StringComparison.Ordinal);
        Assert.Contains("V118h", bars[2].GetAttribute("d"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_is_broken_where_no_number_is_known()
    {
        var lines = Parse(FigureHtml.Lines(Figure)).QuerySelectorAll(".line");

        Assert.Equal("M164 16M596 220", lines[0].GetAttribute("d"));
        Assert.Equal("M164 169L380 118L596 41.5", lines[1].GetAttribute("d"));
    }

    [Fact]
    public void It_says_so_where_there_is_nothing_to_see()
    {
        var nothing = Figure with { Labels = [], Series = [new FigureSeries("Items", [])] };

        Assert.Contains("Nothing yet", FigureHtml.Bars(nothing), StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing yet", FigureHtml.Bars(Figure), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "0 1")]
    [InlineData(3, "0 1 2 3")]
    [InlineData(7, "0 2 4 6 8")]
    [InlineData(23, "0 5 10 15 20 25")]
    [InlineData(1000, "0 200 400 600 800 1000")]
    public void Its_axis_has_round_numbers(double largest, string marks)
    {
        var figure = Figure with { Labels = ["a"], Series = [new FigureSeries("Items", [largest])] };
        var written = Parse(FigureHtml.Bars(figure)).QuerySelectorAll(".mark").Select(mark => mark.TextContent);
        Assert.Equal(marks, string.Join(' ', written));
    }

    private static IElement Parse(string html) => new HtmlParser().ParseDocument(html).QuerySelector("figure")!;
}
