namespace WsgiLsp.Decks.Model;

/// <summary>What a card asks of the reader.</summary>
public enum CardKind
{
    /// <summary>Bring the answer to mind, reveal it, grade yourself. The default.</summary>
    Recall,

    /// <summary>One correct option of several.</summary>
    Choice,

    /// <summary>Several correct options.</summary>
    Multi,

    /// <summary>A statement that holds or does not.</summary>
    TrueFalse,

    /// <summary>Write freely; graded by the concepts of a rubric.</summary>
    Explain,

    /// <summary>Blanks in a text.</summary>
    Cloze,

    /// <summary>Type the answer, compared by machine.</summary>
    Typed,

    /// <summary>Put items in order.</summary>
    Order,

    /// <summary>Pair the columns of a table.</summary>
    Match,

    /// <summary>Never asked: sources, introductions.</summary>
    Note,
}
