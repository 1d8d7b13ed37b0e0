using System.Text;

namespace WsgiLsp.Rendering.Html;

/// <summary>HTML on its way. Names of elements and attributes are those of the code; all values are escaped here.</summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder written = new();

    /// <summary>An open tag.</summary>
    /// <param name="element">The element's name.</param>
    /// <param name="attributes">Attributes with their values; those without a value are left out.</param>
    public HtmlWriter Open(string element, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        written.Append('<').Append(element);
        foreach (var (name, value) in attributes)
        {
            if (value is not null)
            {
                written.Append(' ').Append(name).Append("=\"");
                Text(value).written.Append('"');
            }
        }

        written.Append('>');
        return this;
    }

    /// <summary>An open tag with classes.</summary>
    public HtmlWriter Open(string element, string classes) => Open(element, ("class", classes));

    /// <summary>A close tag.</summary>
    public HtmlWriter Close(string element)
    {
        written.Append("</").Append(element).Append('>');
        return this;
    }

    /// <summary>Text, escaped for content and for quoted attributes.</summary>
    public HtmlWriter Text(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            _ = c switch
            {
                '&' => written.Append("&amp;"),
                '<' => written.Append("&lt;"),
                '>' => written.Append("&gt;"),
                '"' => written.Append("&quot;"),
                '\'' => written.Append("&#39;"),
                '\0' => written.Append('\ufffd'),
                _ => written.Append(c),
            };
        }

        return this;
    }

    /// <summary>A line end, where it means nothing but makes the source readable.</summary>
    public HtmlWriter Line()
    {
        written.Append('\n');
        return this;
    }

    /// <summary>HTML that is already safe.</summary>
    public HtmlWriter Raw(string html)
    {
        written.Append(html);
        return this;
    }

    /// <inheritdoc/>
    public override string ToString() => written.ToString();
}
