using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;

namespace WsgiLsp.Decks.Rules;

/// <summary>The options of a choice card that has just one key, and at least one distractor.</summary>
/// <param name="Options">All options.</param>
/// <param name="Index">Index of the key.</param>
internal readonly record struct SingleKey(ImmutableArray<PlacedOption> Options, int Index)
{
    /// <summary>The key.</summary>
    public PlacedOption Key => Options[Index];

    /// <summary>The options that are wrong.</summary>
    public IEnumerable<PlacedOption> Distractors
    {
        get
        {
            var key = Key;
            return Options.Where(option => !ReferenceEquals(option, key));
        }
    }

    /// <summary>Reads a section; null where it is no choice card, or has no key or several.</summary>
    public static SingleKey? Of(ParsedSection section)
    {
        if (
            section.Content is not ChoiceContent { IsMulti: false }
            || section.Options is not { Options: { Length: > 1 } options }
        )
        {
            return null;
        }

        var key = -1;
        for (var i = 0; i < options.Length; i++)
        {
            if (options[i].Option.Correct)
            {
                if (key >= 0)
                {
                    return null;
                }

                key = i;
            }
        }

        return key < 0 ? null : new SingleKey(options, key);
    }
}
