using WsgiLsp.Study.Transcript;

namespace WsgiLsp.Cli.Study;

/// <summary>How far a session is.</summary>
/// <param name="Number">Which item is open, from 1.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Due">How many of those that follow are due, or practised.</param>
/// <param name="New">How many of those that follow are new.</param>
internal sealed record SessionProgress(int Number, int Total, int Due, int New)
{
    /// <summary>Of a session in which an item is open.</summary>
    public static SessionProgress Of(TranscriptState state)
    {
        var number = state.Number!.Value;
        var items = state.Items;
        var isNew = items.Skip(number).CountBy(item => item.IsNew).ToDictionary();
        return new SessionProgress(number, items.Length, isNew.GetValueOrDefault(false), isNew.GetValueOrDefault(true));
    }

    /// <summary>How far, without what follows.</summary>
    public string Place => $"{Number} of {Total}";

    /// <summary>All of it: <c>3 of 20 · to come: 15 due, 2 new</c>.</summary>
    public override string ToString()
    {
        string?[] rest = [Due > 0 ? $"{Due} due" : null, New > 0 ? $"{New} new" : null];
        return Due + New > 0 ? $"{Place} · to come: {string.Join(", ", rest.OfType<string>())}" : Place;
    }
}
