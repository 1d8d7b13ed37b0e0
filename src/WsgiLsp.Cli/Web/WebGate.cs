using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace WsgiLsp.Cli.Web;

/// <summary>
/// Lets only the page in that this program opened. Any site can have a browser send requests to this machine, and any program
/// here can connect: who comes in must know the token, name this address, and not be sent by another site. Pure.
/// </summary>
/// <param name="port">The port that is listened at.</param>
/// <param name="token">What the address has that the page is opened with.</param>
internal sealed class WebGate(int port, string token)
{
    private const int TokenBytes = 16;

    private readonly string host = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}");

    /// <summary>The address of the page.</summary>
    public string Address => $"http://{host}/{token}/";

    /// <summary>A token that nobody can guess: 128 bits.</summary>
    public static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));

    /// <summary>Looks at a request.</summary>
    /// <param name="request">The request.</param>
    /// <param name="what">What it asks for: empty for the page, else one word.</param>
    /// <returns>Why it is turned away; null where it may come in.</returns>
    public WebReply? Check(WebRequest request, out string what)
    {
        what = "";

        // A name that leads here is not this address: its site could read what the browser takes for its own.
        if (request.Header("host") != host)
        {
            return WebReply.Text(403, "This is not the address that the program told.");
        }

        var parts = request.Path[1..].Split('/');
        if (parts.Length != 2 || !IsToken(parts[0]))
        {
            return WebReply.Text(403, "The address is not the one that the program told. Each run has another.");
        }

        what = parts[1];
        var isPage = what.Length == 0;
        if (request.Method != (isPage ? "GET" : "POST"))
        {
            return WebReply.Text(405, "This can be asked for in one way only.");
        }

        // A page that is opened has no origin; what it sends has its own.
        var origin = request.Header("origin");
        return origin == $"http://{host}" || (isPage && origin.Length == 0)
            ? null
            : WebReply.Text(403, "Another site asked for this.");
    }

    /// <summary>Takes as long for a token that is wrong in its first letter as for one that is wrong in its last.</summary>
    private bool IsToken(string given) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(token));
}
