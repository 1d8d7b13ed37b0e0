using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using WsgiLsp.Study.Resuming;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;
using WsgiLsp.Study.Sheets;
using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Study.Tests.Sheets;

/// <summary>A sheet in an editor whose person types lines at the end, several at once or one by one, and undoes.</summary>
public class SheetPropertyTests
{
    private static readonly Config Config = Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(60);

    private static readonly ImmutableArray<SessionItem> Items =
    [
        .. TestCards
            .ById.Values.OrderBy(card => card.Id)
            .Select(card => SessionPlan.Item(card, card.Items[0], ItemState.New, seed: 3)),
    ];

    private static readonly Gen<string> Line = Gen.OneOf(
        Gen.Elements([
            "",
            "",
            "",
            "?",
            "??",
            ":??",
            ":done",
            "!u",
            "!b",
            "!1",
            "1",
            "3",
            "3",
            "a",
            "b",
            "ab",
            "t",
            "gunicorn",
            "the master pre-forks workers",
            "again",
            "!q",
            "> quoted",
            "→ arrow",
            "## 1 · heading",
            "## Result",
            "# Quiz: WSGI servers",
            "<!-- sheet abc -->",
        ]),
        ArbMap.Default.GeneratorFor<string>().Select(text => (text ?? "").ReplaceLineEndings(" ").Replace('\r', ' '))
    );

    private static readonly Arbitrary<string[][]> Typed = Line.ArrayOf().ArrayOf().ToArbitrary();

    /// <summary>
    /// Whatever is typed, the line that asks is found, all that was said stands there in its order, and what was typed too.
    /// </summary>
    [Fact]
    public void A_sheet_shows_its_session() =>
        Prop.ForAll(
                Typed,
                typed =>
                {
                    var sheet = new SheetModel(Items);
                    return typed.All(lines =>
                    {
                        sheet.Type(lines);
                        return sheet.Text.FindAsk(sheet.Document) is not null
                            && IsWithin(sheet.Text.Lines, sheet.Document)
                            && lines.All(line => sheet.Document.Contains(line, StringComparer.Ordinal));
                    });
                }
            )
            .Check(Config);

    /// <summary>A document of any earlier moment is behind or the same, and is brought to the session's text.</summary>
    [Fact]
    public void A_sheet_that_is_behind_is_brought_back() =>
        Prop.ForAll(
                Typed,
                Gen.Choose(0, 1000).ToArbitrary(),
                (typed, moment) =>
                {
                    var sheet = new SheetModel(Items);
                    List<ImmutableArray<string>> past =
                    [
                        [.. sheet.Document],
                    ];
                    foreach (var lines in typed)
                    {
                        sheet.Type(lines);
                        past.Add([.. sheet.Document]);
                    }

                    var old = past[moment % past.Count];
                    var (from, missing) = sheet.Text.Missing(old);
                    ImmutableArray<string> back = [.. old.Take(from), .. missing];
                    return sheet.Text.FindAsk(back) == back.Length - 2 && IsWithin(sheet.Text.Lines, back);
                }
            )
            .Check(Config);

    /// <summary>Of one person who types line by line and one who types all ahead, both see the same in the end.</summary>
    [Fact]
    public void Reading_several_lines_takes_what_single_ones_would() =>
        Prop.ForAll(
                Line.ArrayOf().ToArbitrary(),
                lines =>
                {
                    // Empty lines ahead stood there before they were asked for, and so answer nothing.
                    var typed = lines.Where(line => !string.IsNullOrWhiteSpace(line)).ToArray();
                    var (one, all) = (new SheetModel(Items), new SheetModel(Items));
                    Array.ForEach(typed, line => one.Type(line));
                    all.Type(typed);
                    return one.Text.Lines.SequenceEqual(all.Text.Lines);
                }
            )
            .Check(Config);

    private static bool IsWithin(IEnumerable<string> lines, IReadOnlyList<string> document)
    {
        var at = 0;
        foreach (var line in lines)
        {
            while (at < document.Count && document[at] != line)
            {
                at++;
            }

            if (at++ == document.Count)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The document with its session, as a server and an editor have them.</summary>
    private sealed class SheetModel
    {
        private readonly ImmutableArray<string> _opening;
        private readonly List<TypedLine> _typed = [];
        private TranscriptState _state;
        private int _waiting;

        public SheetModel(ImmutableArray<SessionItem> items)
        {
            var opening = TranscriptMachine.Start(items, "WSGI servers", NoSchedule.Instance, sheet: "abc");
            (_opening, _state) = (opening.Lines, opening.State);
            Document = [.. opening.Lines, ""];
        }

        public List<string> Document { get; }

        public SheetText Text => new(_opening, _typed);

        /// <summary>Types lines at the end, all before the server looks.</summary>
        public void Type(params string[] lines)
        {
            Document.RemoveAt(Document.Count - 1);
            Document.AddRange(lines);
            Document.Add("");
            while (React())
            {
                // What was typed ahead may answer the next question too.
            }
        }

        private bool React()
        {
            var below = Text.FindAsk(Document)!.Value + 1;
            var complete = Document[below..^1];
            var reading = SheetReading.Of(_state, complete, _waiting, NoSchedule.Instance);
            if (reading.Answer.IsEmpty)
            {
                return false;
            }

            foreach (var line in reading.Answer)
            {
                var step = TranscriptMachine.Step(_state, line, NoSchedule.Instance);
                _typed.Add(new TypedLine(line, step.Lines));
                _state = step.State;
            }

            Document.InsertRange(below + reading.Last + 1, _typed[^1].Reply);
            _waiting = complete.Count - 1 - reading.Last;
            return true;
        }
    }
}
