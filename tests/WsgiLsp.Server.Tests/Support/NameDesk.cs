using System.Text;
using WsgiLsp.Decks.Model;
using WsgiLsp.Decks.Text;
using WsgiLsp.Decks.Workspace;
using WsgiLsp.Protocol.Handshake;
using WsgiLsp.Protocol.Types;
using WsgiLsp.Server.Documents;
using WsgiLsp.Server.Features;
using WsgiLsp.Server.Tests.Workspace;
using WsgiLsp.Server.Workspace;
using Range = WsgiLsp.Protocol.Types.Range;

namespace WsgiLsp.Server.Tests.Support;

/// <summary>A folder of decks, of which the one with the cursor <c>‸</c> is open.</summary>
internal sealed class NameDesk : IDisposable
{
    private const string Mark = "‸";

    private readonly TempFolder folder = new();
    private readonly string open;
    private readonly DocumentSnapshot documents;
    private readonly DeckWorkspace decks;

    public NameDesk(params (string Name, string Text)[] files)
    {
        decks = DeckWorkspace.Create([folder.Path], new WorkspaceFiles());
        open = "";
        documents = DocumentSnapshot.Empty;
        foreach (var (name, marked) in files)
        {
            var text = marked.Replace(Mark, "", StringComparison.Ordinal);
            var path = folder[name];
            folder.With(name, text);
            if (!name.EndsWith(".deck.md", StringComparison.Ordinal))
            {
                continue;
            }

            var deck = Deck.Parse(text, new DeckSettings { FileName = Path.GetFileName(path) });
            decks = decks.With(DeckOutline.Of(path, deck));
            if (marked.Contains(Mark, StringComparison.Ordinal))
            {
                open = path;
                Cursor = new PositionEncoding(isUtf8: false).Position(
                    deck.Text,
                    deck.Text.GetPosition(marked.IndexOf(Mark, StringComparison.Ordinal))
                );
                documents = DocumentSnapshot.Empty.With(
                    new OpenDocument
                    {
                        Uri = Uri(name),
                        Path = path,
                        Version = 7,
                        Text = deck.Text,
                        Deck = deck,
                    }
                );
            }
        }
    }

    public Position Cursor { get; }

    public string Client { get; init; } = "{}";

    public bool IsUtf8 { get; init; }

    public TextDocumentIdentifier Document => new(Query.Document.Uri);

    public ClientCapabilities Capabilities => CapabilitiesOf(Client);

    public WorkspaceView View =>
        new(documents, decks, new PositionEncoding(IsUtf8), new DeckReader(new ConfigLookup()));

    public DeckQuery Query
    {
        get
        {
            var document = documents.FindPath(open)!;
            return new DeckQuery(View, document, document.Deck!, Capabilities, CancellationToken.None);
        }
    }

    /// <summary>Writes a file anew, of which nobody tells.</summary>
    public void Write(string name, string text) => folder.With(name, text);

    public string Uri(string name) => new Uri(folder[name]).AbsoluteUri;

    /// <summary>A place as a reader sees it: file, line and column from 1, the words.</summary>
    public string Show(string uri, Range range)
    {
        var path = DocumentUri.ToPath(uri);
        var text = new SourceText(File.ReadAllText(path));
        var span = new PositionEncoding(IsUtf8).Span(text, range);
        return $"{Path.GetRelativePath(folder.Path, path).Replace('\\', '/')} {range.Start.Line + 1}:{range.Start.Character + 1} {text.ToString(span)}";
    }

    public string Show(Range range) => Show(Query.Document.Uri, range)[(Path.GetFileName(open).Length + 1)..];

    /// <summary>The files after an edit, by their names.</summary>
    public Dictionary<string, string> Apply(WorkspaceEdit? edit) =>
        (
            edit?.DocumentChanges?.Select(change => (change.TextDocument.Uri, change.Edits))
            ?? edit?.Changes?.Select(change => (change.Key, change.Value))
            ?? []
        ).ToDictionary(
            change => Path.GetRelativePath(folder.Path, DocumentUri.ToPath(change.Item1)).Replace('\\', '/'),
            change =>
            {
                var text = new SourceText(File.ReadAllText(DocumentUri.ToPath(change.Item1)));
                return change
                    .Item2.Select(one => (Span: new PositionEncoding(IsUtf8).Span(text, one.Range), one.NewText))
                    .OrderByDescending(one => one.Span.Start)
                    .Aggregate(
                        text.ToString(),
                        (now, one) => now.Remove(one.Span.Start, one.Span.Length).Insert(one.Span.Start, one.NewText)
                    );
            },
            StringComparer.Ordinal
        );

    public void Dispose() => folder.Dispose();

    /// <summary>What a client can do, as the server reads it.</summary>
    public static ClientCapabilities CapabilitiesOf(string json) =>
        InitializeParamsReader.Read(Encoding.UTF8.GetBytes($$"""{"capabilities":{{json}}}""")).Capabilities;
}
