#pragma warning disable MA0025, CA1065, CA1822 // The contract; its code follows.
using System.Collections.Immutable;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Model;

/// <summary>
/// A parsed deck: immutable, made from any text whatever, and cheap to make anew after an edit.
/// </summary>
public sealed class Deck
{
    /// <summary>Reads a deck. Never fails: what cannot be understood becomes a finding.</summary>
    /// <param name="text">The whole file.</param>
    /// <param name="settings">File name and rule switches.</param>
    public static Deck Parse(string text, DeckSettings settings) => throw new NotImplementedException();

    /// <summary>The deck after an edit; equal to a fresh parse of the edited text.</summary>
    public Deck With(TextEdit edit) => throw new NotImplementedException();

    /// <summary>The same text under other settings.</summary>
    public Deck With(DeckSettings settings) => throw new NotImplementedException();

    /// <summary>The text.</summary>
    public SourceText Text => throw new NotImplementedException();

    /// <summary>File name and rule switches.</summary>
    public DeckSettings Settings => throw new NotImplementedException();

    /// <summary>What the front matter says.</summary>
    public FrontMatter FrontMatter => throw new NotImplementedException();

    /// <summary>The front matter's <c>id</c>, else the file name without <c>.deck.md</c> or <c>.md</c>.</summary>
    public string Id => throw new NotImplementedException();

    /// <summary>The front matter's <c>deck</c>, else the title heading, else <see cref="Id"/>.</summary>
    public string Title => throw new NotImplementedException();

    /// <summary>Number of sections, the preamble included: at least 1.</summary>
    public int SectionCount => throw new NotImplementedException();

    /// <summary>The section of that index, in the order of the file.</summary>
    public DeckSection Section(int index) => throw new NotImplementedException();

    /// <summary>Index of the section that holds an offset; the one that begins there at a border.</summary>
    public int SectionAt(int offset) => throw new NotImplementedException();

    /// <summary>All sections, in the order of the file.</summary>
    public IEnumerable<DeckSection> Sections => Enumerable.Range(0, SectionCount).Select(Section);

    /// <summary>The cards to study, in the order of the file: notes left out, suspended ones included.</summary>
    public IEnumerable<Card> Cards => Sections.Select(s => s.Card).OfType<Card>().Where(c => c.Kind != CardKind.Note);

    /// <summary>All findings, in the order of their places.</summary>
    public ImmutableArray<PlacedFinding> Findings => throw new NotImplementedException();
}
