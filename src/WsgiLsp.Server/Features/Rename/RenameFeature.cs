using WsgiLsp.Decks.Names;
using WsgiLsp.Protocol;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Study.Identity;

namespace WsgiLsp.Server.Features.Rename;

/// <summary>Gives a card, heading, deck or tag another name in all decks.</summary>
internal static class RenameFeature
{
    /// <summary>What can be renamed at a position; null where nothing has a name.</summary>
    /// <exception cref="RpcException">What stands there cannot be renamed.</exception>
    public static PrepareRenamePlaceholder? Prepare(DeckQuery query, PrepareRenameParams parameters) =>
        Refusing(() =>
            Renaming(query).Offer(query.Document.Path, query.Offset(parameters.Position)) is { } offer
                ? new PrepareRenamePlaceholder(query.RangeOf(offer.Span), offer.Placeholder)
                : null
        );

    /// <summary>The edits; null where nothing has a name.</summary>
    /// <param name="query">The deck among all others.</param>
    /// <param name="parameters">Where, and the new name.</param>
    /// <param name="renamed">Told of a card that gets another key.</param>
    /// <exception cref="RpcException">It cannot be renamed, or not so.</exception>
    public static WorkspaceEdit? Of(DeckQuery query, RenameParams parameters, Action<RenamedCard>? renamed = null)
    {
        if (query.At(parameters.Position) is null)
        {
            return null;
        }

        var renaming = Renaming(query);
        var edits = Refusing(() =>
            renaming.To(query.Document.Path, query.Offset(parameters.Position), parameters.NewName, query.Cancellation)
        );
        if (renaming.Card is var (from, to))
        {
            renamed?.Invoke(new RenamedCard(from, to));
        }

        return WorkspaceEdits.Of(query.View, edits, query.Client);
    }

    private static Decks.Names.Rename Renaming(DeckQuery query)
    {
        var done = 0;
        return new(
            query.Decks,
            query.View.Read,
            path =>
            {
                query.Progress?.Invoke(Interlocked.Increment(ref done), query.Decks.Decks.Count);
                return query.View.ReadText(path);
            }
        );
    }

    private static T Refusing<T>(Func<T> answer)
    {
        try
        {
            return answer();
        }
        catch (RenameRefusedException refusal)
        {
            throw new RpcException(ErrorCodes.RequestFailed, refusal.Message, refusal);
        }
    }
}
