using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Rules;

/// <summary>
/// What rules about a whole deck want to know of one card, so small that a deck keeps them in one row and goes over all of
/// them at each key.
/// </summary>
/// <param name="Prompt">A hash of the prompt as it is read, upper and lower case alike; 0 where nothing is asked.</param>
/// <param name="Options">Number of options of a choice card with one key; else 0.</param>
/// <param name="Key">Index of the key among them.</param>
/// <param name="IsKeyLongest">Whether the key is longer than each other option, as it is read.</param>
internal readonly record struct CardFacts(ulong Prompt, byte Options, byte Key, bool IsKeyLongest)
{
    private const ulong Basis = 14_695_981_039_346_656_037;
    private const ulong Prime = 1_099_511_628_211;

    /// <summary>The facts of a section; empty where it is no card.</summary>
    public static CardFacts Of(ParsedSection section)
    {
        if (section.Content is null or NoteContent)
        {
            return default;
        }

        var prompt = Hash(section.Prompt.Text);
        if (
            section.Content
                is not ChoiceContent { IsMulti: false, Options: { Length: > 1 and <= byte.MaxValue } options }
            || options.Count(option => option.Correct) != 1
        )
        {
            return new CardFacts(prompt, 0, 0, IsKeyLongest: false);
        }

        var key = 0;
        while (!options[key].Correct)
        {
            key++;
        }

        var placed = section.Options!.Options;
        var length = placed[key].Prose.Text.Length;
        var isLongest = !placed.Where((option, index) => index != key && option.Prose.Text.Length >= length).Any();
        return new CardFacts(prompt, (byte)options.Length, (byte)key, isLongest);
    }

    /// <summary>FNV-1a over the letters and signs, white space squeezed.</summary>
    private static ulong Hash(string text)
    {
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
