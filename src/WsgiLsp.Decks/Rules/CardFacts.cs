using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Rules;

/// <summary>
/// What rules about a whole deck want to know of one card, so small that a deck keeps them in one row and goes over all of
/// them at each key.
/// </summary>
/// <param name="Prompt">
/// A hash of the prompt as it is read, without its number, upper and lower case alike; 0 where nothing is asked.
/// </param>
/// <param name="Options">Number of options of a choice card with one key; else 0.</param>
/// <param name="Key">Index of the key among them.</param>
/// <param name="IsKeyLongest">Whether the key is longer than each other option, as it is read.</param>
/// <param name="KeepsOrder">Whether the options are always shown in the deck's order.</param>
internal readonly record struct CardFacts(ulong Prompt, byte Options, byte Key, bool IsKeyLongest, bool KeepsOrder)
{
    /// <summary>How the heading is written; of a group, too.</summary>
    public HeadingStyle Style { get; init; }

    private const ulong Basis = 14_695_981_039_346_656_037;
    private const ulong Prime = 1_099_511_628_211;

    /// <summary>The facts of a section; but for its heading's style empty where it is no card.</summary>
    public static CardFacts Of(ParsedSection section) =>
        OfCard(section) with
        {
            Style = AccidentalHeading.StyleOf(section),
        };

    private static CardFacts OfCard(ParsedSection section)
    {
        if (section.Content is null or NoteContent)
        {
            return default;
        }

        var prompt = Hash(PromptText.WithoutNumber(section.Prompt.Text));
        if (SingleKey.Of(section) is not { } choice || choice.Options.Length > byte.MaxValue)
        {
            return new CardFacts(prompt, 0, 0, IsKeyLongest: false, KeepsOrder: false);
        }

        var length = choice.Key.Prose.Text.Length;
        var isLongest = choice.Distractors.All(option => option.Prose.Text.Length < length);
        return new CardFacts(prompt, (byte)choice.Options.Length, (byte)choice.Index, isLongest, section.KeepsOrder);
    }

    /// <summary>FNV-1a over the letters and signs, white space squeezed.</summary>
    private static ulong Hash(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return 0;
        }

        var hash = Basis;
        var isSpace = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                isSpace = true;
                continue;
            }

            if (isSpace)
            {
                hash = (hash ^ ' ') * Prime;
                isSpace = false;
            }

            hash = (hash ^ char.ToLowerInvariant(c)) * Prime;
        }

        return Math.Max(hash, 1);
    }
}
