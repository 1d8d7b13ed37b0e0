using System.Text.Json.Serialization.Metadata;

namespace WsgiLsp.Protocol;

/// <summary>A request's name and types. How they are read and written is looked up at the first use, not at start.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="ParamsInfo">How the params are read and written.</param>
/// <param name="ResultInfo">How the result is read and written.</param>
public sealed record RequestMethod<TParams, TResult>(
    string Name,
    Func<JsonTypeInfo<TParams>> ParamsInfo,
    Func<JsonTypeInfo<TResult>> ResultInfo
);

/// <summary>A notification's name and type. How it is read and written is looked up at the first use, not at start.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="ParamsInfo">How the params are read and written.</param>
public sealed record NotificationMethod<TParams>(string Name, Func<JsonTypeInfo<TParams>> ParamsInfo);

/// <summary>The first request, which is read and written by hand: at that time somebody waits for the server to start.</summary>
/// <param name="Name">The name on the wire.</param>
public sealed record HandshakeMethod(string Name);
