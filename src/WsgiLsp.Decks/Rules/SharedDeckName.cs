namespace WsgiLsp.Decks.Rules;

/// <summary>What the rule says of itself. What it finds is told by the learner's log; see <see cref="LogFindings"/>.</summary>
internal sealed class SharedDeckName : LogRule
{
    public override string Name => "shared-deck-name";

    public override Severity Severity => Severity.Information;

    public override string Summary => "a deck without `id` whose file has the name of another deck";

    public override string Why =>
        """
            A deck without an `id` in its front matter is known by its file's name, without folders. Two decks of one name with
            other cards are kept apart: the one that your log knows keeps its histories, and this one's cards do not take them.
            But answers of cards that have one heading in both still meet. Give this deck an `id`. A copy, or a deck that moved
            to another folder, is the same deck and not found. It is found in editors only, and only once your log knows one
            of the two; the log is looked at when a folder or a deck is opened, and when a deck was saved or changed on disk.
            """;
}
