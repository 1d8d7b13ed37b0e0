using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Scheduling;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Tests.Sessions;

public sealed class CheatSheetTests
{
    private const string Text = """
        # Servers

        ## A new one
        <!-- card: id=new -->

        Just an answer.

        > [!NOTE]
        > Left out.

        ## Roles

        ### Who forks?
        <!-- card: id=faint -->

        ```text
        ps
        ```

        ---

        The master.

        ### It is false
        <!-- card: id=fresh kind=true-false -->

        False.

        Because.

        ### Signals

        #### The signal
        <!-- card: id=due -->

        It {{c1::reloads}} on {{c2::HUP}}.

        #### The other signal
        <!-- card: id=blanks -->

        It {{c1::stops}} on {{c2::TERM}}.

        ### Which hold?
        <!-- card: id=multi kind=multi -->

        - [x] This
        - [ ] Not this
        - [x] And this

        ### Which one?
        <!-- card: id=choice -->

        - [x] Yes
        - [ ] No

        ### Explain it
        <!-- card: id=explain kind=explain -->

        1. A **master**
        2. Some **workers**

        ### Never asked
        <!-- card: id=out suspend=true -->

        Nothing.
        """;

    private static readonly StudyMoment Now = new(DateTimeOffset.Parse("2026-03-01T10:00:00Z"), StudyDay.DefaultStart);

    private static readonly Deck Deck = Deck.Parse(Text, new DeckSettings { FileName = "servers.deck.md" });

    /// <summary>Learned yesterday, with stabilities that tell how much is forgotten; one is due.</summary>
    private static readonly ItemStates States = Learned(("faint", 1, 9), ("fresh", 90, 9), ("due/c1", 10, 0));

    [Fact]
    public void What_is_most_forgotten_comes_first_and_what_is_due_is_folded() =>
        Assert.Equal(
            """
            # Servers

            ## Roles

            ### Who forks?

            ```text
            ps
            ```

            The master.

            ### It is false

            False.

            Because.

            ### Which hold?

            - This
            - And this

            ### Which one?

            Yes

            ### Explain it

            1. A **master**
            2. Some **workers**

            ## Roles › Signals

            ### The signal

            It […] on […].

            <details>
            <summary>due</summary>

            The signal

            It reloads on HUP.

            </details>

            ### The other signal

            It stops on TERM.

            ## Other cards

            ### A new one

            Just an answer.
            """,
            string.Join('\n', Make(new SessionOptions { Limit = null }).Lines)
        );

    [Fact]
    public void What_is_read_is_what_is_not_folded() =>
        Assert.Equal(
            ["blanks/c1", "blanks/c2", "choice", "explain", "faint", "fresh", "multi", "new"],
            Make(new SessionOptions { Limit = null }).Read.Select(key => key["servers/".Length..]).Order()
        );

    [Fact]
    public void Selection_and_limit_hold()
    {
        var sheet = Make(
            new SessionOptions
            {
                Limit = 1,
                Selection = new CardSelection { Groups = ["Signals"] },
            }
        );

        Assert.Contains("### The signal", sheet.Lines);
        Assert.DoesNotContain("### The other signal", sheet.Lines);
        Assert.Empty(sheet.Read);
    }

    [Fact]
    public void Cards_without_groups_stand_right_below_the_title()
    {
        var deck = Deck.Parse("# Fruit\n\n## Q?\n\nA.\n", new DeckSettings { FileName = "f.deck.md" });

        Assert.Equal(
            ["# Fruit", "", "## Q?", "", "A."],
            CheatSheet.Of([deck], ItemStates.None, Now, new SessionOptions()).Lines
        );
    }

    private static CheatSheet Make(SessionOptions options) => CheatSheet.Of([Deck], States, Now, options);

    private static ItemStates Learned(params (string Item, double Stability, int DueIn)[] items) =>
        ItemStates.Of(
            items.Select(item =>
                KeyValuePair.Create(
                    "servers/" + item.Item,
                    ItemState.New with
                    {
                        Schedule = new ItemSchedule(LearningPhase.Review, Step: 0, new MemoryState(item.Stability, 5)),
                        LastDay = Now.Day - 1,
                        DueDay = Now.Day + item.DueIn,
                    }
                )
            )
        );
}
