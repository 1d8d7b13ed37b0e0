using System.Collections.Immutable;

namespace WsgiLsp.Server.Quiz;

/// <summary>A set of buttons with distinct titles, by which the client says which was pressed.</summary>
internal sealed class QuizButtons
{
    private const int LongestTitle = 120;

    // VS Code and its kin cut the buttons of a notification off at about 17 characters, which a tick may share.
    private const int LongestInNotification = 15;
    private static readonly ImmutableArray<string> NotifyingClients = ["Code", "VSCodium", "Cursor", "Windsurf"];

    private QuizButtons(ImmutableArray<string> titles, string legend)
    {
        Titles = titles;
        Legend = legend;
    }

    /// <summary>The titles in order.</summary>
    public ImmutableArray<string> Titles { get; }

    /// <summary>What the buttons stand for, where their titles are mere letters; else empty.</summary>
    public string Legend { get; }

    /// <summary>Buttons that say what they stand for, or letters with a legend where texts are long, empty or alike.</summary>
    /// <param name="markdown">What the buttons stand for.</param>
    /// <param name="client">The client's name, which tells how long a title it shows; null where it has none.</param>
    public static QuizButtons For(IEnumerable<string> markdown, string? client)
    {
        var longest = IsNotifying(client) ? LongestInNotification : LongestTitle;
        ImmutableArray<string> texts = [.. markdown.Select(PlainLine.Button)];
        var areClear =
            texts.All(text => text.Length > 0 && text.Length <= longest)
            && texts.Distinct(StringComparer.Ordinal).Count() == texts.Length;
        if (areClear)
        {
            return new QuizButtons(texts, "");
        }

        ImmutableArray<string> letters = [.. texts.Select((_, place) => ((char)('a' + place)).ToString())];
        return new QuizButtons(letters, string.Join('\n', texts.Select((text, place) => $"{letters[place]}) {text}")));
    }

    private static bool IsNotifying(string? client) =>
        client is not null && NotifyingClients.Any(name => client.Contains(name, StringComparison.OrdinalIgnoreCase));
}
