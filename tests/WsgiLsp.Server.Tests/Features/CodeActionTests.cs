using System.Text.Json;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using WsgiLsp.Server.Features.CodeActions;
using WsgiLsp.Server.Features.Histories;
using WsgiLsp.Server.Features.Learning;
using WsgiLsp.Server.Tests.Support;
using WsgiLsp.Study.Settings;

namespace WsgiLsp.Server.Tests.Features;

public class CodeActionTests
{
    private const string NoKey = "## Which‸?\n\n- [ ] a\n- [ ] b\n";

    [Theory]
    [InlineData("## A?\n<!-- card: levle‸=beginner -->\n\nB.\n", "## A?\n<!-- card: level=beginner -->\n\nB.\n")]
    [InlineData("## A?\r\n<!-- card: levle‸=beginner -->\r\n", "## A?\r\n<!-- card: level=beginner -->\r\n")]
    [InlineData("## A?\n\n- [x] a\n- [ ] b\nGlued‸ on.\n", "## A?\n\n- [x] a\n- [ ] b\n\nGlued on.\n")]
    [InlineData("## 🎓?\n\n- [x] 🎓 a\n- []‸ b\n", "## 🎓?\n\n- [x] 🎓 a\n- [ ] b\n")]
    public void The_first_fix_mends_the_finding(string marked, string expected)
    {
        var deck = new MarkedDeck(marked);
        var fix = For(deck, new ClientCapabilities()).First(action => action.Edit is not null);
        Assert.Equal(expected, deck.Apply(fix.Edit!.Changes![MarkedDeck.Uri]));
        Assert.Equal(CodeActionKind.QuickFix, fix.Kind);
        Assert.NotEmpty(fix.Diagnostics!);
    }

    [Theory]
    [InlineData("source.fixAll.wsgilsp", true)]
    [InlineData("source.fixAll", true)]
    [InlineData("source", true)]
    [InlineData("source.organizeImports", false)]
    [InlineData(null, false)]
    public void All_safe_fixes_are_one_action_where_it_is_asked_for(string? only, bool isOffered)
    {
        var deck = new MarkedDeck("## A?‸\n\n- [x] a\n- []b\n- [ ]c\nGlued on.\n");
        var actions = For(deck, new ClientCapabilities(), only is null ? null : [only]);
        var all = actions.Where(action => action.Kind == CodeActionFeature.FixAllKind).ToList();

        Assert.Equal(isOffered ? 1 : 0, all.Count);
        Assert.All(
            all,
            action =>
                Assert.Equal(
                    "## A?\n\n- [x] a\n- [ ] b\n- [ ] c\n\nGlued on.\n",
                    deck.Apply(action.Edit!.Changes![MarkedDeck.Uri])
                )
        );
    }

    [Theory]
    [InlineData("## A?\n<!-- card: levle=beginner -->\n\nB.‸\n")]
    [InlineData("## A?‸\n<!-- card: levle=beginner -->\n\nB.\n")]
    [InlineData("‸## A?\n‸<!-- card: id=x -->\n\nB.\n")]
    public void No_fix_is_offered_elsewhere(string marked) =>
        Assert.DoesNotContain(
            For(new MarkedDeck(marked), new ClientCapabilities()),
            a => a.Kind == CodeActionKind.QuickFix
        );

    [Theory]
    [InlineData("‸## A?\n<!-- card: levle=beginner -->\n‸\nB.\n")]
    [InlineData("## A?\n<!-- card: lev‸le=beg‸inner -->\n\nB.\n")]
    public void A_selection_that_overlaps_a_finding_offers_its_fix(string marked) =>
        Assert.Contains(For(new MarkedDeck(marked), new ClientCapabilities()), a => a.Kind == CodeActionKind.QuickFix);

    [Theory]
    [InlineData("", true)]
    [InlineData("\"code\":\"unknown-metadata\"=>\"code\":\"no-key\"", false)]
    [InlineData("\"line\":1=>\"line\":2", false)]
    [InlineData("\"wsgilsp\"=>\"another\"", false)]
    [InlineData("\"unknown-metadata\"=>7", false)]
    [InlineData("\"line\":1=>\"line\":1.5", false)]
    [InlineData("{\"range\"=>[{\"range\"", false)]
    public void A_finding_that_the_client_names_offers_its_fix_from_anywhere_while_it_holds(
        string change,
        bool isOffered
    )
    {
        // The cursor stands on the line, beside the underlined word.
        const string Sent = """
            {"range":{"start":{"line":1,"character":11},"end":{"line":1,"character":16}},"source":"wsgilsp","code":"unknown-metadata","message":"…"}
            """;
        var parts = change.Split("=>");
        var text = parts.Length < 2 ? Sent : Sent.Replace(parts[0], parts[1], StringComparison.Ordinal);
        text = text.StartsWith('[') ? text.TrimEnd() + "]" : text;
        using var diagnostic = JsonDocument.Parse(text);
        var deck = new MarkedDeck("## A?\n<!-- ‸card: levle=beginner -->\n\nB.\n");
        var actions = For(
            deck,
            new ClientCapabilities(),
            new CodeActionParams(new(MarkedDeck.Uri), deck.Selection, new([diagnostic.RootElement]))
        );
        Assert.Equal(isOffered, actions.Any(action => action.Title == "Write 'level'"));
    }

    [Fact]
    public void Edits_are_versioned_where_the_client_knows_that()
    {
        var client = new ClientCapabilities(Workspace: new(WorkspaceEdit: new(DocumentChanges: true)));
        var deck = new MarkedDeck("## A?\n<!-- card: levle‸=beginner -->\n\nB.\n");
        var edit = For(deck, client)[0].Edit!;
        Assert.Null(edit.Changes);
        var change = Assert.Single(edit.DocumentChanges!);
        Assert.Equal((MarkedDeck.Uri, 7), (change.TextDocument.Uri, change.TextDocument.Version));
        Assert.Equal("## A?\n<!-- card: level=beginner -->\n\nB.\n", deck.Apply(change.Edits));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void The_obvious_fix_is_marked_where_the_client_knows_that(bool isKnown)
    {
        var client = new ClientCapabilities(TextDocument: new(CodeAction: new(IsPreferredSupport: isKnown)));
        var deck = new MarkedDeck("## A?\n<!-- card: levle‸=beginner -->\n\nB.\n");
        Assert.Equal(isKnown ? true : null, For(deck, client)[0].IsPreferred);
    }

    [Theory]
    [InlineData(null, "extract fix quiz rewrite")]
    [InlineData("", "extract fix rewrite")]
    [InlineData("quickfix", "fix")]
    [InlineData("quickfix.more", "")]
    [InlineData("quick", "")]
    [InlineData("refactor", "extract rewrite")]
    [InlineData("refactor.rewrite", "rewrite")]
    [InlineData("refactor.extract", "extract")]
    [InlineData("refactor.inline", "")]
    [InlineData("refactor quickfix", "extract fix rewrite")]
    public void Only_the_kinds_asked_for_are_offered(string? only, string expected)
    {
        var deck = new MarkedDeck("## A?\n<!-- card: levle‸=beginner -->\n\nB.\n");
        var actions = For(deck, new ClientCapabilities(), only?.Split(' '));
        Assert.Equal(
            expected,
            string.Join(' ', actions.Select(NameOf).Order(StringComparer.Ordinal).Distinct(StringComparer.Ordinal))
        );
    }

    private static string NameOf(CodeAction action) =>
        action.Kind switch
        {
            null => "quiz",
            CodeActionKind.QuickFix => "fix",
            var kind => kind[(kind.LastIndexOf('.') + 1)..],
        };

    [Theory]
    [InlineData(
        "## What‸?\n\nA **b** c.\n",
        null,
        "Make it a cloze card|Make it a choice card|Add a rubric: make it an explain card|Add a hint|Fold the answer away|Turn it around: ask both ways|Split it in two|Pin its id"
    )]
    [InlineData("## What?\n\nA **b**‸ c.\n", null, "")]
    [InlineData("## What?\n\nA **b**‸ c.\n", "refactor.extract", "Split it in two")]
    [InlineData("# T\n\n## G‸\n\n### A?\n\nB.\n", "refactor", "")]
    public void A_card_can_be_made_another(string marked, string? only, string expected)
    {
        var changes = For(new MarkedDeck(marked), new ClientCapabilities(), only is null ? null : [only])
            .Where(action => action.Kind?.StartsWith(CodeActionKind.Refactor, StringComparison.Ordinal) == true);
        Assert.Equal(expected, string.Join('|', changes.Select(action => action.Title)));
    }

    [Fact]
    public void Who_only_looks_whether_there_is_something_is_not_offered_changes_of_the_card() =>
        Assert.DoesNotContain(
            For(
                new MarkedDeck("## What?\n\nB.\n"),
                new ClientCapabilities(),
                new CodeActionParams(
                    new(MarkedDeck.Uri),
                    default,
                    new([], TriggerKind: CodeActionTriggerKind.Automatic)
                )
            ),
            action => action.Edit is not null
        );

    [Fact]
    public void The_edits_come_with_resolve_where_the_client_knows_that()
    {
        var client = new ClientCapabilities(
            TextDocument: new(CodeAction: new(DataSupport: true, ResolveSupport: new(["edit"])))
        );
        var deck = new MarkedDeck("## What‸?\n\nA **b** c.\n");
        var action = For(deck, client, ["refactor.rewrite"])[0];
        Assert.Null(action.Edit);
        var documents = DocumentSnapshot.Empty.With(deck.Document);
        var resolved = RefactoringActions.Resolve(action, documents, MarkedDeck.Positions, client);
        Assert.Equal("## What?\n\nA {{b}} c.\n", deck.Apply(resolved.Edit!.Changes![MarkedDeck.Uri]));

        // Of another version it says nothing.
        var changed = documents.With(deck.Document with { Version = 8 });
        Assert.Null(RefactoringActions.Resolve(action, changed, MarkedDeck.Positions, client).Edit);
    }

    [Fact]
    public void An_empty_list_of_kinds_asks_for_all() =>
        Assert.NotEmpty(For(new MarkedDeck("## A‸?\n\nB.\n"), new ClientCapabilities(), []));

    [Theory]
    [InlineData(
        "# T\n\n## G\n\n### A‸?\n\nB.\n",
        "Quiz this card|Quiz this section|Quiz this deck|Study what is due in this deck"
    )]
    [InlineData(
        "# T\n\n## G‸\n\n### A?\n\nB.\n",
        "Quiz this section|Quiz this deck|Study what is due in this deck|Write a cheat sheet of this deck"
    )]
    [InlineData(
        "# T‸\n\n## G\n\n### A?\n\nB.\n",
        "Quiz this deck|Study what is due in this deck|Write a cheat sheet of this deck"
    )]
    [InlineData(
        "# T‸\n\n## A?\n\n- [x] b\n- [ ] c\n",
        "Quiz this deck|Study what is due in this deck|Take an exam of this deck|Write a cheat sheet of this deck"
    )]
    [InlineData("## A?\n\nB‸.\n", "Quiz this card|Quiz this deck|Study what is due in this deck")]
    [InlineData(
        "# T\n\n## G\n\n### A‸?\n\n### C?\n\nD.\n",
        "Make it a note: kind=note|Remove the card|Quiz this section|Quiz this deck|Study what is due in this deck"
    )]
    [InlineData("# T\n\n## G\n\n### A‸?\n<!-- card: suspend=true -->\n\nB.\n", "Quiz this card")]
    [InlineData("# T\n\n## Sources‸\n\nB.\n", "")]
    [InlineData(NoKey, "Mark option 1 as correct|Mark option 2 as correct")]
    public void A_quiz_is_offered_of_what_is_there(string marked, string expected)
    {
        var titles = For(new MarkedDeck(marked), new ClientCapabilities())
            .Where(a => a.Kind is null or CodeActionKind.QuickFix)
            .Select(a => a.Title);
        Assert.Equal(expected, string.Join('|', titles));
    }

    [Fact]
    public void A_quiz_says_what_to_ask()
    {
        var actions = For(new MarkedDeck("# T\n\n## G\n\n### H\n\n#### A‸?\n\nB.\n"), new ClientCapabilities());
        Assert.Equal(
            [
                """wsgilsp.quiz {"uri":"file:///decks/test.deck.md","card":"a"}""",
                """wsgilsp.quiz {"uri":"file:///decks/test.deck.md","path":["G","H"]}""",
                """wsgilsp.quiz {"uri":"file:///decks/test.deck.md"}""",
                """wsgilsp.quiz {"uri":"file:///decks/test.deck.md","due":true}""",
            ],
            actions
                .Where(a => a.Command is not null)
                .Select(a => $"{a.Command!.Name} {a.Command.Arguments![0].GetRawText()}")
        );
    }

    private static IReadOnlyList<CodeAction> For(
        MarkedDeck deck,
        ClientCapabilities client,
        IReadOnlyList<string>? only = null
    ) => For(deck, client, new CodeActionParams(new(MarkedDeck.Uri), deck.Selection, new([], only)));

    private static IReadOnlyList<CodeAction> For(
        MarkedDeck deck,
        ClientCapabilities client,
        CodeActionParams parameters
    ) =>
        CodeActionFeature.For(
            deck.Document,
            deck.Deck,
            deck.Deck.Findings,
            HistoryBook.Empty,
            new LearnerView(learned: null, new StudySettings(), TimeProvider.System),
            parameters,
            MarkedDeck.Positions,
            client
        );
}
