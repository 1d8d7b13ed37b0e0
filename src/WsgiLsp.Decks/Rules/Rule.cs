using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Workspace;

namespace WsgiLsp.Decks.Rules;

/// <summary>
/// One rule: what it finds, why that matters, examples that run as tests, and the check. A rule looks at one section, at
/// the front matter, or at the whole deck; what it finds in a section is kept until the section's text changes.
/// </summary>
internal abstract class Rule
{
    /// <summary>Kebab-case; LSP's diagnostic <c>code</c>.</summary>
    public abstract string Name { get; }

    /// <summary>Severity unless switched.</summary>
    public abstract Severity Severity { get; }

    /// <summary>Whether it runs only where it is switched on by name.</summary>
    public virtual bool IsOptIn => false;

    /// <summary>Whether it judges English words, and so runs only in decks whose <c>lang</c> is English.</summary>
    public virtual bool IsEnglish => false;

    /// <summary>One line: what it finds.</summary>
    public abstract string Summary { get; }

    /// <summary>Why it matters and what to do, Markdown.</summary>
    public abstract string Why { get; }

    /// <summary>The language of the examples, as a code fence names it; what is not Markdown is checked elsewhere.</summary>
    public virtual string ExampleLanguage => "markdown";

    /// <summary>The day on which examples are looked at.</summary>
    public static DateOnly ExampleDay { get; } = new(2027, 2, 14);

    /// <summary>Decks with findings; a line of <c>^^^</c> marks the place in the line above it.</summary>
    public abstract ImmutableArray<string> Invalid { get; }

    /// <summary>Decks without findings.</summary>
    public abstract ImmutableArray<string> Valid { get; }

    /// <summary>Looks at one section.</summary>
    public virtual void Check(ParsedSection section, Report report) { }

    /// <summary>Looks at the front matter.</summary>
    public virtual void Check(FrontMatterSource frontMatter, Report report) { }

    /// <summary>Looks at the deck as a whole.</summary>
    public virtual void Check(Deck deck, DeckReport report) { }

    /// <summary>Looks at one section among other decks; for <see cref="RuleCatalogue.WorkspaceRules"/>.</summary>
    public virtual void Check(SectionInWorkspace place, WorkspaceReport report) { }

    /// <summary>Looks at the deck once all other rules have looked at it, and knows what was silenced.</summary>
    public virtual void CheckLast(Deck deck, DeckReport report) { }
}
