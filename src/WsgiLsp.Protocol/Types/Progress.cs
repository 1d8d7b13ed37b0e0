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

/// <summary>
/// A report under a token: the <c>workDoneToken</c> or <c>partialResultToken</c> of a request, or one created by
/// <c>window/workDoneProgress/create</c>.
/// </summary>
public sealed record ProgressParams(JsonElement Token, JsonElement Value)
{
    /// <summary>A step of a long task.</summary>
    public static ProgressParams Of(JsonElement token, WorkDoneProgress step) =>
        new(token, JsonSerializer.SerializeToElement(step, LspJsonContext.Default.WorkDoneProgress));
}

/// <summary>Params of a request whose progress can be shown.</summary>
public interface IWorkDoneProgressParams
{
    /// <summary>The token to report under; null where nobody shows it.</summary>
    JsonElement? WorkDoneToken { get; }
}

/// <summary>Params of a request whose result can be sent in parts.</summary>
public interface IPartialResultParams
{
    /// <summary>The token to send parts under; null where the result is wanted as a whole.</summary>
    JsonElement? PartialResultToken { get; }
}

/// <summary>A new token, a string or an integer of the server's choice.</summary>
public sealed record WorkDoneProgressCreateParams(JsonElement Token);

/// <summary>A person cancelled the task.</summary>
public sealed record WorkDoneProgressCancelParams(JsonElement Token);
