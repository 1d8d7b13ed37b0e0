using System.Collections.Immutable;
using System.CommandLine;
using WsgiLsp.Cli.Files;
using WsgiLsp.Rendering.Pages;
using WsgiLsp.Server.Documents;

namespace WsgiLsp.Cli.Commands;

/// <summary><c>wsgilsp export</c>: decks in other forms.</summary>
internal static class ExportCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = PathArgument.Create();
        var html = new Option<bool>("--html")
        {
            Description = "One page to study with, in any browser, that needs nothing else.",
        };
        var site = new Option<bool>("--site")
        {
            Description = "A folder of such pages, one a deck, with a list to search.",
        };
        var output = OutputOption.Create(
            "The file to write, or with --site the folder; a page goes to standard output without it."
        );
        var title = new Option<string?>("--title") { Description = "The page's heading; without it the deck's title." };
        var force = new Option<bool>("--force") { Description = "Replace a file even if wsgilsp did not make it." };
        var command = new Command("export", "Make a study page of decks.") { paths, html, site, output, title, force };
        command.SetAction(parsed =>
        {
            var (isSite, to) = (parsed.GetValue(site), parsed.GetValue(output));
            var mistake = (parsed.GetValue(html), isSite, to) switch
            {
                (false, false, _) => "which form? --html for one page, --site for a folder of pages",
                (true, true, _) => "--html makes one page and --site a folder of them: only one is possible",
                (_, true, null or "-") => "--site needs -o FOLDER",
                _ => null,
            };
            if (mistake is not null)
            {
                terminal.Complain(mistake);
                return ExitCode.CannotRun;
            }

            var reader = new DeckReader(terminal);
            ImmutableArray<StudyDeck> decks =
            [
                .. reader
                    .ReadWithCards(parsed.GetRequiredValue(paths))
                    .Select(named => new StudyDeck(
                        named.Name,
                        named.Deck,
                        DeckImages.Of(terminal.Folder, Path.GetFullPath(named.Name, terminal.Folder))
                    )),
            ];
            if (decks.IsEmpty)
            {
                terminal.Complain("there are no cards to export");
                return ExitCode.CannotRun;
            }

            var files = new PageFiles(terminal, parsed.GetValue(force));
            var heading = parsed.GetValue(title);
            var written = isSite
                ? files.Write(StudySite.Of(heading, decks), to!)
                : files.Write(StudyPage.Of(heading, decks), to);
            return reader.HasFailed ? ExitCode.CannotRun : written;
        });
        return command;
    }
}
