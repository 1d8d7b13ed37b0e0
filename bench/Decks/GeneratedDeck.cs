using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace GeneratedDecks;

/// <summary>
/// Decks for measurements, the same bytes for the same arguments: cards of the common shapes (paragraphs, options, quotations,
/// code with <c>#</c> lines in it, lists, links), in parts and sections, about eleven lines a card.
/// </summary>
[SuppressMessage("Security", "CA5394", Justification = "Decks must be the same each time.")]
internal sealed class GeneratedDeck
{
    private static readonly string[] Words = (
        "time person year way day thing man world life hand part child eye woman place work week case point government company "
        + "number group problem fact heap stack queue graph node edge cache page frame block thread lock latch epoch vector "
        + "tensor kernel matrix field ring module cell enzyme protein membrane river treaty empire senate verb noun clause tense "
        + "aspect bird stone metal acid base salt proton orbit comet"
    ).Split(' ');

    private static readonly string[] Languages = ["python", "c", "bash", "sql", ""];

    private readonly Random random;
    private readonly double errors;
    private readonly StringBuilder text = new();
    private readonly List<string> prompts = [];

    private GeneratedDeck(int seed, double errors)
    {
        random = new Random(seed);
        this.errors = errors;
    }

    /// <summary>A deck in which a share of what can be wrong is wrong.</summary>
    /// <param name="cards">How many cards it has, 1 or more.</param>
    /// <param name="errors">The share, from 0 to 1: of links without a target, of empty and repeated prompts, and so on.</param>
    /// <param name="seed">Other seeds make other decks.</param>
    public static string WithShare(int cards, double errors = 0, int seed = 1) =>
        new GeneratedDeck(seed, errors).Write(cards, planted: 0);

    /// <summary>A deck with as many cards without an answer as are asked for, evenly spread, whatever its size.</summary>
    /// <param name="cards">How many cards it has, 1 or more.</param>
    /// <param name="planted">How many of them have no answer, at most as many as there are.</param>
    /// <param name="seed">Other seeds make other decks.</param>
    public static string WithNumber(int cards, int planted, int seed = 1) =>
        new GeneratedDeck(seed, 0).Write(cards, planted);

    private string Write(int cards, int planted)
    {
        Lines(
            "---",
            $"deck: Deck of {cards} cards",
            "tags: [bench, generated]",
            "---",
            "",
            "# Deck",
            "",
            Sentence(),
            ""
        );
        for (var card = 1; card <= cards; card++)
        {
            if (card % 100 == 1)
            {
                Lines($"## Part {(card / 100) + 1} {Some(1, 3)}", "", Sentence(), "");
            }

            if (card % 20 == 1)
            {
                Lines($"### Section {(card / 20) + 1} {Some(1, 3)}", "");
            }

            var isPlanted = (long)card * planted / cards > (long)(card - 1) * planted / cards;
            Card(card, isPlanted);
        }

        return text.ToString().TrimEnd('\n') + "\n";
    }

    private void Card(int number, bool isPlanted)
    {
        var prompt = $"Card {number}: what is {Some(2, 5)}?";
        if (IsWrong())
        {
            // Said before, or nothing.
            prompt = random.Next(2) == 0 ? prompts.LastOrDefault(prompt) : "";
        }

        Lines(prompt.Length > 0 ? $"#### {prompt}" : "####", "");
        if (prompt.Length > 0)
        {
            prompts.Add(prompt);
        }

        if (isPlanted || IsWrong())
        {
            return;
        }

        switch (random.NextDouble())
        {
            case < .40:
                Paragraphs();
                break;
            case < .60:
                Options();
                break;
            case < .75:
                Quotation();
                break;
            case < .90:
                Code();
                break;
            default:
                Items();
                break;
        }
    }

    private void Paragraphs()
    {
        for (var left = random.Next(2, 5); left > 0; left--)
        {
            Lines(Sentence());
            if (random.NextDouble() < .6)
            {
                Lines(Sentence());
            }

            Lines("");
        }
    }

    private void Options()
    {
        Lines(Sentence(), "");
        var count = random.Next(3, 6);
        HashSet<int> right = IsWrong() ? [] : [random.Next(count)];
        if (right.Count > 0 && random.NextDouble() < .2)
        {
            right.Add(random.Next(count));
        }

        for (var option = 0; option < count; option++)
        {
            Lines($"- [{(right.Contains(option) ? 'x' : ' ')}] {Some(2, 6)}");
        }

        Lines("", "> " + Sentence(), "");
    }

    private void Quotation()
    {
        Lines(Sentence(), "");
        for (var left = random.Next(2, 5); left > 0; left--)
        {
            Lines("> " + Sentence());
        }

        Lines(">", "> \u2014 " + Capital(Some(1, 2)), "", Link(), "");
    }

    private void Code()
    {
        Lines(Sentence(), "", "```" + Pick(Languages));
        for (var left = random.Next(1, 3); left > 0; left--)
        {
            Lines("# " + Some(2, 5), $"{Pick(Words)} = {random.Next(100)}");
        }

        // A fence that is not closed takes what follows with it, so that is rarer than other errors.
        Lines("## not a heading", $"print({Pick(Words)})", IsWrong() && random.NextDouble() < .05 ? "" : "```", "");
    }

    private void Items()
    {
        for (var left = random.Next(3, 6); left > 0; left--)
        {
            Lines("- " + Sentence());
            if (random.NextDouble() < .3)
            {
                Lines("  - " + Sentence());
            }
        }

        Lines("", Link(), "");
    }

    private string Link()
    {
        if (prompts.Count == 0)
        {
            return Sentence();
        }

        var prompt = prompts[random.Next(Math.Max(0, prompts.Count - 400), prompts.Count)];
        var anchor = string.Concat(
            prompt.ToLowerInvariant().Replace(' ', '-').Where(one => char.IsLetterOrDigit(one) || one is '-' or '_')
        );
        return $"See [{prompt.TrimEnd('?')}](#{anchor}{(IsWrong() ? "-missing" : "")}) for {Some(2, 4)}.";
    }

    private string Sentence()
    {
        var said = Some(7, 14);
        switch (random.NextDouble())
        {
            case < .12:
                var words = said.Split(' ');
                var marked = Pick("**{0}**", "*{0}*", "`{0}`", "${0}_1$");
                words[words.Length / 2] = marked.Replace("{0}", words[words.Length / 2], StringComparison.Ordinal);
                said = string.Join(' ', words);
                break;
            case < .16:
                said = said.Replace('e', '\u00e9') + " \u2014 " + Some(1, 2);
                break;
            case < .18:
                said += " \U0001F9E0";
                break;
        }

        return Capital(said) + ".";
    }

    private string Some(int least, int most) =>
        string.Join(' ', Enumerable.Range(0, random.Next(least, most + 1)).Select(_ => Pick(Words)));

    private string Pick(params string[] from) => from[random.Next(from.Length)];

    private bool IsWrong() => random.NextDouble() < errors;

    private static string Capital(string said) =>
        string.Create(CultureInfo.InvariantCulture, $"{char.ToUpperInvariant(said[0])}{said.AsSpan(1)}");

    private void Lines(params ReadOnlySpan<string> lines)
    {
        foreach (var line in lines)
        {
            text.Append(line).Append('\n');
        }
    }
}
