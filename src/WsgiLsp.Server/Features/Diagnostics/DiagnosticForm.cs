namespace WsgiLsp.Server.Features.Diagnostics;

/// <summary>Which properties of a diagnostic a client understands.</summary>
/// <param name="HasRelated">Places that it is about as well.</param>
/// <param name="HasPage">Where its rule is explained.</param>
internal readonly record struct DiagnosticForm(bool HasRelated, bool HasPage);
