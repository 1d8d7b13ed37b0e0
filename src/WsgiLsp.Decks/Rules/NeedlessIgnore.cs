using System.Collections.Immutable;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Syntax;
using WsgiLsp.Decks.Text;

namespace WsgiLsp.Decks.Rules;

internal sealed class NeedlessIgnore : Rule
{
    public override string Name => "needless-ignore";

    public override Severity Severity => Severity.Information;

    public override string Summary => "an `ignore` that silences nothing";

    public override string Why =>
        """
            An `ignore` that has nothing to silence, mostly because the card was mended since, hides the next mistake of that
            kind. Only rules that run on this deck alone are judged.
            """;

    public override ImmutableArray<string> Invalid =>
        [
            """
                ---
                ignore: [glued-explanation, no-key]
                         ^^^^^^^^^^^^^^^^^
                ---
                ### Which port does HTTP use by default?
                <!-- card: ignore=no-key -->
                                  ^^^^^^
                - [ ] 22
                - [ ] 80

                ### Which port does HTTPS use by default?
                <!-- card: id=https ignore=empty-card -->
                                           ^^^^^^^^^^
                Port 443.
                """,
        ];

    public override ImmutableArray<string> Valid =>
        [
            """
                ---
                ignore: [no-key]
                ---
                ### Which port does HTTP use by default?

                - [ ] 22
                - [ ] 80
                """,
            """
                ## Ports
                <!-- cards: ignore=empty-card -->

                ### Which port does HTTP use by default?
                """,
        ];

    public override void CheckLast(Deck deck, DeckReport report)
    {
        var source = deck.FrontMatterSource;
        var ofDeck = source.Values.Where(value => value.Key == "ignore").ToList();
        if (ofDeck.Count == 0 && deck.Rows.Naming.Length == 0)
        {
            return;
        }

        var silenced = new SilencedRules(deck, report);
        foreach (var (i, value) in ofDeck.Index())
        {
            var isRepeated = ofDeck.Take(i).Any(other => other.Text == value.Text);
            if (isRepeated || (IsJudged(deck, value.Text) && !silenced.Any(0, deck.SectionCount, value.Text)))
            {
                var place = value.Place(source.Source.Text);
                Add(
                    report,
                    0,
                    value.Text,
                    place,
                    Reason(isRepeated, outer: null),
                    FrontMatterIgnore.Remove(source, value)
                );
            }
        }

        foreach (var section in deck.Rows.Naming)
        {
            Check(deck, section, silenced, report);
        }
    }

    private void Check(Deck deck, int index, SilencedRules silenced, DeckReport report)
    {
        var entry = deck.Entries[index];
        var section = entry.Section;
        if (section.Metadata.Ignore.IsEmpty)
        {
            return;
        }

        // Most of them: one name, and it is needed.
        if (
            section is { Metadata.Ignore: [var only], Attributes: null }
            && entry.Silenced.Contains(only)
            && entry.Context.Ignore.IsEmpty
        )
        {
            return;
        }

        var isCard = section.Context.Role == SectionRole.Card;
        var comment = section.OwnComment;
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var said in Ignores(comment?.Entries).Concat(Ignores(section.Attributes?.Entries)))
        {
            foreach (var (name, span) in MetadataKeys.Items(section.Text, said))
            {
                var isRepeated = !seen.Add(name);
                var outer = entry.Context.Ignore.Contains(name, StringComparer.Ordinal) ? entry.Context : null;
                var isNeedless =
                    isRepeated
                    || (
                        IsJudged(deck, name)
                        && (outer is not null || !silenced.Any(index, isCard ? index + 1 : EndOf(deck, index), name))
                    );
                if (isNeedless)
                {
                    var edit = MetadataFix.RemoveItem(section.Text, comment, section.Attributes, said, span);
                    Add(report, index, name, span, Reason(isRepeated, outer), edit);
                }
            }
        }
    }

    /// <summary>The first entry that names rules: others do not count.</summary>
    private static IEnumerable<MetadataEntry> Ignores(ImmutableArray<MetadataEntry>? entries) =>
        (entries ?? [])
            .Where(e => e is { Key: "ignore", Value: { } value } && !MetadataKeys.List(value).IsEmpty)
            .Take(1);

    /// <summary>Whether this deck alone tells what a rule finds.</summary>
    private bool IsJudged(Deck deck, string name) =>
        name != Name
        && deck.Settings.RuleSet.Has(name)
        && !RuleCatalogue.WorkspaceRules.Contains(name)
        && !RuleCatalogue.ServerRules.Contains(name)
        && (deck.FrontMatter.IsEnglish || !RuleCatalogue.Rules.First(rule => rule.Name == name).IsEnglish);

    /// <summary>The section after a group's last one.</summary>
    private static int EndOf(Deck deck, int group)
    {
        var end = group + 1;
        while (end < deck.SectionCount && deck.Cuts[end].Level > deck.Cuts[group].Level)
        {
            end++;
        }

        return end;
    }

    private static string Reason(bool isRepeated, GroupContext? outer) =>
        isRepeated ? "is named twice here"
        : outer is null ? "finds nothing here to silence"
        : "is silenced already, in a group around it or in the front matter";

    private void Add(DeckReport report, int section, string name, TextSpan span, string reason, TextEdit? edit) =>
        report.Add(
            this,
            section,
            span,
            $"'{name}' {reason}. Remove it.",
            edit is { } removal ? [new Fix($"Remove '{name}'", [removal], IsPreferred: true, IsSafe: true)] : []
        );

    /// <summary>Which rules are silenced where.</summary>
    private sealed class SilencedRules(Deck deck, DeckReport report)
    {
        private readonly HashSet<(int Section, string Rule)> ofDeck = [.. report.Silenced];
        private Dictionary<string, List<int>>? sections;

        /// <summary>Whether a rule is silenced in any of some sections.</summary>
        public bool Any(int first, int end, string rule)
        {
            if (end == first + 1)
            {
                return IsSilenced(first, rule);
            }

            sections ??= Collect();
            return sections.TryGetValue(rule, out var found)
                && found.BinarySearch(first) is var at
                && (at >= 0 || (~at < found.Count && found[~at] < end));
        }

        private bool IsSilenced(int section, string rule) =>
            deck.Entries[section].Silenced.Contains(rule) || ofDeck.Contains((section, rule));

        private Dictionary<string, List<int>> Collect()
        {
            var result = new Dictionary<string, List<int>>(StringComparer.Ordinal);
            for (var i = 0; i < deck.SectionCount; i++)
            {
                foreach (var rule in deck.Entries[i].Silenced)
                {
                    Add(rule, i);
                }
            }

            foreach (var (section, rule) in ofDeck)
            {
                Add(rule, section);
            }

            foreach (var list in result.Values)
            {
                list.Sort();
            }

            return result;

            void Add(string rule, int section)
            {
                if (!result.TryGetValue(rule, out var list))
                {
                    result[rule] = list = [];
                }

                list.Add(section);
            }
        }
    }
}
