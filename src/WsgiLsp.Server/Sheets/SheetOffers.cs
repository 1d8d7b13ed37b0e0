using System.Collections.Immutable;
using System.Globalization;
using WsgiLsp.Decks.Model;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Study.Resuming;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Server.Sheets;

/// <summary>
/// What can be typed on a sheet, for those who rather press a button. Titles name no answer: a lens stands in the text, and
/// a menu may be open over it.
/// </summary>
internal static class SheetOffers
{
    /// <summary>The buttons of the open question.</summary>
    /// <param name="uri">The sheet's document.</param>
    /// <param name="sheet">Its session.</param>
    public static IEnumerable<Command> For(string uri, Sheet sheet) =>
        LinesOf(sheet.Runner)
            .Select(one => new Command(
                one.Title,
                SheetRequest.Answer,
                [new SheetRequest(uri, sheet.Place.Id) { Line = one.Line, Taken = sheet.Runner.Typed.Count }.ToJson()]
            ));

    /// <summary>Brings a sheet up to date.</summary>
    public static Command Restore(string uri, string sheet) =>
        new("Bring the sheet back to where the quiz is", SheetRequest.Restore, [new SheetRequest(uri, sheet).ToJson()]);

    /// <summary>Goes on with a quiz of a deck.</summary>
    public static Command Resume(string uri, SheetSession session) =>
        new(
            string.Create(CultureInfo.InvariantCulture, $"Resume quiz ({session.Answered} of {session.Items})"),
            SheetRequest.Resume,
            [new SheetRequest(uri, session.Place.Id).ToJson()]
        );

    private static ImmutableArray<(string Title, string Line)> LinesOf(Study.StudyRunner runner) =>
        runner.State switch
        {
            { IsFinished: true } => runner.Try("again").Warning is null ? [("Once more what I missed", "again")] : [],
            { AwaitsGrade: true } state => [.. Grades(state)],
            { Current: { } item } state => [.. Asks(runner, item, state.IsExam)],
            _ => [("Due today: yes", "y"), ("Due today: no", "n")],
        };

    private static IEnumerable<(string Title, string Line)> Grades(Study.Transcript.TranscriptState state) =>
        state.GradeNames.Select(
            (name, index) =>
                (
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{index + 1} {char.ToUpperInvariant(name[0])}{name[1..]}"
                    ),
                    (index + 1).ToString(CultureInfo.InvariantCulture)
                )
        );

    private static IEnumerable<(string Title, string Line)> Asks(
        Study.StudyRunner runner,
        SessionItem item,
        bool isExam
    )
    {
        switch (item.Card.Content)
        {
            case ChoiceContent { IsMulti: false } choice:
                foreach (var letter in choice.Options.Select((_, place) => ((char)('a' + place)).ToString()))
                {
                    yield return (letter, letter);
                }

                break;
            case TrueFalseContent:
                yield return ("True", "t");
                yield return ("False", "f");
                break;
            case ExplainContent:
                yield return ("Done", ":done");
                break;
        }

        if (runner.Try(":?").Warning is null)
        {
            yield return ("Hint", ":?");
        }

        if (!isExam)
        {
            yield return ("Show answer", ":??");
        }
    }
}
