using System.Net.Sockets;
using WsgiLsp.Cli.Opening;
using WsgiLsp.Cli.Study;
using WsgiLsp.Server.Panel;
using WsgiLsp.Study;
using WsgiLsp.Study.Reviews;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Cli.Web;

/// <summary><c>wsgilsp study --web</c>: questions in a browser of this machine.</summary>
/// <param name="terminal">The terminal, which is told the address.</param>
/// <param name="opensBrowser">Whether the browser is opened.</param>
internal sealed class WebFace(Terminal terminal, bool opensBrowser)
{
    private const int IdLength = 8;

    /// <summary>Asks a session to its end.</summary>
    /// <param name="runner">The session.</param>
    /// <param name="decks">The decks, which may be edited meanwhile.</param>
    /// <param name="log">The log: histories follow cards that are edited.</param>
    /// <returns>The exit code.</returns>
    public async Task<int> StudyAsync(StudyRunner runner, List<NamedDeck> decks, ReviewLog log)
    {
        var followed = new FollowedDecks(terminal, decks);
        var panel = new PanelSession(NewId(), runner, DecksOf(followed));
        var isOutdated = false;
        var code = await ServeAsync(
            panel.Id,
            answer =>
            {
                // Where the log cannot be written, the next answer tries again.
                isOutdated |= followed.ReadAgain();
                if (isOutdated)
                {
                    HistoryUpdate.Run(terminal, log, followed.Now);
                    panel.Renew(_ => true);
                    isOutdated = false;
                }

                return panel.Answer(answer.Taken, answer.Lines);
            }
        );
        if (code == ExitCode.Clean)
        {
            TellEnd(runner);
        }

        return code;
    }

    /// <summary>Shows a page to read.</summary>
    /// <returns>The exit code.</returns>
    public Task<int> ShowAsync(CheatSheet page, List<NamedDeck> decks)
    {
        var title = SessionTitle.Of([.. page.Cards.Select(card => card.Deck.Title).Distinct(StringComparer.Ordinal)]);
        var screen = PanelPages.Of(NewId(), title, page, DecksOf(new FollowedDecks(terminal, decks)));
        return ServeAsync(screen.Session, _ => screen);
    }

    private PanelDecks DecksOf(FollowedDecks decks) => new(decks.Paths, decks.Find, _ => terminal.Folder);

    private static string NewId() => WebGate.NewToken()[..IdLength];

    private async Task<int> ServeAsync(string session, Func<PanelAnswer, PanelScreen> show)
    {
        try
        {
            using var server = new WebServer(terminal.Clock);
            using var study = new WebStudy(session, show, terminal.Clock, terminal.CatchInterrupt());
            await terminal.Out.WriteLineAsync(server.Address);
            await terminal.Out.FlushAsync();
            Open(server.Address);
            await server.RunAsync(study.AnswerAsync, study.Ended);
            return ExitCode.Clean;
        }
        catch (SocketException e)
        {
            terminal.Complain($"nothing can be served to a browser here: {e.Message}");
            return ExitCode.CannotRun;
        }
    }

    private void Open(string address)
    {
        var around = Surroundings.Of(terminal);
        var port = new Uri(address).Port;
        var message =
            !opensBrowser ? "open this address in a browser of this machine"
            : around.Browser is { } opener && Browser.TryOpen(opener, address)
                ? "the questions are in your browser, at this address"
            : around.IsRemote
                ? $"this machine has no display; from yours, `ssh -L {port}:127.0.0.1:{port} HOST` brings the address there"
            : "no browser can be opened from here; open this address in one of this machine";
        terminal.Complain(message + "; Ctrl-C ends");
    }

    private void TellEnd(StudyRunner runner)
    {
        if (!runner.State.IsFinished)
        {
            terminal.Complain(
                runner.CanResume
                    ? "what you answered is kept; wsgilsp study --web --resume goes on with it today"
                    : "the session has ended"
            );
        }
        else if (runner.State.Result is { } result)
        {
            terminal.Complain(string.Join(' ', result.Score));
        }
    }
}
