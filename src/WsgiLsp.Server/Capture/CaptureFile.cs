using System.Text;
using WsgiLsp.Decks.Model;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Server.Capture;

/// <summary>The file that captured cards go to. It is written as a whole, whoever else writes to it.</summary>
/// <param name="path">Its full path.</param>
/// <param name="settings">How it is read.</param>
/// <param name="isDeck">Whether it is a deck if it holds a text, so that its cards are asked.</param>
public sealed class CaptureFile(string path, DeckSettings settings, Func<string, bool> isDeck)
{
    /// <summary>What the deck is called that gets cards where nobody names one.</summary>
    public const string DefaultName = "inbox" + DeckSettings.DeckEnding;

    /// <summary>How often somebody else may be faster.</summary>
    private const int MostTries = 10;

    /// <summary>Adds a card.</summary>
    /// <param name="card">The card.</param>
    /// <param name="problem">Why that cannot be, without the path; null where it is done.</param>
    /// <returns>Where it stands; null where there is a problem.</returns>
    /// <exception cref="IOException">The file cannot be read or written.</exception>
    /// <exception cref="UnauthorizedAccessException">The file may not be read or written.</exception>
    public AppendedCard? Add(CapturedCard card, out string? problem)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var existing = File.Exists(path) ? DeckText.Read(path) : null;
            if (existing is { IsFaithful: false })
            {
                problem = DeckText.Unfaithful;
                return null;
            }

            if (Append(existing?.Text ?? NewText(), card, out problem) is not { } added)
            {
                return null;
            }

            if (
                existing is null
                    ? AtomicFile.Create(path, Encoding.UTF8.GetBytes(added.Text))
                    : AtomicFile.Replace(path, existing.Bytes, existing.Encode(added.Text))
            )
            {
                problem = null;
                return added;
            }
        }

        problem = "somebody else changes it all the time; try again";
        return null;
    }

    /// <summary>Adds a card to a text that the file is to hold.</summary>
    /// <param name="text">The text.</param>
    /// <param name="card">The card.</param>
    /// <param name="problem">Why that cannot be, without the path; null where it is done.</param>
    /// <returns>Where it stands; null where there is a problem.</returns>
    public AppendedCard? Append(string text, CapturedCard card, out string? problem)
    {
        if (!isDeck(text))
        {
            problem = $"it is no deck, and the card would never be asked; {DeckFiles.WhatIsADeck}";
            return null;
        }

        if (DeckAppend.Add(text, settings, card) is not { } added)
        {
            problem = "the card would change others: the file may end inside a code block or an HTML element";
            return null;
        }

        if (AskedBefore(text, added.Card) is { } line)
        {
            problem = $"line {line} asks this already; give another question";
            return null;
        }

        problem = null;
        return added;
    }

    /// <summary>The 1-based line of a card with the same question, or null.</summary>
    private int? AskedBefore(string text, DeckSection card)
    {
        foreach (var section in Deck.Parse(text, settings).Sections)
        {
            if (
                section.Card is { } other
                && other.Content.Prompt.Equals(card.Card!.Content.Prompt, StringComparison.OrdinalIgnoreCase)
            )
            {
                return section.StartLine + 1;
            }
        }

        return null;
    }

    /// <summary>A new deck: a title, and where that does not make it a deck, the front matter that does.</summary>
    private string NewText()
    {
        var words = string.Join(
            ' ',
            settings.DeckId.Split(['-', '_', '.', ' '], StringSplitOptions.RemoveEmptyEntries)
        );
        var title = words.Length == 0 ? "Inbox" : char.ToUpperInvariant(words[0]) + words[1..];
        var text = $"# {title}\n";
        var quoted = title.Replace("\\", "", StringComparison.Ordinal).Replace("\"", "", StringComparison.Ordinal);
        return isDeck(text) ? text : $"---\ndeck: \"{quoted}\"\n---\n\n{text}";
    }
}
