using System.Text.Json;

namespace Compare.Wire;

/// <summary>A message of a server, looked at no closer than it must be.</summary>
/// <param name="Time">When its last byte was read, in ticks of the stopwatch.</param>
/// <param name="Body">Its JSON.</param>
/// <param name="Id">Its id, as JSON; empty where it has none.</param>
/// <param name="Method">Empty where it is an answer.</param>
internal sealed record Message(long Time, byte[] Body, string Id, string Method)
{
    public static Message Read(long time, byte[] body)
    {
        var reader = new Utf8JsonReader(body);
        var (id, method) = ("", "");
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("id"u8))
            {
                reader.Read();
                var start = (int)reader.TokenStartIndex;
                id = System.Text.Encoding.UTF8.GetString(body, start, (int)reader.BytesConsumed - start);
            }
            else if (reader.ValueTextEquals("method"u8))
            {
                reader.Read();
                method = reader.GetString()!;
            }
            else
            {
                reader.Skip();
            }
        }

        return new(time, body, id, method);
    }

    /// <summary>All of it.</summary>
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>What it answers; throws where that is an error.</summary>
    public JsonElement Result =>
        Json.TryGetProperty("error", out var error)
            ? throw new ServerException($"the server answers with an error: {error}")
        : Json.TryGetProperty("result", out var result) ? result
        : default;

    /// <summary>The document and version of published diagnostics.</summary>
    public (string Uri, int? Version) Published
    {
        get
        {
            var reader = new Utf8JsonReader(Body);
            var uri = "";
            int? version = null;
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 2)
                {
                    continue;
                }

                if (reader.ValueTextEquals("uri"u8))
                {
                    reader.Read();
                    uri = reader.GetString()!;
                }
                else if (reader.ValueTextEquals("version"u8))
                {
                    reader.Read();
                    version = reader.TokenType == JsonTokenType.Number ? reader.GetInt32() : null;
                }
                else
                {
                    reader.Skip();
                }
            }

            return (uri, version);
        }
    }
}
