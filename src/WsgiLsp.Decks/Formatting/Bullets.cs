using System.Collections.Immutable;
using Markdig.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Formatting;

/// <summary>Bullets are <c>-</c>. Of lists that follow one another every second one has <c>*</c>: they stay apart by it.</summary>
internal static class Bullets
{
    public static IEnumerable<Change> Changes(Draft draft)
    {
        foreach (var list in draft.Document.Descendants<ListBlock>())
        {
            if (!list.IsOrdered && Before(list) is null)
            {
                var edits = ImmutableArray.CreateBuilder<TextEdit>();
                var bullet = '-';
                for (var next = list; next is not null; next = After(next), bullet = bullet == '-' ? '*' : '-')
                {
                    Write(draft, next, bullet, edits);
                }

                if (edits.Count > 0)
                {
                    yield return new Change(edits.DrainToImmutable());
                }
            }
        }
    }

    private static void Write(Draft draft, ListBlock list, char bullet, ImmutableArray<TextEdit>.Builder edits)
    {
        foreach (var item in list)
        {
            var at = item.Span.Start;
            if (draft.Text[at] is '-' or '*' or '+' && draft.Text[at] != bullet)
            {
                edits.Add(new TextEdit(new TextSpan(at, 1), bullet.ToString()));
            }
        }
    }

    private static ListBlock? Before(ListBlock list) => Neighbour(list, -1);

    private static ListBlock? After(ListBlock list) => Neighbour(list, +1);

    private static ListBlock? Neighbour(ListBlock list, int step)
    {
        var siblings = list.Parent!;
        var at = siblings.IndexOf(list) + step;
        return at >= 0 && at < siblings.Count && siblings[at] is ListBlock { IsOrdered: false } other ? other : null;
    }
}
