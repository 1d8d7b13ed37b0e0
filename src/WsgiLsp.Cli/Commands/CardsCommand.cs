using System.CommandLine;
using WsgiLsp.Cli.Reports;
using WsgiLsp.Decks.Model;

namespace WsgiLsp.Cli.Commands;

/// <summary><c>wsgilsp cards</c>: the cards, for people or for programs.</summary>
internal static class CardsCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = PathArgument.Create();
        var json = new Option<bool>("--json")
        {
            Description = "One JSON object a line, with everything about the card.",
        };
        var command = new Command("cards", "List cards.") { paths, json };
        command.SetAction(parsed => Run(terminal, parsed.GetRequiredValue(paths), parsed.GetValue(json)));
        return command;
    }

    private static int Run(Terminal terminal, string[] paths, bool isJson)
    {
        var reader = new DeckReader(terminal);
        foreach (var (name, deck) in reader.Read(paths))
        {
            var cards = deck.Sections.Where(s => s.Card is { Kind: not CardKind.Note }).ToList();
            if (isJson)
            {
                cards.ForEach(s => terminal.Out.WriteLine(CardJson.Serialize(name, s.Card!, s.StartLine)));
            }
            else
            {
                CardList.Write(terminal, name, deck, cards);
            }
        }

        return reader.HasFailed ? ExitCode.CannotRun : ExitCode.Clean;
    }
}
