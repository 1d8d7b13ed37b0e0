using System.Collections.Immutable;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Study.Tests.Identity;

/// <summary>Edits as authors make them, drawn at random.</summary>
internal sealed class EditScript
{
    private readonly DeckFamily _family;
    private readonly HashSet<string> _made = new(StringComparer.Ordinal);
    private int _nextOrigin;
    private int _nextDeck = 1;
    private Random _random;

    /// <summary>A script.</summary>
    /// <param name="family">Writes cards.</param>
    /// <param name="start">Decides what the decks are before the edits.</param>
    /// <param name="edits">Decides the edits.</param>
    public EditScript(DeckFamily family, Random start, Random edits)
    {
        _family = family;
        _random = start;
        Start = [.. Enumerable.Range(0, _random.Next(1, 3)).Select(_ => MakeDeck())];
        _random = edits;
    }

    /// <summary>The decks that the script begins with: one or two files, mostly of 10–40 cards together.</summary>
    public ImmutableList<GeneratedDeck> Start { get; }

    /// <summary>The decks after some edits.</summary>
    public ImmutableList<GeneratedDeck> Edit(ImmutableList<GeneratedDeck> decks)
    {
        for (var i = _random.Next(1, 6); i > 0; i--)
        {
            decks = EditOnce(decks);
        }

        return decks;
    }

    private GeneratedDeck MakeDeck() =>
        new(
            $"deck{_nextDeck++}",
            [
                .. Enumerable
                    .Range(0, _random.Next(1, 4))
                    .Select(_ => Enumerable.Range(0, _random.Next(4, 9)).Select(_ => NewCard()).ToImmutableList()),
            ]
        );

    private GeneratedCard NewCard()
    {
        var card = _family.Make(_random, _nextOrigin++);
        while (!_made.Add($"{card.Heading}\n{card.Code}\n{string.Join('\n', card.Answer)}"))
        {
            // Two cards that say the same cannot be told apart by anybody.
            card = _family.Make(_random, _nextOrigin++);
        }

        return _random.Next(10) == 0 ? card with { Id = $"card-{_nextOrigin}" } : card;
    }

    private ImmutableList<GeneratedDeck> EditOnce(ImmutableList<GeneratedDeck> decks)
    {
        var d = _random.Next(decks.Count);
        var deck = decks[d];
        var g = _random.Next(deck.Groups.Count);
        var group = deck.Groups[g];
        if (group.IsEmpty)
        {
            return decks;
        }

        var c = _random.Next(group.Count);
        var card = group[c];
        switch (_random.Next(26))
        {
            case < 4:
                return Put(MistypeHeading(card));
            case < 8:
                return Put(card with { Answer = Mistype(card.Answer) });
            case < 11:
                return Put(card with { Heading = _family.Reword(_random, card) });
            case < 14:
                return Put(RewordAnswer(card));
            case < 15:
                return Put(RewordAnswer(card) with { Heading = _family.Reword(_random, card) });
            case < 16:
                return decks.SetItem(d, With(deck, g, Shuffle(group)));
            case < 18:
                return Move(decks, d, g, c);
            case < 19:
                return Split(card) is { } parts
                    ? decks.SetItem(d, With(deck, g, group.RemoveAt(c).InsertRange(c, parts)))
                    : decks;
            case < 20:
                return c + 1 < group.Count && Merge(card, group[c + 1]) is { } merged
                    ? decks.SetItem(d, With(deck, g, group.RemoveAt(c).SetItem(c, merged)))
                    : decks;
            case < 22:
                return decks.SetItem(d, With(deck, g, group.RemoveAt(c)));
            case < 24:
                return decks.SetItem(d, With(deck, g, group.Insert(c, NewCard())));
            case < 25:
                // A second card under the same heading, before or behind the first.
                var twin = NewCard();
                return twin.Kind == card.Kind && twin.Kind is CardKind.Recall or CardKind.Choice
                    ? decks.SetItem(
                        d,
                        With(
                            deck,
                            g,
                            group.Insert(c + _random.Next(2), twin with { Heading = card.Heading, Topic = card.Topic })
                        )
                    )
                    : decks;
            default:
                return _random.Next(2) == 0
                    ? decks.SetItem(d, deck with { Name = $"deck{_nextDeck++}" })
                    : Put(card with { Id = card.Id ?? $"pinned-{_nextOrigin++}" });
        }

        ImmutableList<GeneratedDeck> Put(GeneratedCard edited) =>
            decks.SetItem(d, With(deck, g, group.SetItem(c, edited)));
    }

    private static GeneratedDeck With(GeneratedDeck deck, int group, ImmutableList<GeneratedCard> cards) =>
        deck with
        {
            Groups = deck.Groups.SetItem(group, cards),
        };

    private ImmutableList<GeneratedDeck> Move(ImmutableList<GeneratedDeck> decks, int d, int g, int c)
    {
        var card = decks[d].Groups[g][c];
        decks = decks.SetItem(d, With(decks[d], g, decks[d].Groups[g].RemoveAt(c)));
        var to = _random.Next(decks.Count);
        var group = _random.Next(decks[to].Groups.Count);
        var cards = decks[to].Groups[group];
        return decks.SetItem(to, With(decks[to], group, cards.Insert(_random.Next(cards.Count + 1), card)));
    }

    // Blanks stay in the sentences that they were made for.
    private GeneratedCard RewordAnswer(GeneratedCard card) =>
        card with
        {
            Answer =
                card.Kind == CardKind.Cloze
                    ? [.. card.Answer.SelectMany(sentence => _family.RewordAnswer(_random, [sentence]))]
                    : _family.RewordAnswer(_random, card.Answer),
        };

    private GeneratedCard[]? Split(GeneratedCard card)
    {
        if (card.Kind != CardKind.Recall || card.Answer.Count < 2)
        {
            return null;
        }

        return
        [
            card with
            {
                Answer = card.Answer.RemoveRange(1, card.Answer.Count - 1),
            },
            card with
            {
                Id = null,
                Answer = card.Answer.RemoveAt(0),
                Heading = _family.Reword(_random, card),
            },
        ];
    }

    private static GeneratedCard? Merge(GeneratedCard card, GeneratedCard other) =>
        card.Kind == CardKind.Recall && other.Kind == CardKind.Recall && card.Code.Length + other.Code.Length == 0
            ? card with
            {
                Origins = card.Origins.Union(other.Origins),
                Answer = card.Answer.AddRange(other.Answer),
                IsReversed = false,
            }
            : null;

    private ImmutableList<GeneratedCard> Shuffle(ImmutableList<GeneratedCard> cards)
    {
        var result = cards.ToArray();
        _random.Shuffle(result);
        return [.. result];
    }

    private GeneratedCard MistypeHeading(GeneratedCard card) => card with { Heading = Mistype(card.Heading) };

    private ImmutableList<string> Mistype(ImmutableList<string> texts)
    {
        var at = _random.Next(texts.Count);
        return texts.SetItem(at, Mistype(texts[at]));
    }

    /// <summary>
    /// One slip in one word, which makes a typo or, told backwards, corrects one: letters swapped, lost or doubled. Digits
    /// are left alone: another number is no slip.
    /// </summary>
    private string Mistype(string text)
    {
        var at = _random.Next(text.Length);
        if (at + 1 >= text.Length || !char.IsLetter(text[at]) || !char.IsLetter(text[at + 1]))
        {
            return text;
        }

        return _random.Next(3) switch
        {
            0 => string.Concat(text.AsSpan(0, at), [text[at + 1], text[at]], text.AsSpan(at + 2)),
            1 => text.Remove(at, 1),
            _ => text.Insert(at, text[at].ToString()),
        };
    }
}
