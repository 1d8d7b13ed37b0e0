using System.Globalization;
using System.Text;

namespace WsgiLsp.Cli.Opening;

/// <summary>Text as a literal of Lua.</summary>
internal static class LuaText
{
    /// <summary>The literal: letters and digits of ASCII, and every other byte by its number, so that nothing in it counts.</summary>
    /// <param name="text">Any text; Lua gets it as UTF-8.</param>
    public static string Of(string text)
    {
        var literal = new StringBuilder("\"");
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            if (char.IsAsciiLetterOrDigit((char)value) || value is (byte)'/' or (byte)'.' or (byte)'-' or (byte)'_')
            {
                literal.Append((char)value);
            }
            else
            {
                literal.Append(CultureInfo.InvariantCulture, $"\\{value:D3}");
            }
        }

        return literal.Append('"').ToString();
    }
}
