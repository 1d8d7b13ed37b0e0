using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Rules;
using WsgiLsp.Decks.Workspace;
using WsgiLsp.Server.Workspace;

namespace WsgiLsp.Cli.Checking;

/// <summary>Looks at one deck by itself, and mends it where that was asked for. Safe to use from several threads.</summary>
internal sealed class DeckCheck(CheckOptions options, string workingFolder)
{
    /// <summary>Checks a file. What cannot be read or written is part of the result.</summary>
    public CheckedDeck CheckFile(DeckFile file)
    {
        try
        {
            var source = DeckText.Read(file.Path);
            var deck = Read(file, source.Text);
            var (mended, applied) = Mend(deck);
            if (applied == 0)
            {
                return Result(file, deck, source, applied: 0);
            }

            return Write(file, source, mended) is { } problem
                ? Result(file, deck, source, applied: 0) with
                {
                    Problem = problem,
                }
                : Result(file, mended, source, applied);
        }
        catch (Exception e) when (FileProblem.IsExpected(e))
        {
            return CheckedDeck.Unreadable(FileProblem.From(file.Name, e));
        }
    }

    /// <summary>Checks a text that stands for a file.</summary>
    /// <returns>The result, and the text after fixes.</returns>
    public (CheckedDeck Checked, string Text) CheckText(DeckFile file, DeckText source)
    {
        var deck = Read(file, source.Text);
        var (mended, applied) = Mend(deck);
        if (applied > 0 && !source.IsFaithful)
        {
            return (
                Result(file, deck, source, applied: 0, source.Text) with
                {
                    Problem = Unfaithful(file),
                },
                source.Text
            );
        }

        var text = mended.Text.ToString();
        return (Result(file, mended, source, applied, text), text);
    }

    private Deck Read(DeckFile file, string text) =>
        Deck.Parse(text, options.Rules.Apply(file.Config.SettingsFor(file.Path) with { Today = options.Today }));

    private (Deck Deck, int Applied) Mend(Deck deck) =>
        options.Fixes ? FixAll.Apply(deck, options.Rules.Contains) : (deck, 0);

    /// <summary>Writes a mended deck; what hindered it, or null.</summary>
    private static FileProblem? Write(DeckFile file, DeckText source, Deck mended)
    {
        if (!source.IsFaithful)
        {
            return Unfaithful(file);
        }

        try
        {
            return AtomicFile.Replace(file.Path, source.Bytes, source.Encode(mended.Text.ToString()))
                ? null
                : new FileProblem(file.Name, "not fixed: somebody else changed it meanwhile; check again");
        }
        catch (Exception e) when (FileProblem.IsExpected(e))
        {
            return new FileProblem(file.Name, $"not fixed: {FileProblem.From(file.Name, e).Message}");
        }
    }

    private static FileProblem Unfaithful(DeckFile file) => new(file.Name, $"not fixed: {DeckText.Unfaithful}");

    private CheckedDeck Result(DeckFile file, Deck deck, DeckText source, int applied, string? text = null)
    {
        var name = DeckName.Of(file, workingFolder);
        var heard = deck.Findings.Concat(Lost(deck, source)).Where(place => options.Rules.Contains(place.Finding.Rule));
        return new CheckedDeck
        {
            IsRead = true,
            Cards = deck.CardCount,
            Fixed = applied,
            Findings = [.. heard.Select(place => CheckFinding.Of(name, deck.Text, place))],
            Source = new DeckSource(name, deck.Settings, DeckOutline.Of(file.Path, deck), text),
        };
    }

    /// <summary>The finding of bytes that are no text, where the deck's own rules take what they left for a sign that is meant.</summary>
    private static IEnumerable<PlacedFinding> Lost(Deck deck, DeckText source) =>
        deck.Findings.All(place => place.Finding.Rule != UndecodedText.Rule)
        && source.FirstLost is { } at
        && UndecodedText.Find(deck, at) is { } found
            ? [found]
            : [];
}
