using System.Buffers;
using System.Collections;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using WsgiLsp.Protocol.Handshake;
using WsgiLsp.Protocol.Types;

namespace WsgiLsp.Protocol.Tests;

/// <summary>The first messages are read and written by hand, so that it must be seen that nothing is left out.</summary>
public sealed class HandshakeTests
{
    [Fact]
    public void Every_member_is_read()
    {
        Assert.Empty(Missing(Read(Full(typeof(InitializeParams))), "params"));
    }

    [Fact]
    public void A_member_of_another_kind_is_passed_over()
    {
        var json = Full(typeof(InitializeParams));
        json["capabilities"]!["textDocument"]!["hover"] = 1;
        json["clientInfo"] = "an editor";
        Assert.Equal(["params.Capabilities.TextDocument.Hover", "params.ClientInfo"], Missing(Read(json), "params"));
    }

    [Fact]
    public void Every_member_of_the_answer_is_written()
    {
        var full = Full(typeof(InitializeResult));
        var result = full.Deserialize<InitializeResult>(JsonSerializerOptions.Web)!;
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            InitializeResultWriter.Write(json, result);
        }

        Assert.True(
            JsonNode.DeepEquals(full, JsonNode.Parse(buffer.WrittenSpan)),
            Encoding.UTF8.GetString(buffer.WrittenSpan)
        );
    }

    [Theory]
    [InlineData(false, false, "true")]
    [InlineData(true, false, """{"prepareProvider":true}""")]
    [InlineData(true, true, """{"prepareProvider":true,"workDoneProgress":true}""")]
    public void Options_of_renaming_are_only_for_who_knows_them(bool prepares, bool shows, string expected)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            InitializeResultWriter.Write(json, new(new() { RenameProvider = new(prepares, shows) }));
        }

        Assert.Equal(
            $$$"""{"capabilities":{"renameProvider":{{{expected}}}}}""",
            Encoding.UTF8.GetString(buffer.WrittenSpan)
        );
    }

    private static InitializeParams Read(JsonObject json) =>
        InitializeParamsReader.Read(Encoding.UTF8.GetBytes(json.ToJsonString()));

    /// <summary>An object with all members that a type has.</summary>
    private static JsonObject Full(Type type) =>
        new(
            PropertiesOf(type)
                .Select(property =>
                    KeyValuePair.Create(JsonNamingPolicy.CamelCase.ConvertName(property.Name), Value(property))
                )
        );

    private static JsonNode? Value(PropertyInfo property)
    {
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        return type switch
        {
            _ when type == typeof(string) => JsonValue.Create("text"),
            _ when type == typeof(bool) => JsonValue.Create(true),
            _ when type == typeof(int) || type.IsEnum => JsonValue.Create(1),
            _ when type == typeof(JsonElement) => new JsonObject { ["any"] = true },
            { IsGenericType: true } => new JsonArray(Item(type.GetGenericArguments()[0])),
            _ => Full(type),
        };
    }

    private static JsonNode Item(Type type) =>
        type == typeof(string) ? JsonValue.Create("text")
        : type.IsEnum ? JsonValue.Create(1)
        : Full(type);

    private static IEnumerable<string> Missing(object value, string path) =>
        PropertiesOf(value.GetType())
            .SelectMany(property =>
                property.GetValue(value) switch
                {
                    null or ICollection { Count: 0 } => [$"{path}.{property.Name}"],
                    { } inner when inner.GetType().Namespace == typeof(InitializeParams).Namespace => Missing(
                        inner,
                        $"{path}.{property.Name}"
                    ),
                    _ => [],
                }
            );

    private static PropertyInfo[] PropertiesOf(Type type) =>
        type.IsEnum ? [] : type.GetProperties(BindingFlags.Public | BindingFlags.Instance);
}
