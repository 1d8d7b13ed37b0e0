using WsgiLsp.Rendering.Html;

namespace WsgiLsp.Rendering.Pages;

/// <summary>The keys of a study page, in a dialog.</summary>
internal static class StudyHelp
{
    private static readonly (string[] Keys, string Does)[] Keys =
    [
        (["→", "j"], "next card"),
        (["←", "k"], "previous card"),
        (["Space"], "show or hide the answer"),
        (["1–9", "a–i"], "choose an option"),
        (["Enter"], "check what you wrote or chose"),
        (["Shift+Enter"], "check an explanation"),
        (["h"], "next hint"),
        (["Esc"], "leave a field"),
        (["s"], "cheat sheet"),
        (["r"], "show all answers"),
        (["t"], "light or dark"),
        (["?"], "these keys"),
    ];

    public static void Write(HtmlWriter html)
    {
        html.Open("dialog", ("id", "help"), ("aria-labelledby", "help-title")).Line();
        html.Open("h2", ("id", "help-title")).Text("Keys").Close("h2").Line().Open("dl").Line();
        foreach (var (keys, does) in Keys)
        {
            html.Open("div").Open("dt");
            for (var i = 0; i < keys.Length; i++)
            {
                html.Text(i == 0 ? "" : " or ").Open("kbd").Text(keys[i]).Close("kbd");
            }

            html.Close("dt").Open("dd").Text(does).Close("dd").Close("div").Line();
        }

        html.Close("dl")
            .Line()
            .Open("p")
            .Open("label")
            .Open("input", ("type", "checkbox"), ("id", "keys"), ("checked", ""));
        html.Text("Keys of one letter are on").Close("label").Close("p").Line();
        html.Open("form", ("method", "dialog")).Open("button").Text("Close").Close("button").Close("form").Line();
        html.Close("dialog").Line();
    }
}
