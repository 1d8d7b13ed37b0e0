using FsCheck;
using FsCheck.Fluent;
using WsgiLsp.Study.Grading.Stemming;

namespace WsgiLsp.Study.Tests.Grading.Stemming;

public class EnglishStemmerTests
{
    /// <summary>Snowball's own vocabulary and its stems, where they stand beside the repository.</summary>
    private static readonly string Folder = Path.Combine(Checkout.Root, "..", "shared", "data", "porter2");

    [Fact]
    public void Stems_are_Snowballs()
    {
        Assert.SkipUnless(Directory.Exists(Folder), $"{Folder} is not there.");
        var words = File.ReadLines(Path.Combine(Folder, "english-voc.txt"));
        var stems = File.ReadLines(Path.Combine(Folder, "english-output.txt"));
        var others = words
            .Zip(stems)
            .Where(pair => EnglishStemmer.Stem(pair.First) != pair.Second)
            .Select(pair => $"{pair.First}: {EnglishStemmer.Stem(pair.First)}, not {pair.Second}");

        Assert.Empty(others);
    }

    [Theory]
    [InlineData("allocates", "alloc")]
    [InlineData("allocation", "alloc")]
    [InlineData("allocated", "alloc")]
    [InlineData("hopping", "hop")]
    [InlineData("hoping", "hope")]
    [InlineData("generous", "generous")]
    [InlineData("general", "general")]
    [InlineData("internal", "internal")]
    [InlineData("flies", "fli")]
    [InlineData("ties", "tie")]
    [InlineData("dying", "die")]
    [InlineData("succeeded", "succeed")]
    [InlineData("evenings", "evening")]
    [InlineData("adding", "add")]
    [InlineData("geologist", "geolog")]
    [InlineData("sayer", "sayer")]
    [InlineData("skies", "sky")]
    [InlineData("master's", "master")]
    [InlineData("is", "is")]
    [InlineData("", "")]
    public void Words_have_stems(string word, string stem) => Assert.Equal(stem, EnglishStemmer.Stem(word));

    [Fact]
    public void Any_text_has_a_stem_that_is_no_longer() =>
        Prop.ForAll(
                Gen.Elements("'", "s", "y", "e", "ll", "ing", "eed", "ational", "é", "1", "Y", "\ud800", "past")
                    .ArrayOf()
                    .Select(string.Concat)
                    .ToArbitrary(),
                word => EnglishStemmer.Stem(word).Length <= word.Length
            )
            .Check(GradingProperties.Config);
}
