using FsCheck;
using FsCheck.Fluent;
using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Tests.Grading;

public class LetterDiffTests
{
    [Theory]
    [InlineData("encrypion", "encryption", "encryp{+t+}ion")]
    [InlineData("workker", "worker", "work[-k-]er")]
    [InlineData("gunicron", "gunicorn", "gunic[-r-]o{+r+}n")]
    [InlineData("threat", "thread", "threa[-t-]{+d+}")]
    [InlineData("", "thread", "{+thread+}")]
    [InlineData("thread", "", "[-thread-]")]
    [InlineData("", "", "")]
    [InlineData("WORKER", "worker", "worker")]
    [InlineData("cafe", "café", "café")]
    [InlineData("cafe\u0301s", "café", "café[-s-]")]
    [InlineData("hostname", "host  name", "host{+ +}name")]
    [InlineData("👩‍💻 x", "👩‍💻 y", "👩‍💻 [-x-]{+y+}")]
    public void A_difference_is_shortest_and_readable(string typed, string accepted, string written) =>
        Assert.Equal(written, LetterDiff.Write(LetterDiff.Between(typed, accepted)));

    [Fact]
    public void Long_texts_are_not_compared()
    {
        var typed = new string('a', 1_000_000);

        Assert.Equal(
            [new DiffPart(DiffKind.Extra, typed), new DiffPart(DiffKind.Missing, "a")],
            LetterDiff.Between(typed, "a")
        );
    }

    [Fact]
    public void The_parts_make_up_both_texts() =>
        Prop.ForAll(
                Gen.OneOf(
                        ArbMap.Default.GeneratorFor<string>().Select(text => text ?? ""),
                        Gen.Elements("a", "B", "é", "e\u0301", " ", ".", "ß", "ss", "-", "’")
                            .ArrayOf()
                            .Select(string.Concat)
                    )
                    .Two()
                    .ToArbitrary(),
                texts =>
                {
                    var parts = LetterDiff.Between(texts.Item1, texts.Item2);
                    return Joined(parts, DiffKind.Missing) == AnswerText.Exact(texts.Item2)
                        && Joined(LetterDiff.Between(texts.Item1, texts.Item1), DiffKind.Extra)
                            == AnswerText.Exact(texts.Item1)
                        && parts.All(part => part.Text.Length > 0)
                        && parts.Zip(parts.Skip(1)).All(pair => pair.First.Kind != pair.Second.Kind);
                }
            )
            .Check(GradingProperties.Config);

    private static string Joined(IEnumerable<DiffPart> parts, DiffKind kind) =>
        string.Concat(parts.Where(part => part.Kind == DiffKind.Same || part.Kind == kind).Select(part => part.Text));
}
