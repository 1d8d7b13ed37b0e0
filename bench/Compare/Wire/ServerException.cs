namespace Compare.Wire;

/// <summary>A server ended, was silent for too long, or answered with an error.</summary>
internal sealed class ServerException(string message) : Exception(message);
