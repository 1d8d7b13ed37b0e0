namespace WsgiLsp.Study.Reviews;

/// <summary>
/// The review log cannot be used. The message is for the learner: it names the file, what is wrong and the way out.
/// </summary>
public sealed class ReviewLogException : Exception
{
    /// <summary>Creates it without a message.</summary>
    public ReviewLogException() { }

    /// <summary>Creates it with a message.</summary>
    public ReviewLogException(string message)
        : base(message) { }

    /// <summary>Creates it with a message and its cause.</summary>
    public ReviewLogException(string message, Exception innerException)
        : base(message, innerException) { }
}
