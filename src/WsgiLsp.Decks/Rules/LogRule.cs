using System.Collections.Immutable;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Decks.Rules;

/// <summary>What a rule says of itself whose findings the learner's log makes; see <see cref="LogFindings"/>.</summary>
internal abstract class LogRule : Rule
{
    public sealed override string ExampleLanguage => LogFindings.Language;

    public sealed override ImmutableArray<string> Invalid => [];

    public sealed override ImmutableArray<string> Valid => [];

    /// <summary>Whether editors offer to mend what it finds.</summary>
    public virtual FixOffer Offer => FixOffer.Chosen;

    /// <summary>What is said at a card as it is now; null for nothing.</summary>
    /// <param name="card">The card.</param>
    /// <param name="remark">What the log has to say of it.</param>
    public virtual string? Say(Card card, string remark) => remark;
}
