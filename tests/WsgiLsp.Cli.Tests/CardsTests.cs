namespace WsgiLsp.Cli.Tests;

public class CardsTests
{
    [Fact]
    public async Task Json_is_one_object_a_line_as_documented()
    {
        using var shell = new Shell();
        shell.Folder.With("sub/a.deck.md", TestDecks.Small);

        var result = await shell.RunAsync("cards", "--json", "sub");

        Assert.Equal(
            """
            {"file":"sub/a.deck.md","deck":"small","id":"sum","kind":"recall","level":"beginner","tags":["talk"],"path":["Questions"],"prompt":"What is 2 + 2?","answer":"**4**, “vier” & <vier>","explanation":"","line":11,"options":[],"concepts":[],"hints":["Count your fingers."],"accepted":[],"items":[],"pairs":[],"clozes":[]}
            {"file":"sub/a.deck.md","deck":"small","id":"fruit","kind":"choice","level":null,"tags":["talk"],"path":["Questions"],"prompt":"Which is a fruit?","answer":"","explanation":"Apples grow on trees.","line":19,"options":[{"text":"Stone","correct":false,"feedback":"Hard."},{"text":"Apple","correct":true,"feedback":""},{"text":"Brick","correct":false,"feedback":""}],"concepts":[],"hints":[],"accepted":[],"items":[],"pairs":[],"clozes":[]}
            {"file":"sub/a.deck.md","deck":"small","id":"tides","kind":"explain","level":null,"tags":["talk"],"path":["Questions"],"prompt":"Explain the tides","answer":"","explanation":"","line":29,"options":[],"concepts":[{"text":"The **moon** or **satellite** pulls the **water**","terms":[[["moon","satellite"],["water"]]]},{"text":"It happens **twice** a day","terms":[[["twice"]]]}],"hints":[],"accepted":[],"items":[],"pairs":[],"clozes":[]}

            """,
            result.Output
        );
        Assert.Equal(0, result.ExitCode);
    }

    [Fact]
    public async Task Without_json_the_list_is_for_people()
    {
        using var shell = new Shell();
        shell.Folder.With("a.deck.md", TestDecks.Small);

        var result = await shell.RunAsync("cards");

        Assert.Equal(
            """
            a.deck.md: Small talk, 3 cards
              sum    recall   What is 2 + 2?
              fruit  choice   Which is a fruit?
              tides  explain  Explain the tides

            """,
            result.Output
        );
    }
}
