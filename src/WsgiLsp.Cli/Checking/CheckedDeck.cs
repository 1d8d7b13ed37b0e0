using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Workspace;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Cli.Checking;

/// <summary>What is kept of a deck after it was looked at; its text is let go.</summary>
internal sealed record CheckedDeck
{
    /// <summary>A deck of which nothing could be read.</summary>
    public static CheckedDeck Unreadable(FileProblem problem) => new() { Problem = problem };

    /// <summary>Whether it could be read.</summary>
    public bool IsRead { get; init; }

    /// <summary>Number of its cards, notes left out.</summary>
    public int Cards { get; init; }

    /// <summary>Number of fixes that were applied and written.</summary>
    public int Fixed { get; init; }

    /// <summary>What its own text shows, in the order of the places.</summary>
    public ImmutableArray<CheckFinding> Findings { get; init; } = [];

    /// <summary>What other decks may want to know of it; null where it could not be read.</summary>
    public DeckSource? Source { get; init; }

    /// <summary>Why it could not be read, or not be written; findings are those of the file as it is.</summary>
    public FileProblem? Problem { get; init; }
}

/// <summary>Where a deck came from, and its outline.</summary>
/// <param name="Name">How reports call it.</param>
/// <param name="Settings">How it is read.</param>
/// <param name="Outline">What other decks may want to know of it.</param>
/// <param name="Text">Its text, where that is in no file.</param>
internal sealed record DeckSource(DeckName Name, DeckSettings Settings, DeckOutline Outline, string? Text);
