using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Transcript.Kinds;

/// <summary>Items to put in order by their numbers.</summary>
internal sealed class OrderAsker : PartsAsker
{
    protected override string What => "the numbers in the right order";

    protected override string Counted => "in order";

    public override IEnumerable<string> Body(SessionItem item) =>
        item.ShownOrder.SelectMany((index, place) => TranscriptText.ListItem($"{place + 1})", Items(item)[index]));

    public override string Expected(SessionItem item, OpenItem open, TranscriptOptions options) =>
        $"Type the numbers from 1 to {item.ShownOrder.Length} in the right order, each once. {Commands(item, open)}";

    /// <summary>Reads numbers with blanks or commas between them; up to nine items they may stand close together.</summary>
    protected override bool TryParse(SessionItem item, string text, out ImmutableArray<int> answer)
    {
        var words = text.Split([' ', ',', '\t'], StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 1 && item.ShownOrder.Length < 10)
        {
            words = [.. words[0].Select(digit => $"{digit}")];
        }

        answer = [];
        if (words.Length != item.ShownOrder.Length || !words.All(word => IsNumber(word, item.ShownOrder.Length)))
        {
            return false;
        }

        answer = [.. words.Select(word => item.ShownOrder[int.Parse(word) - 1])];
        return answer.Distinct().Count() == answer.Length;
    }

    protected override GradedAnswer Grade(SessionItem item, ImmutableArray<int> answer, AnswerHelp help) =>
        OrderGrading.Arrange((OrderContent)item.Card.Content, answer, help);

    private static ImmutableArray<string> Items(SessionItem item) => ((OrderContent)item.Card.Content).Items;

    protected override IEnumerable<string> Right(SessionItem item) =>
        Items(item).SelectMany((text, index) => TranscriptText.ListItem($"{index + 1}.", text, bullet: false));

    private static bool IsNumber(string word, int most) =>
        word.Length is 1 or 2
        && word.All(char.IsAsciiDigit)
        && int.Parse(word) is var number
        && number >= 1
        && number <= most;
}
