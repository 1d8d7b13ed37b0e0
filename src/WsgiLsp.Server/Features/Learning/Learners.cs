using WsgiLsp.Server.Features.Histories;
using WsgiLsp.Server.Workspace;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Server.Features.Learning;

/// <summary>Makes the learner's view of a moment, of what was read of the log in the background.</summary>
/// <param name="histories">Reads the log.</param>
/// <param name="settings">What the learner set, and where the log is.</param>
/// <param name="hasPanels">Whether the editor has panels.</param>
/// <param name="clock">Tells the moment.</param>
internal sealed class Learners(
    HistoryWatch histories,
    ServerSettings settings,
    Func<bool> hasPanels,
    TimeProvider clock
)
{
    private readonly StudyCounts counts = new();

    /// <summary>Ends when the log was read, as far as that is due. Never fails.</summary>
    public Task Read => histories.Done;

    /// <summary>The learner as known now. Has the log read again where somebody wrote to it.</summary>
    public LearnerView Now()
    {
        histories.UpdateIfWritten(DataFolder.ReviewLogIn(settings.DataFolder));
        var book = histories.Book;
        return new LearnerView(book.Learned, settings.Current.Study, clock, book.Decks.Count > 1, book.Facts, counts)
        {
            HasPanels = hasPanels(),
        };
    }
}
