using System.Text.Json;
using System.Text.Json.Serialization;

namespace WsgiLsp.Protocol.Types;

/// <summary>A step of a long task.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(WorkDoneProgressBegin), "begin")]
[JsonDerivedType(typeof(WorkDoneProgressReport), "report")]
[JsonDerivedType(typeof(WorkDoneProgressEnd), "end")]
public abstract record WorkDoneProgress;

/// <summary>The task begins. <c>Percentage</c>, 0 to 100, says that later reports have one.</summary>
public sealed record WorkDoneProgressBegin(
    string Title,
    bool? Cancellable = null,
    string? Message = null,
    int? Percentage = null
) : WorkDoneProgress;

/// <summary>The task goes on; the percentage never falls.</summary>
public sealed record WorkDoneProgressReport(bool? Cancellable = null, string? Message = null, int? Percentage = null)
    : WorkDoneProgress;

/// <summary>The task is over.</summary>
public sealed record WorkDoneProgressEnd(string? Message = null) : WorkDoneProgress;

/// <summary>A report under a token: the <c>workDoneToken</c> of a request, or one created by <c>window/workDoneProgress/create</c>.</summary>
public sealed record ProgressParams(JsonElement Token, WorkDoneProgress Value);

/// <summary>A new token, a string or an integer of the server's choice.</summary>
public sealed record WorkDoneProgressCreateParams(JsonElement Token);

/// <summary>A person cancelled the task.</summary>
public sealed record WorkDoneProgressCancelParams(JsonElement Token);
