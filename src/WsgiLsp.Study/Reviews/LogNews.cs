namespace WsgiLsp.Study.Reviews;

/// <summary>What came to a log since its states were read.</summary>
/// <param name="States">The states now.</param>
/// <param name="Items">The keys of all items to which something happened that may count; none where only cards were seen.</param>
/// <param name="HasIdentity">Whether it says anything of where histories are, or of what cards say.</param>
public sealed record LogNews(ItemStates States, IReadOnlySet<string> Items, bool HasIdentity);
