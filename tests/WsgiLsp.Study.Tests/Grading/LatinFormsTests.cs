using FsCheck;
using FsCheck.Fluent;
using WsgiLsp.Study.Grading;

namespace WsgiLsp.Study.Tests.Grading;

public class LatinFormsTests
{
    /// <summary>Lines "text, composed, decomposed" as ICU has them; <see cref="LatinTableTests"/> asks it again.</summary>
    private const string Samples = "tests/WsgiLsp.Study.Tests/Grading/normal-forms.txt";

    [Fact]
    public void Forms_are_those_of_icu()
    {
        var samples = File.ReadAllLines(Path.Combine(Checkout.Root, Samples))
            .Select(line => line.Split('\t').Select(System.Text.RegularExpressions.Regex.Unescape).ToArray())
            .ToList();

        Assert.True(samples.Count >= 400);
        Assert.All(
            samples,
            sample =>
            {
                Assert.Equal(sample[1], LatinForms.Compose(sample[0]));
                Assert.Equal(sample[2], LatinForms.Decompose(sample[0]));
                Assert.Equal(sample[1], LatinForms.Compose(sample[2]));
                Assert.Equal(sample[2], LatinForms.Decompose(sample[1]));
            }
        );
    }

    [Theory]
    [InlineData("naïve café", "naive cafe")]
    [InlineData("nai\u0308ve", "naive")]
    [InlineData("Straße", "Strasse")]
    [InlineData("Łódź", "Lodz")]
    [InlineData("Malmö, Ærø, Þórr", "Malmo, AEro, Thorr")]
    [InlineData("Việt Nam", "Viet Nam")]
    [InlineData("İstanbul, ılık", "Istanbul, ilik")]
    [InlineData("Ǻǻ", "Aa")]
    [InlineData("plain ASCII", "plain ASCII")]
    [InlineData("ключ 鍵 \ud800", "ключ 鍵 \ud800")]
    public void Accents_go_and_other_scripts_stay(string text, string stripped) =>
        Assert.Equal(stripped, LatinForms.StripAccents(text));

    [Fact]
    public void Any_text_keeps_its_meaning() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<string>(),
                text =>
                    text is null
                    || (
                        LatinForms.Compose(LatinForms.Decompose(text)) == LatinForms.Compose(text)
                        && LatinForms.Decompose(LatinForms.Compose(text)) == LatinForms.Decompose(text)
                        && LatinForms.StripAccents(LatinForms.StripAccents(text)) == LatinForms.StripAccents(text)
                    )
            )
            .Check(GradingProperties.Config);

    [Fact]
    public void A_text_of_marks_takes_no_square_of_its_length()
    {
        var text = string.Concat(Enumerable.Repeat("\u0301\u0323", 200_000));

        Assert.Equal(text.Length, LatinForms.Decompose("a" + text).Length - 1);
    }
}
