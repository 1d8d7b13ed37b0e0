using System.Collections.Immutable;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace WsgiLsp.Decks.Syntax;

/// <summary>The code spans of a paragraph.</summary>
internal static class CodeSpans
{
    /// <summary>What the code spans say, in order, those in bold or links included.</summary>
    public static ImmutableArray<string> In(ContainerInline? inline) =>
        inline is null
            ? []
            :
            [
                .. inline
                    .Descendants<CodeInline>()
                    .Select(code => code.Content.ReplaceLineEndings(" ").Trim())
                    .Where(c => c.Length > 0),
            ];
}
