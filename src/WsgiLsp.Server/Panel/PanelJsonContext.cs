using System.Text.Json.Serialization;

namespace WsgiLsp.Server.Panel;

/// <summary>How panels are written and read; made by the compiler, so that it trims.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true
)]
[JsonSerializable(typeof(PanelScreen))]
[JsonSerializable(typeof(PanelAnswer))]
[JsonSerializable(typeof(PanelShown))]
[JsonSerializable(typeof(PanelWanted))]
[JsonSerializable(typeof(PanelEdit))]
[JsonSerializable(typeof(PanelWording))]
[JsonSerializable(typeof(PanelClosed))]
[JsonSerializable(typeof(DueCount))]
public sealed partial class PanelJsonContext : JsonSerializerContext;
