namespace WsgiLsp.Study.Identity;

/// <summary>
/// How sure is sure enough. The figures were chosen on generated decks, prose first and then other families, so that at most
/// one attachment of a thousand is wrong and at most three of a hundred edited items are asked about.
/// </summary>
internal static class IdentityThresholds
{
    /// <summary>An answer of fewer words says nothing about its card.</summary>
    public const int WordsOfAnAnswer = 4;

    /// <summary>From so many words on, an answer alone names its card, whatever the prompts are.</summary>
    public const int WordsOfALongAnswer = 8;

    /// <summary>From this similarity on, a clear nearest neighbour is attached.</summary>
    public const double Attach = 0.5;

    /// <summary>The same for a card that moved to another deck.</summary>
    public const double AttachMoved = 0.85;

    /// <summary>From this similarity on, a neighbour that is not clear is asked about.</summary>
    public const double Ask = 0.4;

    /// <summary>
    /// A neighbour is clear when its distance, as part of the next one's, is at most its similarity less this: the less
    /// alike, the more alone it must stand.
    /// </summary>
    public const double Clear = 0.15;

    /// <summary>
    /// With the same answer and a word in the prompt that few others have, so much similarity is enough, and the next one
    /// may be as near as <see cref="Level"/>.
    /// </summary>
    public const double AttachSameAnswer = 0.35;

    /// <summary>A word of a prompt names its subject if at most so many items have it, lost and found ones counted.</summary>
    public const int ItemsOfASubject = 4;

    /// <summary>Above this part the next one is as near, and a question would be a guess.</summary>
    public const double Level = 0.95;

    /// <summary>Answers, or prompts, that are less alike than this have nothing to do with each other.</summary>
    public const double Foreign = 0.25;

    /// <summary>If one half of a card is foreign, the other must be as alike as this.</summary>
    public const double AlmostSame = 0.9;

    /// <summary>At most so many candidates are named in a question.</summary>
    public const int Candidates = 3;
}
