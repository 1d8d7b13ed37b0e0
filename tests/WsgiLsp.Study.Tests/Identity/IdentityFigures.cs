using WsgiLsp.Study.Identity;

namespace WsgiLsp.Study.Tests.Identity;

/// <summary>How well histories followed their cards.</summary>
internal sealed class IdentityFigures
{
    private readonly Dictionary<IdentityEvidence, (int Right, int Wrong)> _attached = [];

    /// <summary>Items that are new, or whose text or place changed.</summary>
    public int Touched { get; set; }

    /// <summary>Items that were asked about.</summary>
    public int Asked { get; set; }

    /// <summary>Questions whose candidates held the right answer.</summary>
    public int AskedRightly { get; set; }

    /// <summary>Histories that became orphans while their card was there, without a question.</summary>
    public int Missed { get; set; }

    public List<string> Examples { get; } = [];

    /// <summary>Histories that were attached to an item whose text or place changed.</summary>
    public int Attached => _attached.Values.Sum(one => one.Right + one.Wrong);

    /// <summary>Those of them that went to another card.</summary>
    public int Wrong => _attached.Values.Sum(one => one.Wrong);

    public double WrongShare => (double)Wrong / Attached;

    public double AskedShare => (double)Asked / Touched;

    public void Count(IdentityEvidence evidence, bool isRight)
    {
        Touched++;
        var (right, wrong) = _attached.GetValueOrDefault(evidence);
        _attached[evidence] = isRight ? (right + 1, wrong) : (right, wrong + 1);
    }

    public void Add(IdentityFigures other)
    {
        Touched += other.Touched;
        Asked += other.Asked;
        AskedRightly += other.AskedRightly;
        Missed += other.Missed;
        Examples.AddRange(other.Examples);
        foreach (var (evidence, (right, wrong)) in other._attached)
        {
            var (r, w) = _attached.GetValueOrDefault(evidence);
            _attached[evidence] = (r + right, w + wrong);
        }
    }

    public override string ToString() =>
        string.Create(
            null,
            $"touched {Touched}, attached {Attached}, wrong {Wrong} ({100 * WrongShare:F3} %), asked {Asked} "
                + $"({100 * AskedShare:F2} %), of these rightly {AskedRightly}, missed {Missed}; "
        )
        + string.Join(
            ", ",
            _attached.OrderBy(one => one.Key).Select(one => $"{one.Key} {one.Value.Right}+{one.Value.Wrong}")
        );
}
