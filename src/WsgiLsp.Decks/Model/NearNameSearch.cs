using System.Numerics;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Model;

/// <summary>
/// Looks for the one of many names that a wrong one most likely meant. Only names with the same first letter count, and few
/// slips are forgiven.
/// </summary>
/// <param name="wanted">The wrong name.</param>
/// <param name="best">What is known already.</param>
internal sealed class NearNameSearch(string wanted, NearWord best)
{
    private const int FewSlips = 2;

    // A slip puts one letter in the place of another at most.
    private const int MostLettersOfSlip = 2;

    // Letters have one half of the bits, digits and signs the other.
    private const int Half = 32;

    private readonly ulong letters = LettersOf(wanted);

    /// <summary>A search of which nothing is known yet.</summary>
    /// <param name="wanted">The wrong name.</param>
    public NearNameSearch(string wanted)
        : this(wanted, new NearWord(null, NearestWord.MostSlips(wanted, FewSlips) + 1)) { }

    /// <summary>The nearest of the names that were looked at.</summary>
    public NearWord Best { get; private set; } = best;

    /// <summary>Looks at names, for several searches at once: walking through thousands of names takes longer than comparing them.</summary>
    /// <param name="names">The names.</param>
    /// <param name="searches">The searches.</param>
    public static void Look(IEnumerable<string> names, ReadOnlySpan<NearNameSearch> searches)
    {
        foreach (var name in names)
        {
            var lettersOfName = 0UL;
            foreach (var search in searches)
            {
                search.Look(name, ref lettersOfName);
            }
        }
    }

    /// <param name="name">The name.</param>
    /// <param name="lettersOfName">What it is made of, or 0 where nobody has asked yet.</param>
    private void Look(string name, ref ulong lettersOfName)
    {
        if (name.Length == 0 || wanted.Length == 0 || name[0] != wanted[0])
        {
            return;
        }

        if (Math.Abs(name.Length - wanted.Length) <= FewSlips)
        {
            lettersOfName = lettersOfName == 0 ? LettersOf(name) : lettersOfName;
            if (BitOperations.PopCount(lettersOfName ^ letters) > FewSlips * MostLettersOfSlip)
            {
                return;
            }
        }
        else if (name.Length < wanted.Length || !name.StartsWith(wanted, StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        Best = NearestWord.Nearest(wanted, [name], Best);
    }

    /// <summary>Which letters and digits a name is made of. Some stand for others as well: it only tells what is far apart.</summary>
    private static ulong LettersOf(string name)
    {
        var found = 0UL;
        foreach (var c in name)
        {
            var lower = char.ToLowerInvariant(c);
            found |= 1UL << (lower >= 'a' ? lower % Half : Half + (lower % Half));
        }

        return found;
    }
}
