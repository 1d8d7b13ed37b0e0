using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace WsgiLsp.Cli.Web;

/// <summary>A request of a browser: as much of HTTP/1.1 as one page needs.</summary>
/// <param name="Method">The method.</param>
/// <param name="Path">The path as it was sent, without a query.</param>
/// <param name="Headers">The headers, by their names in lower case.</param>
/// <param name="Body">The body; empty for none.</param>
internal sealed record WebRequest(
    string Method,
    string Path,
    ImmutableDictionary<string, string> Headers,
    ReadOnlyMemory<byte> Body
)
{
    /// <summary>In bytes: more than any browser sends for a page of this machine.</summary>
    private const int LongestHead = 16 * 1024;

    /// <summary>In bytes: a long explanation.</summary>
    private const int LongestBody = 64 * 1024;

    /// <summary>A header; empty where it was not sent.</summary>
    /// <param name="name">Its name in lower case.</param>
    public string Header(string name) => Headers.GetValueOrDefault(name, "");

    /// <summary>Reads a request.</summary>
    /// <param name="stream">What the browser sends.</param>
    /// <param name="cancellation">Ends the patience.</param>
    /// <returns>Null where it is none, or too large.</returns>
    /// <exception cref="IOException">The browser went away.</exception>
    public static async Task<WebRequest?> ReadAsync(Stream stream, CancellationToken cancellation)
    {
        var buffer = new byte[LongestHead];
        var filled = 0;
        int end;
        while ((end = buffer.AsSpan(0, filled).IndexOf("\r\n\r\n"u8)) < 0)
        {
            var read = filled < buffer.Length ? await stream.ReadAsync(buffer.AsMemory(filled), cancellation) : 0;
            if (read == 0)
            {
                return null;
            }

            filled += read;
        }

        if (ReadHead(Encoding.Latin1.GetString(buffer, 0, end)) is not { } head || LengthOf(head) is not { } length)
        {
            return null;
        }

        var body = new byte[length];
        var there = buffer.AsMemory(end + 4, Math.Min(filled - end - 4, length));
        there.CopyTo(body);
        await stream.ReadExactlyAsync(body.AsMemory(there.Length), cancellation);
        return head with { Body = body };
    }

    private static WebRequest? ReadHead(string head)
    {
        var lines = head.Split("\r\n");
        if (lines[0].Split(' ') is not [var method, ['/', ..] target, "HTTP/1.1" or "HTTP/1.0"])
        {
            return null;
        }

        var headers = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var line in lines.Skip(1))
        {
            var name = line.Split(':')[0].ToLowerInvariant();
            if (name.Length == line.Length || name.Length == 0 || headers.ContainsKey(name))
            {
                // What is sent twice could be read in two ways.
                return null;
            }

            headers.Add(name, line[(name.Length + 1)..].Trim());
        }

        return new WebRequest(method, target.Split('?')[0], headers.ToImmutable(), default);
    }

    /// <summary>The length of the body; null for one that is too long, or told otherwise.</summary>
    private static int? LengthOf(WebRequest request) =>
        request.Header("transfer-encoding").Length > 0 ? null
        : request.Header("content-length") is not { Length: > 0 } text ? 0
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var length) && length <= LongestBody
            ? length
        : null;
}
