using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Statistics;

/// <summary>
/// How much was still known when it was asked again after days: of each item in review the first answer of a day, looked up
/// by nobody shortly before.
/// </summary>
/// <param name="Young">Of items with an interval below <see cref="PastAnswer.MatureInterval"/> days.</param>
/// <param name="Mature">Of items with a longer one.</param>
public sealed record TrueRetention(Share Young, Share Mature)
{
    /// <summary>Of all.</summary>
    public Share All => Young + Mature;

    /// <summary>Of some answers; those that do not tell (see <see cref="PastAnswer.IsTest"/>) are left out.</summary>
    public static TrueRetention Of(IReadOnlyCollection<PastAnswer> answers) =>
        new(
            Share.Of(answers.Where(answer => answer is { IsTest: true, IsMature: false }), IsGot),
            Share.Of(answers.Where(answer => answer is { IsTest: true, IsMature: true }), IsGot)
        );

    private static bool IsGot(PastAnswer answer) => answer.Grade.IsGot();
}
