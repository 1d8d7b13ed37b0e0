using Compare.Measuring;
using Compare.Servers;

namespace Compare.Soaking;

/// <summary>
/// Hours of a writer and a learner at one server, without the pauses between what they do. Whether the last tenths are like the
/// first: memory, handles, threads and times that only grow are leaks.
/// </summary>
internal sealed class Soak(Options options)
{
    private const int Tenths = 10;
    private const int KeysOfSecond = 5;
    private const int AnswersOfHour = 500;

    /// <returns>Whether nothing grew.</returns>
    public bool Run(ServerSpec server)
    {
        var minutes = options.Number("minutes", 120);
        using Scratch scratch = new();
        using Session session = new(server, scratch, options: new { panel = true });
        Writer writer = new(session, scratch, options.Number("cards", 1000));
        Learner learner = new(session.Connection, scratch);
        var keys = minutes * 60 * KeysOfSecond / Tenths;
        var answers = minutes * AnswersOfHour / 60 / Tenths;
        List<Sample> samples = [];
        for (var tenth = 1; tenth <= Tenths; tenth++)
        {
            List<double> keyTimes = [];
            List<double> answerTimes = [];
            for (var key = 0; key < keys; key++)
            {
                keyTimes.Add(writer.Key());
                if ((long)(key + 1) * answers / keys > (long)key * answers / keys)
                {
                    answerTimes.Add(learner.Answer());
                }
            }

            // What is only put off is done, and garbage looked for.
            session.Connection.Settle(TimeSpan.FromSeconds(options.Number("quiet", 3)));
            samples.Add(Sample.Of(session.Connection.Tree, keyTimes, answerTimes));
            Console.WriteLine($"{tenth, 2}: {samples[^1]}");
        }

        var end = session.End();
        Console.WriteLine(
            $"{keys * Tenths:#,0} keys, {answers * Tenths:#,0} answers; ended in {Pages.Format.Number(end)} ms"
        );
        return Verdict.Of(samples);
    }
}
