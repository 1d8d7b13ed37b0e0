using System.CommandLine;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Cli;

/// <summary>Options whose values are some words.</summary>
internal static class WordOption
{
    /// <summary>Lets an option take these words only, and says which may have been meant.</summary>
    public static void TakesOneOf<T>(this Option<T> option, params string[] words)
    {
        option.CompletionSources.Add(words);
        option.Validators.Add(result =>
        {
            foreach (var word in result.Tokens.Select(token => token.Value).Where(value => !words.Contains(value)))
            {
                result.AddError(
                    $"{option.Name} takes one of {string.Join(", ", words)}, not '{word}'{NearestWord.Suggestion(word, words)}"
                );
            }
        });
    }
}
