namespace WsgiLsp.Server.Features.Histories;

/// <summary>The names of the rules whose findings come from the log.</summary>
internal static class HistoryRules
{
    public const string DeadDistractor = "dead-distractor";

    public const string DisputedConcept = "disputed-concept";

    public const string DoubtfulHistory = "doubtful-history";

    public const string Leech = "leech";

    public const string SharedDeckName = "shared-deck-name";
}
