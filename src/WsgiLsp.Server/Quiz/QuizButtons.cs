using System.Collections.Immutable;

namespace WsgiLsp.Server.Quiz;

/// <summary>A set of buttons with distinct titles, by which the client says which was pressed.</summary>
internal sealed class QuizButtons
{
    private const int LongestTitle = 120;

    // Leaves room for a tick.
    private const int LongestInNotification = 15;

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
    /// <param name="inNotification">Whether they are shown in a notification, which is narrow.</param>
    /// <param name="taken">Titles of the buttons beside them.</param>
    public static QuizButtons For(
        IEnumerable<string> markdown,
        bool inNotification = false,
        params ImmutableArray<string> taken
    )
    {
        var longest = inNotification ? LongestInNotification : LongestTitle;
        ImmutableArray<string> texts = [.. markdown.Select(PlainLine.Button)];
        var areClear =
            texts.All(text => text.Length > 0 && text.Length <= longest)
            && texts.Concat(taken).Distinct(StringComparer.Ordinal).Count() == texts.Length + taken.Length;
        if (areClear)
        {
            return new QuizButtons(texts, "");
        }

        ImmutableArray<string> letters = [.. texts.Select((_, place) => ((char)('a' + place)).ToString())];
        return new QuizButtons(letters, string.Join('\n', texts.Select((text, place) => $"{letters[place]}) {text}")));
    }
}
