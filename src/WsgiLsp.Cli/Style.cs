using WsgiLsp.Decks.Rules;

namespace WsgiLsp.Cli;

/// <summary>Colour, where the terminal has it and the reader wants it.</summary>
internal readonly record struct Style(bool IsOn)
{
    public string Bold(string text) => Wrap(text, "1");

    public string Dim(string text) => Wrap(text, "2");

    /// <summary>In the colour that reports give a severity.</summary>
    public string Of(Severity severity, string text) =>
        severity switch
        {
            Severity.Error => Red(text),
            Severity.Warning => Yellow(text),
            _ => Cyan(text),
        };

    public string Red(string text) => Wrap(text, "31");

    public string Green(string text) => Wrap(text, "32");

    public string Yellow(string text) => Wrap(text, "33");

    public string Cyan(string text) => Wrap(text, "36");

    private string Wrap(string text, string code) => IsOn ? $"\e[{code}m{text}\e[0m" : text;
}
