using System.Collections.Immutable;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Decks.Completions;

/// <summary>Whole cards of each kind at the start of a line, and a card's comment below its heading.</summary>
internal static class SkeletonCompletions
{
    // Behind the signs of the heading.
    private static readonly ImmutableArray<(CardKind Kind, string Text)> Bodies =
    [
        (CardKind.Recall, "${1:What is asked?}\n\n${2:The answer.}$0"),
        (
            CardKind.Choice,
            "${1:Which one is right?}\n\n- [x] ${2:The right one}\n- [ ] ${3:A wrong one}\n- [ ] ${4:Another wrong one}$0"
        ),
        (
            CardKind.Multi,
            "${1:Which of these are right?}\n\n- [x] ${2:A right one}\n- [x] ${3:Another right one}\n- [ ] ${4:A wrong one}$0"
        ),
        (CardKind.TrueFalse, "${1:A statement}\n\n${2:True}. ${3:Because of this.}$0"),
        (
            CardKind.Explain,
            "Explain ${1:what}\n\n> [!IMPORTANT]\n> - ${2:What must be said, with a} **${3:key term}**\n> - ${4:What else, with a} **${5:second term}**\n\n${6:The model answer.}$0"
        ),
        (CardKind.Cloze, "${1:What goes before} {{${2:the blank}}}$0"),
        (CardKind.Typed, "${1:What is to be typed?}\n<!-- card: kind=typed -->\n\n`${2:answer}`$0"),
        (
            CardKind.Order,
            "${1:Put these in order}\n<!-- card: kind=order -->\n\n1. ${2:First}\n2. ${3:Second}\n3. ${4:Third}$0"
        ),
        (
            CardKind.Match,
            "${1:Match each to its meaning}\n<!-- card: kind=match -->\n\n| ${2:Term} | ${3:Meaning} |\n|---|---|\n| ${4:a} | ${5:its meaning} |\n| ${6:b} | ${7:another meaning} |$0"
        ),
        (CardKind.Note, "${1:Sources}\n<!-- card: kind=note -->\n\n${2:What is never asked.}$0"),
    ];

    /// <summary>What can be written; null elsewhere.</summary>
    public static CompletionSet? At(CompletionPlace place)
    {
        var before = place.Before;
        if (place.After.AsSpan().TrimEnd().Length > 0)
        {
            return null;
        }

        if (before is ['<', ..])
        {
            return "<!-- card:".StartsWith(before, StringComparison.Ordinal) && IsBelowHeading(place)
                ? place.Set(before.Length, 0, [Comment(place)])
                : null;
        }

        var signs = before.TakeWhile(c => c == '#').Count();
        var word = before[signs..].TrimStart(' ');
        var isWord =
            signs <= 6
            && word.All(c => char.IsAsciiLetter(c) || c == '-')
            && (signs > 0 || word.Length == before.Length);
        var isFree = place.Line == 0 || place.LineText(place.Line - 1).AsSpan().Trim().IsEmpty;
        var isNone = !isWord || !isFree || IsInCode(place);
        if (isNone)
        {
            return null;
        }

        var heading = new string('#', signs > 0 ? signs : LevelAt(place));
        return
            place.Set(
                before.Length,
                0,
                Bodies
                    .Where(body =>
                        word.Length == 0 || body.Kind.Name().StartsWith(word, StringComparison.OrdinalIgnoreCase)
                    )
                    .Select(body => new Completion(
                        CompletionSort.Skeleton,
                        $"{body.Kind.Name()} card",
                        $"{heading} {body.Text}"
                    )
                    {
                        Filter = before[..(before.Length - word.Length)] + body.Kind.Name(),
                        HasStops = true,
                    })
            )
                is { Items.IsEmpty: false } set
            ? set
            : null;
    }

    private static Completion Comment(CompletionPlace place)
    {
        var word = IsGroup(place) ? "cards" : "card";
        return new Completion(CompletionSort.Skeleton, $"<!-- {word}: -->", $"<!-- {word}: $0 -->")
        {
            Filter = "<!-- card:",
            HasStops = true,
        };
    }

    /// <summary>Whether deeper headings follow. A comment that is not closed yet hides them, so that only the lines tell.</summary>
    private static bool IsGroup(CompletionPlace place)
    {
        var level = place.Deck.Section(place.Section).Level;
        for (var line = place.Line + 1; line < place.Deck.Text.LineCount; line++)
        {
            var text = place.LineText(line);
            var signs = text.TakeWhile(c => c == '#').Count();
            if (signs > 0 && signs < text.Length && text[signs] == ' ')
            {
                return signs > level;
            }
        }

        return false;
    }

    private static bool IsBelowHeading(CompletionPlace place)
    {
        for (var line = place.Line - 1; line >= 0; line--)
        {
            var text = place.LineText(line);
            if (!text.AsSpan().Trim().IsEmpty)
            {
                return place.Section > 0 && line >= place.Deck.Section(place.Section).StartLine && text is ['#', ..];
            }
        }

        return false;
    }

    /// <summary>The level of the cards around.</summary>
    private static int LevelAt(CompletionPlace place)
    {
        if (place.Deck.FrontMatter.CardLevel is { } level)
        {
            return level;
        }

        var section = place.Deck.Section(place.Section);
        return section.Role switch
        {
            SectionRole.Card => section.Level,
            SectionRole.Preamble => 2,
            _ => Math.Min(section.Level + 1, 6),
        };
    }

    /// <summary>Whether a fence is open above, in the section.</summary>
    private static bool IsInCode(CompletionPlace place)
    {
        var isIn = false;
        for (var line = place.Deck.Section(place.Section).StartLine; line < place.Line; line++)
        {
            var text = place.LineText(line).AsSpan().TrimStart();
            isIn ^=
                text.StartsWith("```", StringComparison.Ordinal) || text.StartsWith("~~~", StringComparison.Ordinal);
        }

        return isIn;
    }
}
