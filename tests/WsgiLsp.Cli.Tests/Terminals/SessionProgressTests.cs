using System.Collections.Immutable;
using WsgiLsp.Cli.Study;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Cli.Tests.Terminals;

public class SessionProgressTests
{
    /// <summary>A due card that comes back is the same to the letter.</summary>
    [Fact]
    public void What_came_back_is_counted_where_it_is_asked()
    {
        var view = new Steps();
        var state = TranscriptMachine.Start([Item("one"), Item("two")], "Anything", view).State;
        Assert.Equal("1 of 2 · to come: 1 due", $"{SessionProgress.Of(state)}");

        state = Feed("", "1", "", "3");

        Assert.Equal("one", state.Current!.Card.Id);
        Assert.Equal("3 of 3", $"{SessionProgress.Of(state)}");

        TranscriptState Feed(params ImmutableArray<string> lines) =>
            lines.Aggregate(state, (before, line) => TranscriptMachine.Step(before, line, view).State);
    }

    private static SessionItem Item(string id) =>
        new()
        {
            Card = new Card
            {
                DeckId = "deck",
                Id = id,
                Content = new RecallContent
                {
                    Prompt = id,
                    Title = id,
                    Body = "answer",
                },
            },
            IsNew = false,
        };

    /// <summary>A world in which what is missed comes back, and nothing else.</summary>
    private sealed class Steps : IStudyView
    {
        public long Now => 0;

        public TimeSpan? Wait(SessionItem item, Grade grade) =>
            grade == Grade.Again ? TimeSpan.FromMinutes(10) : TimeSpan.FromDays(1);

        public TimeSpan? WaitInstead(SessionItem item, int number, Grade grade) => Wait(item, grade);
    }
}
