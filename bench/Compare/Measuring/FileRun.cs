using Compare.Servers;
using Compare.Wire;

namespace Compare.Measuring;

/// <summary>One large deck in an editor: opened, typed into, asked about, closed.</summary>
/// <param name="Keys">How many keys are struck in prose; there are a fifth as many of each other thing.</param>
/// <param name="Most">How long each phase may take.</param>
internal sealed record FileRun(int Keys, TimeSpan Most)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(.5);

    /// <summary>After a key: nobody types without.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    /// <param name="figures">What the run gives is added here.</param>
    /// <param name="text">The deck.</param>
    /// <param name="isWhole">Whether more than opening and typing is measured.</param>
    public void Measure(ServerSpec server, string text, Figures figures, bool isWhole)
    {
        using Scratch scratch = new();
        EditedDeck deck = new(text, figures.Round);
        var uri = scratch.Write("large.deck.md", deck.Text);
        using Session session = new(server, scratch);
        var connection = session.Connection;
        figures["initialize"] = session.InitializeTime;
        figures["first diagnostics"] = session.Open(uri, deck);
        connection.Settle(Quiet);
        figures["diagnostics"] = session.CountDiagnostics();
        figures["lines"] = deck.LineCount;
        figures["pulls"] = session.Pulls ? 1 : 0;

        // The first keys compile what comes after them.
        Strike(Math.Max(5, Keys / 10), () => session.Key(deck.ProseKey()));
        connection.Settle(Quiet);
        var cpu = connection.Tree.CpuSeconds;
        var keys = Strike(Keys, () => session.Key(deck.ProseKey()));
        connection.Settle(Quiet);
        figures["key cpu"] = (connection.Tree.CpuSeconds - cpu) * 1000 / keys.Count;
        figures.Add("key", keys);
        Strike(4, () => session.Key(deck.StructuralKey()));
        var structural = Strike(Math.Max(4, Keys / 5), () => session.Key(deck.StructuralKey()));
        figures.Add("structural key", structural);
        if (isWhole)
        {
            Ask("document symbols", "documentSymbolProvider", "textDocument/documentSymbol", () => session.Document);
            if (session.Has("documentSymbolProvider", "textDocument/documentSymbol"))
            {
                figures.Add(
                    "document symbols after a key",
                    Repeat(
                        Keys / 5,
                        () => session.Ask("textDocument/documentSymbol", session.Document, deck.ProseKey())
                    )
                );
            }

            Ask("hover", "hoverProvider", "textDocument/hover", session.Place);
            Ask("completion", "completionProvider", "textDocument/completion", session.Place);
        }

        figures["peak memory"] = connection.Tree.PeakMemory;
        figures["shutdown and exit"] = session.End();

        List<double> Strike(int times, Func<double> key) => Phase.Of(connection, times, Most, key, Pause);

        List<double> Repeat(int times, Func<double> work) => Phase.Of(connection, times, Most, work);

        void Ask(string name, string capability, string method, Func<object> parameters)
        {
            if (session.Has(capability, method))
            {
                // The first of each compiles it.
                session.Ask(method, parameters());
                figures.Add(name, Repeat(Keys / 5, () => session.Ask(method, parameters())));
            }
        }
    }
}
