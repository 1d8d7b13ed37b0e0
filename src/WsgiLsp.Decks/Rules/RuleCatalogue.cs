#pragma warning disable MA0025, CA1065, CA1822 // The contract; its code follows.
using System.Collections.Immutable;

namespace WsgiLsp.Decks.Rules;

/// <summary>All rules.</summary>
public static class RuleCatalogue
{
    /// <summary>The rules' pages, by name in alphabetical order.</summary>
    public static ImmutableArray<RulePage> Pages => throw new NotImplementedException();

    /// <summary>The page of that rule, or null where there is none.</summary>
    public static RulePage? Find(string name) => Pages.FirstOrDefault(p => p.Name == name);
}
