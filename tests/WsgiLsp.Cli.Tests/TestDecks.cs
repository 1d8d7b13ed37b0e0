namespace WsgiLsp.Cli.Tests;

/// <summary>Decks that several tests use.</summary>
internal static class TestDecks
{
    public const string Small = """
        ---
        deck: Small talk
        id: small
        tags: [talk]
        ---

        # Small talk

        ## Questions

        ### What is 2 + 2?
        <!-- card: id=sum level=beginner -->

        > [!TIP]
        > Count your fingers.

        **4**, “vier” & <vier>

        ### Which is a fruit?
        <!-- card: id=fruit shuffle=false -->

        - [ ] Stone
          > Hard.
        - [x] Apple
        - [ ] Brick

        Apples grow on trees.

        ### Explain the tides
        <!-- card: id=tides -->

        > [!IMPORTANT]
        > - The **moon** or **satellite** pulls the **water**
        > - It happens **twice** a day

        ## Sources

        A book.

        """;

    public const string NoKey = """
        # T

        ## Which?

        - [ ] a
        - [ ] b

        """;
}
