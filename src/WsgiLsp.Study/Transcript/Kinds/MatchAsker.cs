using System.Collections.Immutable;
using System.Text.RegularExpressions;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Grading;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Study.Transcript.Kinds;

/// <summary>Two columns to pair: numbers with letters.</summary>
internal sealed partial class MatchAsker : PartsAsker
{
    protected override string What => "pairs like 1c 2a";

    protected override string Counted => "pairs";

    public override IEnumerable<string> Body(SessionItem item)
    {
        var content = (MatchContent)item.Card.Content;
        return
        [
            .. content.Pairs.SelectMany((pair, index) => TranscriptText.ListItem($"{index + 1})", pair.Left)),
            "",
            .. item.ShownOrder.SelectMany(
                (index, place) =>
                    TranscriptText.ListItem($"{TranscriptText.Letter(place)})", content.Pairs[index].Right)
            ),
        ];
    }

    public override string Expected(SessionItem item, OpenItem open, TranscriptOptions options) =>
        $"Type each number from 1 to {item.ShownOrder.Length} with one letter, such as 1b 2a. {Commands(item, open)}";

    /// <summary>Reads <c>1c 2a 3b</c> as the deck's index of the right side that each left one gets.</summary>
    protected override bool TryParse(SessionItem item, string text, out ImmutableArray<int> answer)
    {
        answer = [];
        var squeezed = string.Concat(text.Where(c => c is not (' ' or ',' or '\t')));
        if (!Pairs().IsMatch(squeezed))
        {
            return false;
        }

        var rights = new int[item.ShownOrder.Length];
        Array.Fill(rights, -1);
        foreach (Match pair in Pair().Matches(squeezed))
        {
            var number = int.Parse(pair.Groups["number"].ValueSpan);
            var letter = pair.Groups["letter"].ValueSpan[0] - 'a';
            if (number < 1 || number > rights.Length || letter >= rights.Length || rights[number - 1] >= 0)
            {
                return false;
            }

            rights[number - 1] = item.ShownOrder[letter];
        }

        answer = [.. rights];
        return !answer.Contains(-1);
    }

    protected override GradedAnswer Grade(SessionItem item, ImmutableArray<int> answer, AnswerHelp help) =>
        MatchGrading.Pair((MatchContent)item.Card.Content, answer, help);

    protected override IEnumerable<string> Right(SessionItem item) =>
        ((MatchContent)item.Card.Content).Pairs.Select(
            (pair, index) =>
                $"{index + 1}{TranscriptText.Letter(item.ShownOrder.IndexOf(index))} {pair.Left}: {pair.Right}"
        );

    [GeneratedRegex(@"^([0-9]{1,2}[a-z])+$", RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Pairs();

    [GeneratedRegex(
        @"(?<number>[0-9]{1,2})(?<letter>[a-z])",
        RegexOptions.ExplicitCapture,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex Pair();
}
