namespace WsgiLsp.Cli.Study.Keys;

/// <summary>Where a session's lines come from.</summary>
internal interface ILineInput
{
    /// <summary>Whether the learner has begun a line, as far as that can be known before its end.</summary>
    bool HasBegunLine { get; }

    /// <summary>Whether nothing more is asked once the open card is finished.</summary>
    bool EndsWithCard => false;

    /// <summary>Keeps what is typed of a line, as far as that can be known, for a session that goes on later.</summary>
    void KeepBegunLine();

    /// <summary>Says something while a line is waited for: above what is typed of it. May be called from any thread.</summary>
    /// <param name="say">Writes whole lines.</param>
    void SayAbove(Action say);

    /// <summary>The session is over: nothing that is typed is kept any more.</summary>
    void Close();

    /// <summary>Waits for a line.</summary>
    /// <param name="cancellationToken">
    /// Cancelled where nobody wants it any more. The wait itself cannot be ended; but what comes then changes and shows nothing.
    /// </param>
    /// <returns>The line; null at the end of input, or when it is not wanted.</returns>
    string? ReadLine(CancellationToken cancellationToken);
}
