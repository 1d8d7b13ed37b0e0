using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Security.Cryptography;
using WsgiLsp.Decks.Model;
using WsgiLsp.Study.Sessions;

namespace WsgiLsp.Cli.Commands;

/// <summary>The options of <c>wsgilsp study</c> that say what is asked.</summary>
internal sealed class StudyCommandOptions
{
    private static readonly ImmutableArray<(string Name, SessionOrder Order)> Orders =
    [
        ("due", SessionOrder.Due),
        ("retrievability", SessionOrder.Retrievability),
        ("random", SessionOrder.Random),
        ("deck", SessionOrder.Deck),
    ];

    private readonly Option<string> mode = new("--mode")
    {
        Description = "Ask only what this mode has; without it each card is asked in its own way.",
        HelpName = "MODE",
    };

    private readonly Option<string[]> decks = Words("--deck", "ID", "Ask cards of this deck.");
    private readonly Option<string[]> groups = Words("--group", "TITLE", "Ask cards below this heading.");
    private readonly Option<string[]> cards = Words("--card", "ID", "Ask this card, due or not.");
    private readonly Option<string[]> tags = Words("--tag", "TAG", "Ask cards with this tag.");
    private readonly Option<string[]> levels = Words("--level", "LEVEL", "Ask cards of this level.");
    private readonly Option<string[]> kinds = Words("--kind", "KIND", "Ask cards of this kind.");
    private readonly Option<bool> due = new("--due") { Description = "Ask only what is due." };
    private readonly Option<bool> isNew = new("--new") { Description = "Ask new cards, whatever the day's limit." };
    private readonly Option<bool> leeches = new("--leeches") { Description = "Ask what was missed again and again." };
    private readonly Option<bool> missed = new("--missed") { Description = "Ask what the last exam missed." };
    private readonly Option<bool> everything = new("--all") { Description = "Ask all cards, due or not." };
    private readonly Option<int?> limit = NumberOption.Create("--limit", minimum: 1);
    private readonly Option<int?> seed = NumberOption.Create("--seed");

    private readonly Option<string> order = new("--order")
    {
        Description = "In which order to ask.",
        HelpName = "ORDER",
    };

    public StudyCommandOptions()
    {
        mode.TakesOneOf([.. StudyModes.Names]);
        order.TakesOneOf([.. Orders.Select(one => one.Name)]);
        levels.TakesOneOf([.. Vocabulary.Levels]);
        kinds.TakesOneOf([.. Vocabulary.Kinds]);
        limit.Description = "Ask at most N cards.";
        seed.Description = "Shuffle cards and options in the same way each time.";
    }

    private IEnumerable<System.CommandLine.Option> All =>
        [mode, decks, groups, cards, tags, levels, kinds, due, isNew, leeches, missed, everything, limit, order, seed];

    /// <summary>Declares the options.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in All)
        {
            command.Options.Add(option);
        }
    }

    /// <summary>Whether a command line has any of them.</summary>
    public bool AreIn(CommandResult parsed) => All.Any(option => parsed.GetResult(option) is { Implicit: false });

    /// <summary>What a command line asks for.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="settings">What holds where it says nothing.</param>
    public SessionOptions Read(ParseResult parsed, SessionOptions settings)
    {
        var chosen = parsed.GetValue(mode) is { } name ? StudyModes.Parse(name)!.Value : StudyMode.Mixed;
        return settings with
        {
            Mode = chosen,
            Selection = new CardSelection
            {
                Decks = Words(parsed, decks),
                Groups = Words(parsed, groups),
                Cards = Words(parsed, cards),
                Tags = Words(parsed, tags),
                Levels = [.. Words(parsed, levels).Select(level => Vocabulary.Level(level)!.Value)],
                Kinds = [.. Words(parsed, kinds).Select(kind => Vocabulary.Kind(kind)!.Value)],
            },
            Choice =
                If(due, ItemChoice.Due)
                | If(isNew, ItemChoice.New)
                | If(leeches, ItemChoice.Leeches)
                | If(missed, ItemChoice.Missed)
                | If(everything, ItemChoice.All),
            Order = parsed.GetValue(order) is { } wanted ? Orders.First(one => one.Name == wanted).Order : null,
            Limit = parsed.GetValue(limit) ?? DefaultLimit(chosen, settings),
            Seed = parsed.GetValue(seed) ?? RandomNumberGenerator.GetInt32(int.MaxValue),
        };

        ItemChoice If(Option<bool> option, ItemChoice choice) => parsed.GetValue(option) ? choice : ItemChoice.Default;
    }

    /// <summary>What a learner likes to do in a session says nothing of exams and pages.</summary>
    private static int? DefaultLimit(StudyMode mode, SessionOptions settings) =>
        mode switch
        {
            StudyMode.Exam => SessionOptions.DefaultLimit,
            StudyMode.CheatSheet => null,
            _ => settings.Limit,
        };

    private static Option<string[]> Words(string name, string value, string description) =>
        new(name) { HelpName = value, Description = description + " May be given several times." };

    private static ImmutableArray<string> Words(ParseResult parsed, Option<string[]> option) =>
        [.. parsed.GetValue(option) ?? []];
}
