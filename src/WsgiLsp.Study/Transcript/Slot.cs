using System.Collections.Immutable;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Transcript;

/// <summary>A place of a round: the item that is asked there, and what became of it but for its answer.</summary>
/// <param name="Item">The item.</param>
internal sealed record Slot(SessionItem Item)
{
    /// <summary>The number of the answer that brought the item back, or that missed its concept; null where the round began with it.</summary>
    public int? BroughtBy { get; init; }

    /// <summary>How it was open when something before it was opened again; else null. Its index may have changed since.</summary>
    public OpenItem? Interrupted { get; init; }

    /// <summary>Whether it was buried or suspended in this round.</summary>
    public bool IsSetAside { get; init; }
}

/// <summary>Changes to one of several slots.</summary>
internal static class Slots
{
    /// <summary>The slots with one of them changed.</summary>
    public static ImmutableArray<Slot> With(this ImmutableArray<Slot> slots, int index, Func<Slot, Slot> change) =>
        slots.SetItem(index, change(slots[index]));

    /// <summary>The slots with one of them left as it is open, to be found again.</summary>
    public static ImmutableArray<Slot> WithInterrupted(this ImmutableArray<Slot> slots, OpenItem open) =>
        slots.With(open.Index, slot => slot with { Interrupted = open });
}
