using System.Text.Json;
using WsgiLsp.Server.Panel;
using WsgiLsp.Study.Reviews;

namespace WsgiLsp.Cli.Web;

/// <summary>
/// A panel in a browser: answers what its page asks, and knows when nobody is there any more. Once the session is over and
/// the page closed, or nothing was heard of the page for long, it is ended.
/// </summary>
internal sealed class WebStudy : IDisposable
{
    /// <summary>A page that is loaded again says goodbye and comes back.</summary>
    private static readonly TimeSpan TimeToComeBack = TimeSpan.FromSeconds(3);

    /// <summary>A computer may sleep; a page that is open says so every half minute.</summary>
    private static readonly TimeSpan LongestSilence = TimeSpan.FromHours(1);

#pragma warning disable CA2213 // A request may still have its turn at the end; it holds nothing of the system.
    private readonly SemaphoreSlim turn = new(1, 1);
#pragma warning restore CA2213
    private readonly CancellationTokenSource ended;
    private readonly ITimer timer;
    private readonly string session;
    private readonly Func<PanelAnswer, PanelScreen> show;
    private bool isOver;

    /// <param name="session">The id of what is shown.</param>
    /// <param name="show">Takes an answer, and says what is to be shown then.</param>
    /// <param name="clock">Measures the silence.</param>
    /// <param name="interrupted">Ends it as well.</param>
    public WebStudy(
        string session,
        Func<PanelAnswer, PanelScreen> show,
        TimeProvider clock,
        CancellationToken interrupted
    )
    {
        this.session = session;
        this.show = show;
        ended = CancellationTokenSource.CreateLinkedTokenSource(interrupted);
        timer = clock.CreateTimer(_ => ended.Cancel(), state: null, LongestSilence, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Told when it is ended.</summary>
    public CancellationToken Ended => ended.Token;

    /// <summary>Answers a request.</summary>
    /// <param name="what">The word that it asks for; empty for the page.</param>
    /// <param name="request">The request.</param>
    public async Task<WebReply> AnswerAsync(string what, WebRequest request)
    {
        await turn.WaitAsync();
        try
        {
            var isLeaving = what == "bye" && isOver;
            timer.Change(isLeaving ? TimeToComeBack : LongestSilence, Timeout.InfiniteTimeSpan);
            return what switch
            {
                "" => Page(),
                "answer" => Answer(request),
                "alive" or "bye" => WebReply.Json("{}"),
                _ => WebReply.Text(404, "There is nothing here."),
            };
        }
        catch (ReviewLogException e)
        {
            return WebReply.Text(500, e.Message);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose()
    {
        timer.Dispose();
        ended.Dispose();
    }

    private WebReply Page()
    {
        var page = PanelPage.Make(session);
        return new WebReply(200, "text/html; charset=utf-8", page.Html) { Policy = page.Policy };
    }

    private WebReply Answer(WebRequest request)
    {
        // A form of another site can send no JSON without being asked about it first.
        if (request.Header("content-type") != "application/json")
        {
            return WebReply.Text(415, "An answer is JSON.");
        }

        PanelAnswer? answer;
        try
        {
            answer = JsonSerializer.Deserialize(request.Body.Span, PanelJsonContext.Default.PanelAnswer);
        }
        catch (JsonException)
        {
            answer = null;
        }

        if (answer?.Session != session)
        {
            return WebReply.Text(400, "This is no answer to what is asked here.");
        }

        var screen = show(answer);
        isOver = screen.Phase is PanelPhase.Finished or PanelPhase.Page;
        return WebReply.Json(JsonSerializer.Serialize(screen, PanelJsonContext.Default.PanelScreen));
    }
}
