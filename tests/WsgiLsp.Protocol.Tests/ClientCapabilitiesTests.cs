using System.Collections;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using WsgiLsp.Protocol.Types;

namespace WsgiLsp.Protocol.Tests;

/// <summary>What a client says first is read by hand, so that it must be seen that nothing is left out.</summary>
public sealed class ClientCapabilitiesTests
{
    [Fact]
    public void Every_member_is_read()
    {
        var json = Full(typeof(InitializeParams)).ToJsonString();
        var read = JsonSerializer.Deserialize(json, LspJsonContext.Default.InitializeParams)!;
        Assert.Empty(Missing(read, "params"));
    }

    [Fact]
    public void A_member_of_another_kind_is_passed_over()
    {
        var json = Full(typeof(InitializeParams));
        json["capabilities"]!["textDocument"]!["hover"] = 1;
        json["clientInfo"] = "an editor";
        var read = JsonSerializer.Deserialize(json.ToJsonString(), LspJsonContext.Default.InitializeParams)!;
        Assert.Equal(["params.Capabilities.TextDocument.Hover", "params.ClientInfo"], Missing(read, "params"));
    }

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
