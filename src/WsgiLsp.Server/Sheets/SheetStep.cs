using System.Collections.Immutable;
using WsgiLsp.Study.Sheets;

namespace WsgiLsp.Server.Sheets;

/// <summary>What was taken in one go.</summary>
/// <param name="Before">What stood on the sheet before.</param>
/// <param name="Answer">The learner's lines.</param>
/// <param name="Reply">What they were answered with.</param>
internal sealed record SheetStep(SheetText Before, ImmutableArray<string> Answer, ImmutableArray<string> Reply)
{
    /// <summary>
    /// Where the reply goes in a document that it is not in: behind the answer, or with it under the question if the answer is
    /// not there any more. Null where the question is not there.
    /// </summary>
    public SheetEdit? In(IReadOnlyList<string> document)
    {
        if (Before.FindAsk(document) is not { } ask)
        {
            return null;
        }

        var (found, at) = (0, ask + 1);
        for (; at < document.Count && found < Answer.Length; at++)
        {
            found += document[at] == Answer[found] ? 1 : 0;
        }

        return found == Answer.Length ? new SheetEdit(at - 1, Reply) : new SheetEdit(ask, [.. Answer, .. Reply]);
    }
}
