namespace WsgiLsp.Server.Tests.Support;

/// <summary>A deck with a card of most kinds, for tests of what is kept secret.</summary>
internal static class SecretDeck
{
    /// <summary>Whatever is hidden at first has a mark with its card's number, which occurs nowhere else.</summary>
    public const string Text = """
        # Secrets

        ## Which one?
        <!-- card: id=one shuffle=false -->

        > [!TIP]
        > A first hint-1.

        - [ ] Left
          > Not secret-1.
        - [x] Right
          > Indeed secret-1.

        Because of secret-1.

        ## Which two?
        <!-- card: id=two shuffle=false -->

        - [x] North
        - [ ] East
        - [x] South

        Because of secret-2.

        ## What is three?
        <!-- card: id=three -->

        It is secret-3.

        ## Which word is four?
        <!-- card: id=four kind=typed -->

        `secret-4`

        ## Five is a blank
        <!-- card: id=five -->

        It is {{secret-5}} here.

        ## Six is true
        <!-- card: id=six -->

        True. That is secret-6.

        ## Explain seven
        <!-- card: id=seven -->

        > [!IMPORTANT]
        > - The **secret-7** part
        > - Another **secret-7** part

        """;
}
