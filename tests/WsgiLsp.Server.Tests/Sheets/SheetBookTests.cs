using WsgiLsp.Decks.Model;
using WsgiLsp.Server.Quiz;
using WsgiLsp.Server.Sheets;
using WsgiLsp.Server.Tests.Workspace;
using WsgiLsp.Server.Workspace;
using WsgiLsp.Study.Identity;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Server.Tests.Sheets;

/// <summary>Sessions of sheets are looked for at each key: that must cost little where there is none.</summary>
public sealed class SheetBookTests : IDisposable
{
    private const string Path = "/decks/d.deck.md";

    private readonly TempFolder folder = new();
    private readonly SheetBook book;
    private Deck? deck = Deck.Parse("# D\n\n## Q?\n\nA.\n", new DeckSettings { FileName = "d.deck.md" });
    private int reads;

    public SheetBookTests() =>
        book = Book(_ =>
        {
            reads++;
            return deck;
        });

    public void Dispose()
    {
        book.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void A_quiz_that_cannot_go_on_is_tried_once_until_its_sheet_is_closed()
    {
        var before = deck;
        Assert.NotNull(book.Begin([new DeckAt(Path, deck!)], new QuizRequest(Path), "sheet", folder["d.quiz.md"]));
        book.Release("sheet");
        deck = null;
        for (var key = 0; key < 3; key++)
        {
            Assert.Null(book.Find("sheet", out var problem));
            Assert.StartsWith("This quiz cannot go on", problem, StringComparison.Ordinal);
        }

        Assert.Equal(1, reads);
        deck = before;
        book.Release("sheet");
        Assert.NotNull(book.Find("sheet", out _));
    }

    [Fact]
    public void Who_asks_for_a_quiz_by_name_has_it_tried_again()
    {
        Assert.Null(book.Find("sheet", out var problem));
        Assert.StartsWith("This sheet's quiz is not known here", problem, StringComparison.Ordinal);
        using (var other = Book(_ => deck))
        {
            other.Begin([new DeckAt(Path, deck!)], new QuizRequest(Path), "sheet", folder["d.quiz.md"]);
        }

        book.LookAgain("sheet");
        Assert.NotNull(book.Find("sheet", out _));
    }

    /// <summary>Another server may let go of it at any time.</summary>
    [Fact]
    public void A_sheet_that_is_answered_elsewhere_is_had_as_soon_as_it_is_not()
    {
        using (var other = Book(_ => deck))
        {
            other.Begin([new DeckAt(Path, deck!)], new QuizRequest(Path), "sheet", folder["d.quiz.md"]);
            Assert.Null(book.Find("sheet", out var problem));
            Assert.StartsWith("This sheet is answered in another editor", problem, StringComparison.Ordinal);
            Assert.Equal(0, reads);
        }

        Assert.NotNull(book.Find("sheet", out _));
    }

    private SheetBook Book(Func<string, Deck?> read) =>
        new(
            () => ReviewLog.Open(DataFolder.ReviewLogIn(folder.Path), TimeProvider.System),
            read,
            new ServerSettings(folder.Path),
            TimeProvider.System
        );
}
