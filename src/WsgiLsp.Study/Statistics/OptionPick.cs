using System.Collections.Immutable;
using System.Globalization;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Statistics;

/// <summary>An answer to a choice: what was picked of which options.</summary>
/// <param name="Given">The indices that were picked, with commas between.</param>
/// <param name="IsRight">Whether that was right.</param>
/// <param name="Marks">The marks of the options as they were; none for an answer of an older log, which has only indices.</param>
internal sealed record OptionPick(string Given, bool IsRight, ImmutableArray<string> Marks)
{
    /// <summary>Whether it is known what the options were.</summary>
    public bool IsMarked => !Marks.IsEmpty;

    /// <summary>What of some options was picked, by their indices; null where none of them was there to be picked.</summary>
    /// <param name="marks">The marks of the options; of equal ones the first counts.</param>
    public ImmutableArray<int>? Among(ImmutableArray<string> marks)
    {
        var picked = Indices(Marks.Length);
        return picked.IsEmpty || !Marks.Any(marks.Contains)
            ? null
            : [.. picked.Select(index => marks.IndexOf(Marks[index])).Where(index => index >= 0)];
    }

    /// <summary>
    /// What of a choice was picked if its options stand as they stood; null where they do not, as what was right then is not
    /// now.
    /// </summary>
    public ImmutableArray<int>? Among(ChoiceContent choice)
    {
        var picked = Indices(choice.Options.Length);
        return picked.IsEmpty || ChoiceGrading.Pick(choice, picked, default).Correct != IsRight ? null : picked;
    }

    private ImmutableArray<int> Indices(int count)
    {
        var indices = ImmutableArray.CreateBuilder<int>();
        foreach (var part in Given.Split(','))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var index) || index >= count)
            {
                return [];
            }

            indices.Add(index);
        }

        return indices.ToImmutable();
    }
}
