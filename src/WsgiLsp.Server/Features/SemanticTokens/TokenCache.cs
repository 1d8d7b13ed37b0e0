using System.Globalization;

namespace WsgiLsp.Server.Features.SemanticTokens;

/// <summary>The last answer for each of some documents, to tell what changed since. Safe to use from several threads.</summary>
internal sealed class TokenCache
{
    private const int MostDocuments = 32;

    private readonly Lock guard = new();
    private readonly Dictionary<string, (string Id, uint[] Data)> last = new(StringComparer.Ordinal);
    private readonly Queue<string> order = new();
    private long count;

    /// <summary>Keeps an answer in the place of the one before.</summary>
    /// <returns>Its id.</returns>
    public string Keep(string uri, uint[] data)
    {
        lock (guard)
        {
            var id = (++count).ToString(CultureInfo.InvariantCulture);
            if (!last.ContainsKey(uri))
            {
                order.Enqueue(uri);
                if (order.Count > MostDocuments)
                {
                    // Whoever asks for it again gets all tokens.
                    last.Remove(order.Dequeue());
                }
            }

            last[uri] = (id, data);
            return id;
        }
    }

    /// <summary>An answer by its id; null where it is not kept any more.</summary>
    public uint[]? Find(string uri, string id)
    {
        lock (guard)
        {
            return last.TryGetValue(uri, out var one) && one.Id == id ? one.Data : null;
        }
    }
}
