namespace WsgiLsp.Study.Reviews;

/// <summary>A row is of a kind that this program does not know.</summary>
internal sealed class UnknownEventException : Exception
{
    public UnknownEventException(string name)
        : base($"unknown kind \"{name}\"") => Name = name;

    /// <summary>The kind's name.</summary>
    public string Name { get; }
}
