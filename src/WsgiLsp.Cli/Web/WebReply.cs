using System.Globalization;
using System.Text;

namespace WsgiLsp.Cli.Web;

/// <summary>What a browser is answered.</summary>
/// <param name="Status">The status, such as 200.</param>
/// <param name="Type">The media type of the body.</param>
/// <param name="Body">The body.</param>
internal sealed record WebReply(int Status, string Type, string Body)
{
    /// <summary>What the page may do; the default lets it do nothing.</summary>
    public string Policy { get; init; } = "default-src 'none'";

    /// <summary>A sentence.</summary>
    public static WebReply Text(int status, string text) => new(status, "text/plain; charset=utf-8", text);

    /// <summary>Data.</summary>
    public static WebReply Json(string json) => new(200, "application/json", json);

    /// <summary>The bytes of the reply. No other site may read, frame or keep it, and no header lets one.</summary>
    public byte[] ToBytes()
    {
        var body = Encoding.UTF8.GetBytes(Body);
        string[] head =
        [
            string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {Status} {Reason}"),
            $"Content-Type: {Type}",
            string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}"),
            $"Content-Security-Policy: {Policy}; frame-ancestors 'none'",
            "X-Content-Type-Options: nosniff",
            "X-Frame-Options: DENY",
            "Referrer-Policy: no-referrer",
            "Cross-Origin-Opener-Policy: same-origin",
            "Cross-Origin-Resource-Policy: same-origin",
            "Cache-Control: no-store",
            "Connection: close",
            "",
            "",
        ];
        return [.. Encoding.ASCII.GetBytes(string.Join("\r\n", head)), .. body];
    }

    private string Reason =>
        Status switch
        {
            200 => "OK",
            400 => "Bad Request",
            403 => "Forbidden",
            404 => "Not Found",
            405 => "Method Not Allowed",
            415 => "Unsupported Media Type",
            _ => "Internal Server Error",
        };
}
