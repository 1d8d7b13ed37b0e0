using System.Globalization;
using WsgiLsp.Study;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Resuming;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Cli.Study;

/// <summary>Goes on with the session that was not ended.</summary>
internal static class SessionResume
{
    /// <summary>The session, or null, with what a learner should know of it said.</summary>
    /// <param name="terminal">The terminal.</param>
    /// <param name="named">Decks with cards.</param>
    /// <param name="data">The learner's settings and log.</param>
    public static StudyRunner? Make(Terminal terminal, List<NamedDeck> named, LearnerData data)
    {
        if (UnfinishedSession.In(data.Log) is not { } session)
        {
            terminal.Complain("no session of today is unfinished; wsgilsp study begins one");
            return null;
        }

        var cards = named.SelectMany(one => one.Deck.Cards).ToList();
        var transcript = data.Settings.Transcript with { Known = KnownWords.Of(cards) };
        var runner = StudyRunner.Resume(data.Log, cards, terminal.Clock, transcript);
        if (runner is null)
        {
            terminal.Complain(
                $"the session of {Time(session)} cannot go on: nothing of it is left in these decks, or it is an exam and "
                    + "they or your settings changed since. What you answered is kept; wsgilsp study begins a new one"
            );
        }
        else if (runner.IsRest)
        {
            terminal.Complain(
                $"the decks or your settings changed since the session of {Time(session)}: what you answered is kept, and "
                    + "this is the rest"
            );
        }

        return runner;
    }

    /// <summary>Tells who sits at the terminal of a session that could be resumed.</summary>
    public static void Offer(Terminal terminal, ReviewLog log)
    {
        if (terminal.IsInteractive && UnfinishedSession.In(log) is { } session)
        {
            terminal.Complain(
                $"the session of {Time(session)} was not ended ({session.Answered} of {session.Items} answered): "
                    + "wsgilsp study --resume goes on with it"
            );
        }
    }

    private static string Time(UnfinishedSession session) =>
        session.Began.ToString("HH:mm", CultureInfo.InvariantCulture);
}
