using System.Collections.Immutable;
using System.Globalization;

namespace WsgiLsp.Study.Statistics;

/// <summary>An answer to a choice: what was picked of which options.</summary>
/// <param name="Given">The indices that were picked, with commas between.</param>
/// <param name="Marks">The marks of the options as they were.</param>
internal sealed record OptionPick(string Given, ImmutableArray<string> Marks)
{
    /// <summary>What of some options was picked, by their indices; null where none of them was there to be picked.</summary>
    /// <param name="marks">The marks of the options; of equal ones the first counts.</param>
    public ImmutableArray<int>? Among(ImmutableArray<string> marks)
    {
        var picked = Indices();
        return picked.IsEmpty || !Marks.Any(marks.Contains)
            ? null
            : [.. picked.Select(index => marks.IndexOf(Marks[index])).Where(index => index >= 0)];
    }

    private ImmutableArray<int> Indices()
    {
        var indices = ImmutableArray.CreateBuilder<int>();
        foreach (var part in Given.Split(','))
        {
            if (
                !int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
                || index >= Marks.Length
            )
            {
                return [];
            }

            indices.Add(index);
        }

        return indices.ToImmutable();
    }
}
