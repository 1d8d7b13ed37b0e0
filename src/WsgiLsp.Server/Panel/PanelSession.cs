using System.Collections.Immutable;
using WsgiLsp.Study;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Server.Panel;

/// <summary>
/// A session in a panel: lines in, screens out. It grades and schedules nothing itself; the lines are those of a transcript,
/// so that a panel, a sheet and a terminal say the same. For one thread at a time.
/// </summary>
public sealed class PanelSession
{
    private const string Changed = "This card was edited meanwhile. Here it is anew.";
    private const string Rest =
        "The deck or your settings changed meanwhile. What you answered is kept; this is the rest of the quiz.";

    private readonly StudyRunner runner;
    private readonly PanelCards cards;
    private readonly PanelDecks decks;
    private PanelCard? answered;
    private ImmutableArray<string> notes = [];
    private string? warning;
    private bool isAnew;

    /// <summary><see cref="PanelScreen.Taken"/> of the first screen with the verdict that is being read.</summary>
    private int readSince;

    /// <summary>A session that was begun, or goes on.</summary>
    /// <param name="id">Its id, by which its panel asks for it.</param>
    /// <param name="runner">The transcript.</param>
    /// <param name="decks">The decks that are asked.</param>
    public PanelSession(string id, StudyRunner runner, PanelDecks decks)
    {
        Id = id;
        this.runner = runner;
        this.decks = decks;
        cards = new PanelCards(decks);
        notes = runner.IsRest ? [PanelDecks.Phrase(Rest)] : [];
        runner.Start();
    }

    /// <summary>The session's id.</summary>
    public string Id { get; }

    /// <summary>The decks that are asked.</summary>
    internal PanelDecks Decks => decks;

    /// <summary>The concept of the revealed answer with a number, from 1, where it was overruled as said; else null.</summary>
    internal OverruledConcept? Overruled(int number) =>
        runner.State.Open is { IsRevealed: true, Item: { } item }
            ? runner.State.Overruled.FirstOrDefault(said => said.Card == item.Key && said.Concept == number - 1)
            : null;

    /// <summary>Whether nothing more is asked.</summary>
    public bool IsFinished => runner.State.IsFinished;

    /// <summary>What is to be shown now.</summary>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public PanelScreen Screen =>
        new()
        {
            Session = Id,
            Taken = runner.Taken,
            Title = runner.Title,
            Phase = Phase,
            Progress = Progress,
            Card = runner.State.Open is { } open ? cards.Of(open) : null,
            Answered = answered,
            NotesHtml = isAnew && answered is null && !IsFinished ? [PanelDecks.Phrase(Changed)] : notes,
            WarningHtml = warning,
            Grades = Grades,
            May = Actions,
            Exam = Exam,
            Result = runner.State.Result is { } result ? PanelResults.Of(result, Scale, decks) : null,
        };

    private PanelPhase Phase =>
        runner.State switch
        {
            { IsFinished: true } => PanelPhase.Finished,
            { AsksDue: true } => PanelPhase.Due,
            { AwaitsGrade: true } => PanelPhase.Grade,
            _ => PanelPhase.Ask,
        };

    private GradeScale Scale => new(runner.State.Options.HasTwoGrades);

    private PanelProgress Progress
    {
        get
        {
            var state = runner.State;
            var number = state.Number ?? 0;
            var rest = state.Items.Skip(number == 0 ? state.Items.Length : number).ToList();
            var judged = state.Judged.ToList();
            return new PanelProgress(
                number,
                state.Items.Length,
                judged.Count(one => one.IsGot),
                judged.Count(one => !one.IsGot),
                rest.Count(item => !item.IsNew),
                rest.Count(item => item.IsNew),
                state.WaitingToReturn
            );
        }
    }

    private ImmutableArray<PanelGrade> Grades
    {
        get
        {
            if (runner.State.Open is not { IsRevealed: true } open)
            {
                return [];
            }

            var scale = Scale;
            return
            [
                .. scale.Grades.Select(
                    (grade, index) =>
                        new PanelGrade(
                            index + 1,
                            scale.NameOf(grade),
                            runner.Wait(open.Item, grade) is { } wait ? WaitText.Of(wait) : null,
                            scale.IsSuggested(grade, open.Suggestion)
                        )
                ),
            ];
        }
    }

    private PanelActions Actions
    {
        get
        {
            var state = runner.State;
            var open = state.Open;
            var asks = open is { IsRevealed: false };
            var maySetAside = open is { Item.IsMade: false } && !state.IsExam;
            return new PanelActions
            {
                Hint = asks && !state.IsExam && open!.Hints < open.Item.Card.Content.Hints.Length,
                Reveal = asks,
                Undo = runner.Try(":" + TranscriptMarks.Undo).Warning is null,
                Bury = maySetAside,
                Suspend = maySetAside,
                Again = state.IsFinished && runner.Try(TranscriptMarks.Again).Warning is null,
                End = open is not null,
            };
        }
    }

    private PanelExam? Exam =>
        runner.State is { Ends: { } ends, Open: not null } state
            ? new PanelExam((int)Math.Max(0, (ends - runner.Now) / 1000), [.. state.Changeable])
            : null;

    /// <summary>
    /// Takes lines, as far as they belong to the question that is open: what follows its answer was meant for no question
    /// that stood on the screen.
    /// </summary>
    /// <param name="taken"><see cref="PanelScreen.Taken"/> of the screen that they answer; where it is older, they do nothing.</param>
    /// <param name="lines">The lines. None says that the question stands before the learner only now.</param>
    /// <returns>What is to be shown then.</returns>
    /// <exception cref="ReviewLogException">The log cannot be written: the last line was not taken.</exception>
    public PanelScreen Answer(int taken, IReadOnlyList<string> lines)
    {
        // A verdict was read, and what was said with it, whatever became of the next question meanwhile.
        var isRead = lines.Count == 0 && answered is not null && taken >= readSince;
        if (taken != runner.Taken && !isRead)
        {
            return Screen;
        }

        if (lines.Count == 0)
        {
            (answered, notes) = isRead ? (null, []) : (answered, notes);
            runner.Start();
            return Screen;
        }

        (answered, notes, warning, isAnew) = (null, [], null, false);
        foreach (var line in lines)
        {
            var before = runner.State.Open;
            Take(before, runner.Feed(line));
            var now = runner.State.Open;
            if (
                warning is not null
                || !ReferenceEquals(before?.Item, now?.Item)
                || (before?.Number, before?.IsRevealed) != (now?.Number, now?.IsRevealed)
            )
            {
                break;
            }
        }

        return Screen;
    }

    /// <summary>
    /// Goes on with what the decks say by now: see <see cref="StudyRunner.Renew"/>. What stands open in other words is
    /// another screen, to which no answer is under way; a verdict that is being read stays as it is.
    /// </summary>
    /// <param name="isSaved">Tells by its path whether a deck was saved: of others, what is asked stays as it is.</param>
    /// <exception cref="ReviewLogException">The log cannot be written.</exception>
    public void Renew(Func<string, bool> isSaved)
    {
        var now = decks.Now.ToLookup(one => isSaved(one.Path), one => one.Deck);
        var others = now[false].Select(deck => deck.Id).ToHashSet(StringComparer.Ordinal);
        var asked = runner.State.Items.Select(item => item.Card).Where(card => others.Contains(card.DeckId));
        var known = KnownWords.Of([.. now.SelectMany(decks => decks).SelectMany(deck => deck.Cards)]);
        if (runner.Renew([.. now[true].SelectMany(deck => deck.Cards), .. asked.Distinct()], known))
        {
            // What stands behind a verdict was not seen yet.
            (warning, isAnew) = (null, isAnew || answered is null);
        }
    }

    private void Take(OpenQuestion? open, StudyReply reply)
    {
        warning = reply.Warning is { } expected ? PanelDecks.Phrase(expected) : null;
        notes = reply.Notes.IsEmpty ? notes : [.. reply.Notes.Select(PanelDecks.Phrase)];

        // Who graded the answer has seen it, and an exam tells nothing before its end.
        if (reply.Graded is { } graded && !graded.Item.IsExam && open is { IsRevealed: false })
        {
            answered = cards.Judged(graded, open.Number, runner.State.Options.Known);
            readSince = runner.Taken;
        }
    }
}
