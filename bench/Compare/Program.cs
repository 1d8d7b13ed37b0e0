// Measures language servers on large decks, and writes docs/performance.md of what was measured:
//
//   dotnet run -c Release --project bench/Compare -- run [--rounds 5] [ours|bare|rumdl|vscode-markdown|NAME=COMMAND...]
//   dotnet run -c Release --project bench/Compare -- page
//   dotnet run -c Release --project bench/Compare -- soak [ours|NAME=COMMAND] [--minutes 120]
//   dotnet run -c Release --project bench/Compare -- deck [--cards 5000] [--errors 2] > FILE
//
// Figures are kept in artifacts/compare/figures (--figures FOLDER), one file a run; what is there is not measured again. Shorter:
// --steps file,clean,growth,findings,workspace  --keys 200  --seconds 5 (of each phase)  --cards 5000  --sizes 100,1000,...
// --decks 10,100,...  --findings 0,100,1000  --growth-rounds 2. The first server is the one that others are compared with.

using Compare;
using Compare.Measuring;
using Compare.Pages;
using Compare.Servers;
using Compare.Soaking;
using GeneratedDecks;

Options options = new(args);
var figures = options.Text("figures", Repository.At("artifacts", "compare", "figures"));
List<string> servers = [.. options.Plain.Skip(1)];
switch (options.Plain.FirstOrDefault())
{
    case "run":
        new Plan(options, [.. (servers.Count > 0 ? servers : Presets.Names).Select(Presets.Of)], figures).Measure();
        return 0;
    case "page":
        Page.Write(Figures.Load(figures), options);
        return 0;
    case "soak":
        return new Soak(options).Run(Presets.Of(servers.FirstOrDefault("ours"))) ? 0 : 1;
    case "deck":
        Console.Write(GeneratedDeck.WithShare(options.Number("cards", 5000), options.Number("errors", 2) / 100.0));
        return 0;
    default:
        Console.Error.WriteLine("run, page, soak or deck; see bench/Compare/Program.cs");
        return 2;
}
