using WsgiLsp.Decks.Model;
using WsgiLsp.Server.Quiz;
using WsgiLsp.Server.Workspace;
using WsgiLsp.Study.Identity;
using WsgiLsp.Study.Resuming;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Server.Sheets;

/// <summary>The sessions of sheets, by the sheets' ids. For one piece of work at a time.</summary>
/// <param name="openLog">Opens the log.</param>
/// <param name="readDeck">Reads a deck's file, the editor's text before the disk's; null where it is no deck any more.</param>
/// <param name="settings">What the learner set, and where their data is.</param>
/// <param name="clock">Measures the time of each answer.</param>
internal sealed class SheetBook(
    Func<ReviewLog> openLog,
    Func<string, Deck?> readDeck,
    ServerSettings settings,
    TimeProvider clock
) : IDisposable
{
    private const int MostKeptDays = 30;

    private readonly Dictionary<string, Sheet> open = new(StringComparer.Ordinal);

    // Why there is no session, by the sheets' ids: somebody may type on all the same, and is told at each key.
    private readonly Dictionary<string, string> hopeless = new(StringComparer.Ordinal);

    private ReviewLog? log;

    private ReviewLog Log => log ??= openLog();

    /// <summary>Begins a session, and has it kept from now on.</summary>
    /// <param name="decks">The decks.</param>
    /// <param name="request">What to ask of them.</param>
    /// <param name="id">The sheet's id.</param>
    /// <param name="path">Where it will be.</param>
    /// <returns>Null where there is nothing to ask.</returns>
    /// <exception cref="ReviewLogException">The log cannot be used.</exception>
    public Sheet? Begin(IReadOnlyList<DeckAt> decks, QuizRequest request, string id, string path)
    {
        var begun = SheetStart.New(decks, request, id, path, Log, settings.Current.Study, clock);
#pragma warning disable CA2000 // The sheet holds it.
        if (begun is not var (runner, place) || SheetLock.TryTake(settings.DataFolder, id) is not { } held)
#pragma warning restore CA2000
        {
            return null;
        }

        var sheet = open[id] = new Sheet(place, runner, held, clock);
        runner.Keep();
        Prune();
        return sheet;
    }

    /// <summary>
    /// The session of a sheet, brought to where it was. What cannot be is tried again once the sheet was closed, or
    /// <see cref="LookAgain"/> was called.
    /// </summary>
    /// <param name="id">The sheet's id.</param>
    /// <param name="problem">Why there is none, for the person; null where there is one.</param>
    /// <exception cref="ReviewLogException">The log cannot be read.</exception>
    public Sheet? Find(string id, out string? problem)
    {
        problem = null;
        if (open.TryGetValue(id, out var known) || hopeless.TryGetValue(id, out problem))
        {
            return known;
        }

        if (SheetSession.Find(Log, id) is not { } session)
        {
            problem = hopeless[id] =
                "This sheet's quiz is not known here: it is over, or it was another computer's. Start a new one.";
            return null;
        }

#pragma warning disable CA2000 // The sheet holds it.
        if (SheetLock.TryTake(settings.DataFolder, id) is not { } held)
#pragma warning restore CA2000
        {
            problem = "This sheet is answered in another editor. Close it there, then type here.";
            return null;
        }

        var cards = session.Place.Decks.SelectMany(path => readDeck(path)?.Cards ?? []).ToList();
        if (SheetStart.GoOn(session, Log, cards, settings.Current.Study, clock) is not { } runner)
        {
            held.Dispose();
            problem = hopeless[id] =
                "This quiz cannot go on: its deck or your settings changed since. What you answered is kept; start a new one.";
            return null;
        }

        return open[id] = new Sheet(session.Place, runner, held, clock);
    }

    /// <summary>Whether another server has a session.</summary>
    /// <param name="id">The sheet's id.</param>
    public bool IsElsewhere(string id)
    {
        if (open.ContainsKey(id))
        {
            return false;
        }

        using var held = SheetLock.TryTake(settings.DataFolder, id);
        return held is null;
    }

    /// <summary>Has a session that could not be found, or not go on, tried again.</summary>
    /// <param name="id">The sheet's id.</param>
    public void LookAgain(string id) => hopeless.Remove(id);

    /// <summary>Forgets a session that could not be put on a sheet.</summary>
    /// <exception cref="ReviewLogException">The log cannot be written.</exception>
    public void Drop(string id)
    {
        Release(id);
        SheetSession.Find(Log, id)?.Drop(Log);
    }

    /// <summary>Lets another server have a sheet, which was closed here.</summary>
    /// <param name="id">The sheet's id.</param>
    public void Release(string id)
    {
        LookAgain(id);
        if (open.Remove(id, out var sheet))
        {
            sheet.Dispose();
        }

        if (open.Count == 0)
        {
            // The next one is opened with what the learner set until then.
            log?.Dispose();
            log = null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var sheet in open.Values)
        {
            sheet.Dispose();
        }

        open.Clear();
        log?.Dispose();
    }

    /// <summary>Forgets the sessions of sheets that were deleted or left long ago, and of panels that are at their end.</summary>
    private void Prune()
    {
        var oldest = clock.GetUtcNow().AddDays(-MostKeptDays);
        foreach (var session in SheetSession.In(Log).Where(one => !open.ContainsKey(one.Place.Id)))
        {
            var isThere = session.Place.IsPanel ? !session.IsFinished : File.Exists(session.Place.Path);
            if (session.Began >= oldest && isThere)
            {
                continue;
            }

            // Another server may be about to write its file.
            using var held = SheetLock.TryTake(settings.DataFolder, session.Place.Id);
            if (held is not null)
            {
                session.Drop(Log);
            }
        }
    }
}
