namespace WsgiLsp.Study.Optimizing;

/// <summary>A history up to the last answer from which something is learned, and how much each of its answers counts.</summary>
/// <param name="history">The history.</param>
/// <param name="shares">As many numbers as there are answers up to then: 0 for those that do not count.</param>
internal sealed class LearnedHistory(AnswerHistory history, double[] shares)
{
    // What came long ago tells less of who answers now: the first answer counts so much, the last one 1.
    private const double OldestShare = 0.25;

    /// <summary>The answers up to then.</summary>
    public ReadOnlySpan<HistoryAnswer> Answers => history.Answers.AsSpan()[..shares.Length];

    /// <summary>How much each of them counts.</summary>
    public ReadOnlySpan<double> Shares => shares;

    /// <summary>The history up to its first answer that counts.</summary>
    public LearnedHistory UpToFirst()
    {
        var first = Array.FindIndex(shares, share => share > 0);
        return new LearnedHistory(history, shares[..(first + 1)]);
    }

    /// <summary>The histories that are left when some answers are to be learned from, and nothing after them.</summary>
    /// <param name="tests">These answers.</param>
    public static List<LearnedHistory> Of(TestAnswers tests)
    {
        var shares = new double[]?[tests.Histories.Count];
        for (var number = tests.Count - 1; number >= 0; number--)
        {
            // The last one of a history comes first, and says how long it is.
            var (history, index) = tests.InTime[number];
            (shares[history] ??= new double[index + 1])[index] = Share((double)number / tests.Count);
        }

        return
        [
            .. shares
                .Select((ofHistory, index) => (Shares: ofHistory, History: tests.Histories[index]))
                .Where(one => one.Shares is not null)
                .Select(one => new LearnedHistory(one.History, one.Shares!)),
        ];
    }

    private static double Share(double age) => OldestShare + ((1 - OldestShare) * age * age * age);
}
