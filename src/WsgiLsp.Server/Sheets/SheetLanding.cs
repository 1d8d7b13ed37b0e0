using System.Collections.Immutable;

namespace WsgiLsp.Server.Sheets;

/// <summary>
/// Where a reply landed. Not every client says which text an edit is for, and keys that were typed while it was on its way may
/// have moved the lines: then it stands elsewhere, and what it answers below it, as if that were for the next question.
/// </summary>
internal static class SheetLanding
{
    /// <summary>
    /// Whether a reply stands right behind its answer, as far as that can be told: what the client or the learner made of it
    /// may be anything.
    /// </summary>
    /// <param name="step">What was taken.</param>
    /// <param name="document">A document that has what is asked then.</param>
    public static bool IsAtItsPlace(SheetStep step, IReadOnlyList<string> document)
    {
        List<int> places = [.. PlacesOf(step.Reply, document)];
        return places.Count == 0
            || step.Before.FindAsk(document) is not { } ask
            || places.Exists(place =>
                place > ask && document[place] == step.Answer[^1] && Has(step.Answer, document, ask + 1, place + 1)
            );
    }

    /// <summary>
    /// Moves a reply from where it landed to where it belongs; all that the learner typed stays, and what was typed below the
    /// answer comes below what is asked then.
    /// </summary>
    /// <param name="step">What was taken.</param>
    /// <param name="document">The document's lines.</param>
    /// <param name="kept">How many empty pieces at the end of the client's texts are no lines.</param>
    /// <returns>Null where the reply, or the question that it belongs to, is not there.</returns>
    public static SheetEdit? Mend(SheetStep step, IReadOnlyList<string> document, int kept)
    {
        if (PlacesOf(step.Reply, document).LastOrDefault(-1) is not (>= 0 and var place))
        {
            return null;
        }

        // It began at the end of what was typed of a line, and the rest of that line came behind it.
        var end = place + step.Reply.Length;
        ImmutableArray<string> typed =
        [
            .. document.Take(place),
            document[place] + document[end][step.Reply[^1].Length..],
            .. document.Take(document.Count - kept).Skip(end + 1),
        ];
        if (step.In(typed) is not { } edit)
        {
            return null;
        }

        var below = typed[(edit.After + 1)..];
        ImmutableArray<string> lines = [.. typed[..(edit.After + 1)], .. edit.Lines, .. below.IsEmpty ? [""] : below];
        var same = lines.Zip(document).TakeWhile(pair => pair.First == pair.Second).Count();
        return new SheetEdit(same - 1, lines[same..]) { ReplacesRest = true };
    }

    /// <summary>After which lines a reply stands, or may stand: something may follow on its last line.</summary>
    private static IEnumerable<int> PlacesOf(ImmutableArray<string> reply, IReadOnlyList<string> document) =>
        Enumerable
            .Range(0, Math.Max(0, document.Count - reply.Length))
            .Where(place =>
                document.Skip(place + 1).Take(reply.Length - 1).SequenceEqual(reply.SkipLast(1))
                && document[place + reply.Length].StartsWith(reply[^1], StringComparison.Ordinal)
            );

    /// <summary>Whether some lines stand among others, in their order.</summary>
    private static bool Has(ImmutableArray<string> lines, IReadOnlyList<string> document, int from, int end)
    {
        var found = 0;
        for (var at = from; at < end && found < lines.Length; at++)
        {
            found += document[at] == lines[found] ? 1 : 0;
        }

        return found == lines.Length;
    }
}
