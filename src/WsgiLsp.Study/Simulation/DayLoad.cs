namespace WsgiLsp.Study.Simulation;

/// <summary>How many items are due on each study day.</summary>
internal sealed class DayLoad
{
    private readonly Dictionary<int, int> _items = [];

    public int On(int day) => _items.GetValueOrDefault(day);

    /// <summary>An item is due on another day than before; null for none.</summary>
    public void Move(int? from, int? to)
    {
        Add(from, -1);
        Add(to, 1);
    }

    private void Add(int? day, int items)
    {
        if (day is { } known && (_items[known] = On(known) + items) == 0)
        {
            _items.Remove(known);
        }
    }
}
